package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudCredentials.CredentialKind;
import io.github.billnextcloud.cloud.http.SessionPolicy.Decision;
import io.github.billnextcloud.cloud.http.SessionPolicy.Pace;
import io.github.billnextcloud.cloud.http.SessionPolicy.Remedy;
import io.github.billnextcloud.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the requests of one run are let in: {@link SessionPolicy} decides, the server's answers
 * teach. Each recorded end of a session, of a confirmation and of an app password is mended once,
 * and what was refused for it is safely sent again; a wrong password is never tried twice.
 */
public final class ReauthenticatingSender {

  private static final Logger LOG = LoggerFactory.getLogger(ReauthenticatingSender.class);

  /** So long after its last use a session is written down again. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  /** Whoever has asked so much asks for many: no event of one account does, each of a team. */
  private static final int MANY = 10;

  /** A server of ours is content after four, whatever has ended; a hostile one never is. */
  private static final int MOST_TRIES = 5;

  /**
   * What one request takes along. To be closed when it was answered: while a session is new, only
   * one request goes at a time, for each would have the server begin one.
   *
   * @param cookies the value of the header; blank for none
   */
  public record Pass(
      Secret authorization,
      Secret cookies,
      boolean isInSession,
      boolean isChange,
      boolean confirmsFirst,
      @Nullable ReentrantLock held)
      implements AutoCloseable {

    @Override
    public void close() {
      if (held != null) {
        held.unlock();
      }
    }
  }

  /** A request that was sent, and what came back. */
  public interface Attempt {

    AccessRefusal refusal();

    /** The lines of this header. */
    List<String> setCookie();
  }

  private final Timeouts patience;
  private final SessionFile file;
  private final Optional<OAuthTokenRefresher> renewal;
  private final InstantSource clock;
  private final ReentrantLock beginning = new ReentrantLock();
  private CloudCredentials credentials;
  private SessionPolicy policy;
  private SessionState session;
  private SessionState saved;

  private int answers;

  /** Answers in a session that was not begun by them. */
  private int barren;

  /** The password was shown to the session, and nothing has been changed in it since. */
  private boolean confirmationUntried;

  /** When it was found that no other tokens than these can be got: not before they are older. */
  private Instant newestAt = Instant.EPOCH;

  public ReauthenticatingSender(
      CloudCredentials credentials,
      Timeouts patience,
      SessionFile file,
      Optional<OAuthTokenRefresher> renewal,
      InstantSource clock) {
    this.credentials = credentials;
    this.patience = patience;
    this.file = file;
    this.renewal = renewal;
    this.clock = clock;
    CredentialKind kind = credentials.kind();
    SessionState kept = SessionPolicy.takesKept(kind) ? file.load() : SessionState.none();
    this.session = SessionPolicy.isGone(kept, clock.instant()) ? kept.ended() : kept;
    this.saved = session;
    this.policy = new SessionPolicy(kind, pace());
  }

  private Pace pace() {
    if (patience == Timeouts.ROUND) {
      return Pace.ROUND;
    }
    boolean soon = session.idle(clock.instant()).compareTo(SessionPolicy.SERIES_GAP) < 0;
    return soon ? Pace.SERIES : Pace.SINGLE;
  }

  /**
   * Sends a request, and again for as long as a refusal teaches how it may be let in.
   *
   * @param confirmation shows the session the password, as only some servers demand
   */
  public <A extends Attempt> A send(
      boolean change, Function<Pass, A> request, Runnable confirmation) {
    for (int tries = 1; ; tries++) {
      try (Pass pass = pass(change)) {
        if (pass.confirmsFirst()) {
          confirmation.run();
          continue;
        }
        A attempt = request.apply(pass);
        if (!learn(pass, attempt) || tries >= MOST_TRIES) {
          return attempt;
        }
      }
    }
  }

  /** What the next request takes along. */
  private Pass pass(boolean change) {
    renewInTime();
    boolean alone = isAlone(change);
    if (alone) {
      // Whoever goes before may begin it meanwhile.
      beginning.lock();
    }
    return pass(change, alone ? beginning : null);
  }

  private synchronized void renewInTime() {
    Instant now = clock.instant();
    if (renewal.isPresent()
        && !isNewest()
        && credentials.grant().filter(it -> it.isLost() || it.isDue(now)).isPresent()) {
      renew();
    }
  }

  /**
   * The session goes on with the tokens that follow.
   *
   * @return false when there are none, for these are hardly old
   */
  private boolean renew() {
    OAuthTokenPair spent = credentials.grant().orElseThrow();
    try {
      OAuthTokenPair next = renewal.orElseThrow().renew(spent);
      boolean same = next.access().equals(spent.access());
      newestAt = same ? clock.instant() : newestAt;
      credentials = credentials.with(next);
      return !same;
    } catch (CloudException lost) {
      if (lost.kind() != CloudErrorKind.UNAUTHORIZED || credentials.password().isBlank()) {
        throw lost;
      }
      goOnByPassword(lost.getMessage());
      return true;
    }
  }

