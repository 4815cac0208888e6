package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.secret.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Making a user: what is sent, once, and what each refusal means. */
class CreateUserTest extends OnTheWire {

  private static final Secret NEW_PASSWORD = new Secret("Xk29-tz!qq81");
  private static final UserProfile NOBODY = new UserProfile("", "", "");
  private static final NewUser PLAIN =
      new NewUser(ANN, NEW_PASSWORD, Quota.ofBytes(5_368_709_120L), NOBODY, Set.of());

  @Test
  void createUserWhenAGroupMakesAnAdministratorSendsNothing() {
    NewUser user = new NewUser(ANN, NEW_PASSWORD, Quota.UNLIMITED, NOBODY, Set.of("ADMIN"));

    assertThat(kindOf(() -> cloud().createUser(user))).isEqualTo(CloudErrorKind.GROUP_FORBIDDEN);
    assertThat(received()).isEmpty();
  }

  @Test
  void createUserWhenEverythingIsKnownSendsEveryField() {
    answers(json(Recorded.NC_CREATED));
    UserProfile profile = new UserProfile("ann+b@example.org", "Анна", "ru");
    Set<String> groups = new LinkedHashSet<>(List.of("clients", "a&b=c"));

    cloud().createUser(new NewUser(ANN, NEW_PASSWORD, Quota.UNLIMITED, profile, groups));

    assertThat(received().get(0).getBodyAsString())
        .isEqualTo(
            "userid=ann&password=Xk29-tz%21qq81&quota=none"
                + "&groups%5B%5D=clients&groups%5B%5D=a%26b%3Dc"
                + "&email=ann%2Bb%40example.org"
                + "&displayName=%D0%90%D0%BD%D0%BD%D0%B0&language=ru");
  }

  @Test
  void createUserWhenProfileIsEmptyLeavesItOut() {
    answers(json(Recorded.NC_CREATED));

    cloud().createUser(PLAIN);

    assertThat(received().get(0).getBodyAsString())
        .isEqualTo("userid=ann&password=Xk29-tz%21qq81&quota=5+GB");
  }

  @Test
  void createUserWhenNextcloudNamesTheUserIsAllThatWasAsked() {
    answers(json(Recorded.NC_CREATED));

    assertThat(cloud().createUser(PLAIN))
        .hasValueSatisfying(made -> assertThat(made.quota()).isEqualTo(PLAIN.quota()))
        .hasValueSatisfying(made -> assertThat(made.isEnabled()).isTrue());
  }

  /** To go on with that name would change somebody else. */
  @Test
  void createUserWhenAnotherIsNamedIsNobodyToGoOnWith() {
    answers(json(Recorded.NC_CREATED.replace("ann", "bob")));

    assertThat(cloud().createUser(PLAIN)).isEmpty();
  }

  @Test
  void createUserWhenOwnCloudNamesNobodyHasNoQuota() {
    answers(json(Recorded.OC10_OK));

    assertThat(cloud().createUser(PLAIN))
        .hasValueSatisfying(made -> assertThat(made.quota()).isEqualTo(Quota.UNSET));
  }

