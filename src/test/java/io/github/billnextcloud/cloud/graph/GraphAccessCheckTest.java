package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.GraphRole;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether our account may work there, and of each refusal, why. */
class GraphAccessCheckTest extends WithGraphCloud {

  private static final Secret NONE = new Secret("");
  private static final Secret PASSWORD = new Secret(CloudStandIn.ADMIN_PASSWORD);

  private GraphAccessCheck access() {
    CloudAddress at = CloudAddress.parse(server.url().toString()).orElseThrow();
    CloudEndpoint there =
        new CloudEndpoint(at, CloudCredentials.ofPassword(CloudStandIn.ADMIN, PASSWORD));
    return new GraphAccessCheck(there, UserIdRule.INFINITE_SCALE, Timeouts.FORM);
  }

  private static CloudCredentials both(String appToken, String password) {
    return new CloudCredentials(
        CloudStandIn.ADMIN, new Secret(password), new Secret(appToken), NONE);
  }

  private static CloudException refused(ThrowingCallable call) {
    CloudException[] refusal = new CloudException[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, failure -> refusal[0] = failure);
    return refusal[0];
  }

  @ParameterizedTest
  @CsvSource({"amber, wrong", "ended, right"})
  void checkAccessWhenOneOfBothCredentialsIsWrongSaysSoThoughTheOtherLetsIn(
      String token, String password) {
    server.appPassword("amber");
    String typed = password.equals("right") ? CloudStandIn.ADMIN_PASSWORD : password;

    assertThat(refused(() -> cloud(both(token, typed), Timeouts.FORM).checkAccess()).kind())
        .isEqualTo(CloudErrorKind.UNAUTHORIZED);
  }

  @Test
  void knockWhenTheTokenHasEndedGoesOnByThePassword() {
    server.appPassword("amber");

    cloud(both("ended", CloudStandIn.ADMIN_PASSWORD), Timeouts.OPERATION).knock();

    assertThat(server.routes()).containsExactly("GET me", "GET me");
  }

  /** The password would say nothing else. */
  @Test
  void knockWhenTheAccountIsDisabledTriesNoOtherCredential() {
    server.appPassword("amber");
    server.account(CloudStandIn.ADMIN).orElseThrow().setEnabled(false);

    assertThat(
            refused(
                    () ->
                        cloud(both("amber", CloudStandIn.ADMIN_PASSWORD), Timeouts.OPERATION)
                            .knock())
                .kind())
        .isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThat(server.routes()).containsExactly("GET me");
  }

  /** May set quotas, and not administer users. */
  @Test
  void checkAccessWhenTheAccountAdministersSpacesOnlyIsForbidden() {
    there("clerk");
    server.account("clerk").orElseThrow().setRole(GraphRole.SPACE_ADMIN);
    CloudCredentials clerk = CloudCredentials.ofPassword("clerk", new Secret("Word-of-clerk"));

    assertThat(refused(() -> cloud(clerk, Timeouts.FORM).checkAccess()).kind())
        .isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  /** May administer users, and give no drive a quota. */
  @Test
  void checkAccessWhenQuotasAreRefusedIsForbidden() {
    server.fault(
        request -> request.path().contains("/drives/"),
        Fault.status(403, Map.of(), "application/json", "{\"error\":{\"code\":\"accessDenied\"}}"));

    assertThat(refused(() -> cloud().checkAccess()).kind()).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void checkAccessWhenTheDirectoryIsOnlyReadIsForbidden() {
    server.readOnlyDirectory();

    CloudException refusal = refused(() -> cloud().checkAccess());

    assertThat(SignInProblem.of(refusal)).isEqualTo(SignInProblem.READ_ONLY_DIRECTORY);
  }

  @Test
  void checkAccessWhenTheServerStartsSaysThatAndNotThatThePasswordIsWrong() {
    server.service("idm", false);
    assertThat(refused(() -> cloud().checkAccess()).kind()).isEqualTo(CloudErrorKind.UNAUTHORIZED);

    server.service("frontend", false);
    assertThat(refused(() -> cloud().checkAccess()))
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.UNREACHABLE)
        .hasMessageContaining("is starting");
  }

  /** It does not start: something else is wrong with what it tells everybody. */
  @Test
  void checkAccessWhenItsOpenPartIsNotUnderstoodIsNotTakenForStarting() {
    server.service("idm", false);
    for (int time = 0; time < 5; time++) {
      server.fault(
          request -> request.path().endsWith("/capabilities"),
          Fault.status(200, Map.of(), "application/json", "{}"));
    }

    assertThat(refused(() -> cloud().checkAccess()).kind()).isEqualTo(CloudErrorKind.UNAUTHORIZED);
  }

  @Test
  void signInWhenTheGraphServiceIsAwayIsNoMatterOfThePassword() {
    server.service("graph", false);
    server.service("frontend", false);

    assertThat(refused(() -> access().signIn())).hasMessageContaining("502");
  }

  @Test
  void disablesWhenThatIsSwitchedOffIsNo() {
    UserId ours = access().signIn();
    assertThat(access().disables(ours)).isTrue();

    server.withoutDisabling();
    assertThat(access().disables(ours)).isFalse();
  }

  @Test
  void largestQuotaWhenTheServerHasOneIsThat() {
    assertThat(access().largestQuota()).isEmpty();

    server.maxQuota(1L);
    assertThat(access().largestQuota()).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "INFINITE_SCALE, on, wrong, NOT_LET_IN",
    "INFINITE_SCALE, off, right, NO_PASSWORDS",
    "OPENCLOUD, off, right, NOT_LET_IN"
  })
  void refusalWhenNotLetInTellsWhatTheChallengesTell(
      Flavour product, String passwords, String password, SignInProblem problem) {
    start(product);
    server.takePasswords(passwords.equals("on"));
    Secret typed = password.equals("right") ? PASSWORD : new Secret(password);
    CloudCredentials ours = CloudCredentials.ofPassword(CloudStandIn.ADMIN, typed);

    CloudException refusal = refused(() -> cloud(ours, Timeouts.FORM).knock());

    assertThat(refusal.kind()).isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThat(SignInProblem.of(refusal)).isEqualTo(problem);
  }

  @Test
  void refusalWhenATokenWasSentIsAboutThat() {
    CloudCredentials token = CloudCredentials.ofToken(new Secret("ended"));

    assertThat(SignInProblem.of(refused(() -> cloud(token, Timeouts.FORM).knock())))
        .isEqualTo(SignInProblem.TOKEN);
  }

  /** Of a page in between, not of the server, whose refusals are empty. */
  @Test
  void refusalWhenAPageComesWithoutAChallengeDoesNotSayThatTheAccountIsDisabled() {
    server.fault(request -> true, Fault.status(401, Map.of(), "text/html", "<html>no</html>"));

    assertThat(SignInProblem.of(refused(() -> cloud().knock())))
        .isEqualTo(SignInProblem.NOT_LET_IN);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPERATION", "ROUND"})
  void refusalWhenAnOperationIsNotLetInWaits(Timeouts patience) {
    CloudCredentials wrong = CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret("wrong"));

    assertThat(refused(() -> cloud(wrong, patience).knock()).kind())
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }
}
