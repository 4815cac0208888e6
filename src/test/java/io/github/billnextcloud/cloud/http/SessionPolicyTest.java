package io.github.billnextcloud.cloud.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.http.CloudCredentials.CredentialKind;
import io.github.billnextcloud.cloud.http.SessionPolicy.Decision;
import io.github.billnextcloud.cloud.http.SessionPolicy.Pace;
import io.github.billnextcloud.cloud.http.SessionPolicy.Remedy;
import io.github.billnextcloud.cloud.http.SessionState.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule stands for a price or a refusal that was recorded of real servers. */
class SessionPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  /**
   * What goes along, by credential, pace, requests in the session, its age, and how long unused.
   */
  @ParameterizedTest
  @CsvSource({
    // Two or three requests: each with its password, unless there is a session already.
    "PASSWORD, SINGLE, 0, 0, 0, PLAIN, PLAIN",
    "PASSWORD, SINGLE, 2, 5, 1, SESSION, SESSION",
    // The time to change things is over, whether it was used meanwhile or not; reads go on.
    "PASSWORD, SINGLE, 9, 26, 1, SESSION, PLAIN",
    // PHP has cleaned up.
    "PASSWORD, SINGLE, 9, 21, 21, SESSION, PLAIN",
    // ownCloud ends a session that changes something before it is signed in.
    "PASSWORD, SINGLE, 1, 0, 0, SESSION, PLAIN",
    "PASSWORD, SERIES, 0, 0, 0, SESSION, PLAIN",
    "PASSWORD, ROUND, 0, 0, 0, SESSION, PLAIN",
    "PASSWORD, ROUND, 2, 1, 0, SESSION, SESSION",
    // An app password is cheap by itself, and alone it cannot confirm anything.
    "APP_PASSWORD, SINGLE, 0, 0, 0, PLAIN, PLAIN",
    "APP_PASSWORD, ROUND, 2, 1, 0, PLAIN, PLAIN",
    // A token's session saves ownCloud a row for each request.
    "TOKEN, SINGLE, 0, 0, 0, PLAIN, PLAIN",
    "TOKEN, ROUND, 0, 0, 0, SESSION, PLAIN",
    // ownCloud's users are read and changed by it without a row, and side by side.
    "OAUTH_TOKEN, SINGLE, 0, 0, 0, PLAIN, PLAIN",
    "OAUTH_TOKEN, ROUND, 9, 90, 60, PLAIN, PLAIN",
    "OAUTH_TOKEN_AND_PASSWORD, SERIES, 0, 0, 0, PLAIN, PLAIN",
    "APP_PASSWORD_AND_PASSWORD, SINGLE, 0, 0, 0, PLAIN, PLAIN",
    "APP_PASSWORD_AND_PASSWORD, ROUND, 0, 0, 0, PLAIN, PLAIN"
  })
  void decideWhenServerAsksForNothingTakesTheCheapest(
      CredentialKind credential,
      Pace pace,
      int requests,
      int age,
      int idle,
      String read,
      String change) {
    SessionPolicy policy = new SessionPolicy(credential, pace);
    SessionState session = session(requests, age, idle, Confirmation.UNKNOWN);

    assertThat(name(policy.decide(session, false, NOW))).isEqualTo(read);
    assertThat(name(policy.decide(session, true, NOW))).isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, PLAIN, CONFIRM",
    "2, 5, 1, SESSION, SESSION",
    "2, 26, 1, SESSION, CONFIRM",
    "2, 21, 21, SESSION, CONFIRM"
  })
  void decideWhenServerDemandsConfirmationShowsThePasswordInTime(
      int requests, int age, int idle, String read, String change) {
    SessionPolicy policy = new SessionPolicy(CredentialKind.APP_PASSWORD_AND_PASSWORD, Pace.SINGLE);
    SessionState session = session(requests, age, idle, Confirmation.DEMANDED);

    assertThat(name(policy.decide(session, false, NOW))).isEqualTo(read);
    assertThat(name(policy.decide(session, true, NOW))).isEqualTo(change);
  }

  /**
   * After a refusal: whether cookies went along, a change was asked for, and it is the first since.
   */
  @ParameterizedTest
  @CsvSource({
    // The password itself was not enough: nothing else can be.
    "PASSWORD, SIGNED_OUT, false, false, UNKNOWN, false, NONE",
    "PASSWORD, SIGNED_OUT, true, false, UNKNOWN, false, NO_SESSION",
    "PASSWORD, UNCONFIRMED, true, true, UNKNOWN, false, NO_SESSION",
    "PASSWORD, UNCONFIRMED, false, true, UNKNOWN, false, NONE",
    "TOKEN, SIGNED_OUT, true, false, UNKNOWN, false, NO_SESSION",
    "TOKEN, UNCONFIRMED, true, true, UNKNOWN, false, NONE",
    "APP_PASSWORD, SIGNED_OUT, false, true, UNKNOWN, false, NONE",
    "APP_PASSWORD, UNCONFIRMED, false, true, UNKNOWN, false, NONE",
    "APP_PASSWORD_AND_PASSWORD, SIGNED_OUT, true, true, DEMANDED, false, NO_SESSION",
    "APP_PASSWORD_AND_PASSWORD, SIGNED_OUT, false, true, DEMANDED, false, PASSWORD",
    "APP_PASSWORD_AND_PASSWORD, UNCONFIRMED, false, true, UNKNOWN, false, CONFIRMATION",
    // What only looks, a server without the route, or one that was just shown the password.
    "APP_PASSWORD_AND_PASSWORD, UNCONFIRMED, true, false, DEMANDED, false, NONE",
    "APP_PASSWORD_AND_PASSWORD, UNCONFIRMED, true, true, MISSING, false, NONE",
    "APP_PASSWORD_AND_PASSWORD, UNCONFIRMED, true, true, DEMANDED, true, NONE",
    "OAUTH_TOKEN, SIGNED_OUT, true, true, UNKNOWN, false, NO_SESSION",
    "OAUTH_TOKEN, SIGNED_OUT, false, true, UNKNOWN, false, NONE",
    "OAUTH_TOKEN_AND_PASSWORD, SIGNED_OUT, false, true, UNKNOWN, false, PASSWORD"
  })
  void remedyWhenNotLetInTriesWhatWasNotTried(
      CredentialKind credential,
      AccessRefusal refusal,
      boolean inSession,
      boolean change,
      Confirmation confirmation,
      boolean untried,
      Remedy remedy) {
    SessionPolicy policy = new SessionPolicy(credential, Pace.SINGLE);
    SessionState session = session(2, 5, 1, confirmation);

    assertThat(policy.remedy(refusal, inSession, change, session, untried, false))
        .isEqualTo(remedy);
  }

  /** A session would have been mended by the token, and a token makes nothing confirmed. */
  @ParameterizedTest
  @EnumSource(CredentialKind.class)
  void remedyWhenTokensCanBeRenewedBeginsWithThat(CredentialKind credential) {
    SessionPolicy policy = new SessionPolicy(credential, Pace.SERIES);
    SessionState session = session(2, 5, 1, Confirmation.DEMANDED);

    assertThat(policy.remedy(AccessRefusal.SIGNED_OUT, true, true, session, false, true))
        .isEqualTo(Remedy.RENEWAL);
    assertThat(policy.remedy(AccessRefusal.UNCONFIRMED, true, true, session, false, true))
        .isNotEqualTo(Remedy.RENEWAL);
  }

  /** A clock that was put back is no reason to trust a session for ever. */
  @Test
  void decideWhenConfirmationIsOfTheFutureDoesNotBelieveIt() {
    SessionPolicy policy = new SessionPolicy(CredentialKind.PASSWORD, Pace.SINGLE);

    assertThat(policy.decide(session(2, -5, 0, Confirmation.UNKNOWN), true, NOW))
        .isEqualTo(Decision.PLAIN);
  }

  @ParameterizedTest
  @EnumSource(Pace.class)
  void isToBeginAnewWhenManyChangesAreAheadAndTimeIsOver(Pace pace) {
    SessionPolicy policy = new SessionPolicy(CredentialKind.PASSWORD, pace);

    assertThat(policy.isToBeginAnew(session(9, 26, 0, Confirmation.MISSING), true, NOW))
        .isEqualTo(pace == Pace.ROUND);
    assertThat(policy.isToBeginAnew(session(9, 26, 0, Confirmation.UNKNOWN), true, NOW)).isFalse();
    assertThat(policy.isToBeginAnew(session(9, 26, 0, Confirmation.MISSING), false, NOW)).isFalse();
    assertThat(policy.isToBeginAnew(session(9, 1, 0, Confirmation.MISSING), true, NOW)).isFalse();
  }

  /** A confirmation costs what one password does, and serves all that follow. */
  @ParameterizedTest
  @CsvSource({
    "SINGLE, UNKNOWN, PLAIN",
    "SERIES, UNKNOWN, CONFIRM",
    "ROUND, UNKNOWN, CONFIRM",
    "SERIES, MISSING, PLAIN"
  })
  void decideWhenSessionIsTooOldToChangeShowsItThePassword(
      Pace pace, Confirmation confirmation, String change) {
    SessionPolicy policy = new SessionPolicy(CredentialKind.PASSWORD, pace);

    assertThat(name(policy.decide(session(9, 26, 1, confirmation), true, NOW))).isEqualTo(change);
  }

  @Test
  void isGoneAfterHalfADay() {
    assertThat(SessionPolicy.isGone(session(2, 800, 12 * 60, Confirmation.UNKNOWN), NOW)).isTrue();
    assertThat(SessionPolicy.isGone(session(2, 800, 11 * 60, Confirmation.UNKNOWN), NOW)).isFalse();
  }

  private static String name(Decision decision) {
    return decision.confirmsFirst() ? "CONFIRM" : decision.cookies() ? "SESSION" : "PLAIN";
  }

  private static SessionState session(int requests, int age, int idle, Confirmation confirmation) {
    SessionCookies cookies =
        requests == 0
            ? SessionCookies.EMPTY
            : SessionCookies.EMPTY.with(List.of("oc_sessionPassphrase=a"));
    return new SessionState(
        cookies,
        requests,
        NOW.minus(Duration.ofMinutes(age)),
        NOW.minus(Duration.ofMinutes(idle)),
        confirmation);
  }
}