  private synchronized boolean isAlone(boolean change) {
    return decide(change).isAlone(session);
  }

  private Decision decide(boolean change) {
    Instant now = clock.instant();
    if (policy.isToBeginAnew(session, change, now)) {
      session = session.ended();
    }
    Decision decision = policy.decide(session, change, now);
    boolean none = barren > 1 && !session.isBegun();
    return none && decision.equals(Decision.IN_SESSION) ? Decision.PLAIN : decision;
  }

  /**
   * True where a session is worth its price, and what is asked next does not begin one: no change
   * does, and on ownCloud no question but who we are. Asked twice, that does.
   */
  public synchronized boolean isToBegin(boolean change) {
    boolean begins = barren == 0 && !(change && policy.confirmsByAnswer());
    return policy.pace() == Pace.ROUND && !session.isSignedIn() && !begins && barren < 2;
  }

  private synchronized Pass pass(boolean change, @Nullable ReentrantLock held) {
    Decision decision = decide(change);
    String cookies = decision.cookies() ? session.cookies().header() : "";
    return new Pass(
        credentials.authorization(),
        new Secret(cookies),
        decision.cookies(),
        change,
        decision.confirmsFirst() && !confirmationUntried,
        held);
  }

  /** The request that shows the session the password takes its cookies along, too. */
  public synchronized Pass confirmingPass() {
    return new Pass(
        credentials.authorization(),
        new Secret(session.cookies().header()),
        true,
        false,
        false,
        null);
  }

  /** By what a session is confirmed. */
  public synchronized Secret password() {
    return credentials.password();
  }

  public synchronized void confirmed(List<String> setCookie) {
    Instant now = clock.instant();
    SessionCookies cookies = session.cookies().with(setCookie);
    session = session.answered(cookies, now, false).confirmedAt(now);
    confirmationUntried = true;
    save();
  }

  /** The server has no such route. */
  public synchronized void cannotConfirm() {
    session = session.withoutConfirmation();
    save();
  }

  /**
   * Learns from an answer.
   *
   * @return true when the same request may be let in now, and nothing was done by it so far
   */
  private synchronized boolean learn(Pass pass, Attempt attempt) {
    AccessRefusal refusal = attempt.refusal();
    if (refusal == AccessRefusal.NONE) {
      answered(pass, attempt.setCookie());
      return false;
    }
    if (!pass.authorization().equals(credentials.authorization())) {
      // Whoever was refused before has found another way.
      return true;
    }
    Remedy remedy =
        policy.remedy(
            refusal,
            !pass.cookies().isBlank(),
            pass.isChange(),
            session,
            confirmationUntried,
            isRenewable());
    switch (remedy) {
      case NONE -> {
        return false;
      }
      case NO_SESSION -> {
        session = session.ended();
        save();
      }
      case CONFIRMATION -> session = session.demandingConfirmation();
      case RENEWAL -> {
        if (!renew()) {
          return learn(pass, attempt);
        }
      }
      case PASSWORD ->
          goOnByPassword(
              "what stands for it is not taken any more; `pmnextcloud connect` renews it");
    }
    LOG.debug("not let in: {}, tried in another way", refusal);
    return true;
  }

  private void answered(Pass pass, List<String> setCookie) {
    confirmationUntried &= !pass.isChange();
    if (++answers == MANY && patience == Timeouts.OPERATION) {
      policy = new SessionPolicy(policy.credential(), Pace.ROUND);
    }
    Instant now = clock.instant();
    if (pass.isInSession()) {
      SessionCookies cookies = session.cookies().with(setCookie);
      session = session.answered(cookies, now, policy.confirmsByAnswer());
      if (!session.isBegun()) {
        session = session.ended();
        barren++;
      } else if (session.isSignedIn()) {
        barren = 0;
      }
    } else {
      session = session.usedAt(now);
    }
    save();
  }

  private boolean isNewest() {
    return clock.instant().isBefore(newestAt.plus(OAuthTokenPair.FRESH));
  }

  private boolean isRenewable() {
    return renewal.isPresent() && credentials.grant().isPresent() && !isNewest();
  }

  private void goOnByPassword(String why) {
    LOG.warn("the administrator's password is used: {}", why);
    credentials = credentials.withoutAppPassword();
    policy = new SessionPolicy(CredentialKind.PASSWORD, policy.pace());
    session = SessionState.none();
  }

  private void save() {
    boolean same =
        session.cookies().equals(saved.cookies())
            && session.confirmed().equals(saved.confirmed())
            && session.confirmation() == saved.confirmation()
            && session.isSignedIn() == saved.isSignedIn()
            && Duration.between(saved.used(), session.used()).compareTo(NOTED) < 0;
    if (!same && policy.isWorthKeeping(session)) {
      file.save(session);
      saved = session;
    }
  }
}