  @Test
  void createUserWhenOwnCloudSaysNothingIsDone() {
    answers(json(Recorded.OC10_OK));

    cloud().createUser(PLAIN);

    SERVER.verify(1, postRequestedFor(users()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "102 | User already exists                                  | USER_EXISTS",
        "101 | Invalid quota value: garbage                         | NAME_REFUSED",
        "101 | A valid Login must be provided                       | NAME_REFUSED",
        "101 | Bad request                                          | NAME_REFUSED",
        "104 | Group no-such-group does not exist                   | GROUP_MISSING",
        "107 | Password needs to be at least 10 characters long.    | PASSWORD_REFUSED",
        "108 | An email address is required                         | PASSWORD_REFUSED",
        "996 | Internal Server Error\\n                             | UNREACHABLE",
        "403 | Password confirmation is required                    | FORBIDDEN",
        "997 | Current user is not logged in                        | UNAUTHORIZED"
      })
  void createUserWhenNextcloudRefusesTellsWhy(int code, String message, CloudErrorKind kind) {
    answers(json(Recorded.nextcloudFailure(code, message)));

    assertThat(kindOf(() -> patientCloud().createUser(PLAIN))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "102 | User already exists                   | USER_EXISTS",
        "104 | group no-such-group does not exist    | GROUP_MISSING",
        "101 | A valid password must be provided     | NAME_REFUSED"
      })
  void createUserWhenOwnCloudRefusesTellsWhy(int code, String message, CloudErrorKind kind) {
    answers(json(Recorded.ownCloudFailure(code, message)));

    assertThat(kindOf(() -> patientCloud().createUser(PLAIN))).isEqualTo(kind);
  }

  @Test
  void createUserWhenRefusedQuotesTheServer() {
    answers(json(Recorded.nextcloudFailure(107, "Password is among the most common ones.")));

    assertThat(failureOf(() -> cloud().createUser(PLAIN)))
        .hasMessage(
            "Could not create ann on http://127.0.0.1:"
                + SERVER.port()
                + ": the server answered 107 'Password is among the most common ones.'");
  }

  @Test
  void createUserWhenServerFailsIsNotSentAgain() {
    answers(json(Recorded.nextcloudFailure(996, "Internal Server Error\\n")));

    failureOf(() -> patientCloud().createUser(PLAIN));

    SERVER.verify(1, postRequestedFor(users()));
  }

  /** The one case in which OkHttp would send anything again. */
  @Test
  void createUserWhenServerWantsItAgainAtOnceIsNotSentAgain() {
    answers(html(503, "later").withHeader("Retry-After", "0"));

    failureOf(() -> patientCloud().createUser(PLAIN));

    SERVER.verify(1, postRequestedFor(users()));
  }

  @ParameterizedTest
  @CsvSource({"502", "503", "504", "429", "408"})
  void createUserWhenServerIsAwayIsNotSentAgain(int status) {
    answers(html(status, "later"));

    failureOf(() -> patientCloud().createUser(PLAIN));

    SERVER.verify(1, postRequestedFor(users()));
  }

  @ParameterizedTest
  @CsvSource({"429", "503"})
  void createUserWhenToldToWaitIsNotSentAgain(int status) {
    answers(html(status, "later").withHeader("Retry-After", "1"));

    failureOf(() -> patientCloud().createUser(PLAIN));

    SERVER.verify(1, postRequestedFor(users()));
  }

  @Test
  void createUserWhenAnswerIsLostIsNotSentAgain() {
    answers(hangUp());

    failureOf(() -> patientCloud().createUser(PLAIN));

    SERVER.verify(1, postRequestedFor(users()));
  }

  @Test
  void createUserWhenAnswerIsLostOnAnOldConnectionIsNotSentAgain() {
    SERVER.stubFor(get(user("")).willReturn(json(Recorded.NC_MISSING)));
    answers(hangUp());
    OcsCloud cloud = patientCloud();
    cloud.findUser(ANN);

    failureOf(() -> cloud.createUser(PLAIN));

    SERVER.verify(1, postRequestedFor(users()));
  }

  @Test
  void createUserWhenRefusedKeepsThePasswordsToItself() {
    answers(json(Recorded.nextcloudFailure(101, "Bad request")));

    CloudException failure = failureOf(() -> cloud().createUser(PLAIN));

    assertThat(failure).hasMessageNotContainingAny(NEW_PASSWORD.reveal(), PASSWORD);
  }

  /** Recorded from ownCloud 10 with creates of one id at the same time. */
  @Test
  void createUserWhenOwnCloudQuotesItsDatabaseKeepsTheHashToItself() {
    String message =
        "An exception occurred while executing 'INSERT INTO `oc_users` ( `uid`, `password` )"
            + " VALUES( ?, ? )' with params [\\\"race1\\\", \\\"1|$2y$10$lJyE0yTx0z6T3OI\\\"]:"
            + "\\n\\nSQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry"
            + " 'race1' for key 'PRIMARY'";
    answers(json(Recorded.ownCloudFailure(101, message)));

    assertThat(failureOf(() -> cloud().createUser(PLAIN)))
        .hasMessageEndingWith("the server answered 101 'an error in the server's database'");
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(post(users()).willReturn(answer));
  }
}
