package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a server that means harm, or of something that sits before it. */
class HostileGraphAnswerTest extends WithGraphCloud {

  private static final String JSON = "application/json";

  /** None of them says that nobody is there, which would end a deletion. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"value\":null}",
        "{\"id\":7,\"onPremisesSamAccountName\":[\"ann\"]}",
        "{\"id\":\"\",\"onPremisesSamAccountName\":\"ann\"}",
        "{\"id\":\"d0\",\"onPremisesSamAccountName\":\"\"}",
        "{\"id\":\"d0\",\"onPremisesSamAccountName\":\"eve\"}",
        "{\"id\":\"d0\",\"onPremisesSamAccountName\":\"ann\\u0000\"}",
        "{\"id\":\"d0\",\"onPremisesSamAccountName\":\"\\ud800ann\"}",
        "{\"id\":\"d0\",\"onPremisesSamAccountName\":\"ann",
        "{\"error\":{\"code\":\"itemNotFound\",\"message\":\"not found\"}}"
      })
  void deleteWhenTheLookIsNoAnswerSendsNothing(String body) {
    UserId ann = there("ann");
    always(request -> request.path().contains("/users/"), 200, JSON, body);

    assertThat(refusal(() -> cloud().deleteUser(ann)))
        .isIn(CloudErrorKind.NOT_UNDERSTOOD, CloudErrorKind.UNREACHABLE);
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void findWhenTheAnswerIsDeepBreaksOff(String level) {
    UserId ann = there("ann");
    String deep = "{\"id\":" + level.repeat(100_000);
    always(request -> request.path().contains("/users/"), 200, JSON, deep);

    assertThat(refusal(() -> cloud().findUser(ann))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void findWhenTheAnswerIsHugeBreaksOff() {
    UserId ann = there("ann");
    String huge = "{\"memberOf\":[" + "{},".repeat(8_000_000) + "{}]}";
    always(request -> request.path().contains("/users/"), 200, JSON, huge);

    assertThat(refusal(() -> cloud().findUser(ann))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"5\"", "1.5", "1e400", "99999999999999999999999", "true", "{}", "[]"})
  void quotaWhenItIsNoWholeNumberIsUnknown(String total) {
    UserId ann = there("ann");
    server.fault(
        request -> request.path().contains("/users/"),
        Fault.status(
            200,
            Map.of(),
            JSON,
            "{\"id\":\"%s\",\"onPremisesSamAccountName\":\"ann\",\"drive\":{\"quota\":{\"total\":%s,\"used\":%s}}}"
                .formatted(ann.stableId().orElseThrow(), total, total)));

    CloudUser user = cloud().findUser(ann).orElseThrow();

    assertThat(user.quota()).isEqualTo(Quota.UNKNOWN);
    assertThat(user.usage().bytes()).isEmpty();
  }

  @Test
  void usageWhenItIsNegativeIsUnknown() {
    UserId ann = there("ann");
    String drive = "{\"owner\":{\"user\":{\"id\":\"%s\"}},\"quota\":{\"used\":-1}}";
    always(
        request -> request.path().endsWith("/drives"),
        200,
        JSON,
        "{\"value\":[%s]}".formatted(drive.formatted(ann.stableId().orElseThrow())));

    List<CloudUser> read = new ArrayList<>();
    cloud().readAllUsers(read::add);

    assertThat(read)
        .filteredOn(user -> user.id().equals(ann))
        .singleElement()
        .satisfies(user -> assertThat(user.usage().bytes()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"value\":null}",
        "{\"value\":[]}",
        "{\"value\":[{}]}",
        "{\"value\":[1]}",
        "[]",
        ""
      })
  void readAllWhenThereIsNobodyIsNotUnderstood(String body) {
    always(request -> request.path().endsWith("/v1.0/users"), 200, JSON, body);

    assertThat(refusal(() -> cloud().readAllUsers(user -> {})))
        .isIn(CloudErrorKind.NOT_UNDERSTOOD, CloudErrorKind.UNREACHABLE);
  }

  @Test
  void readAllWhenTheListBreaksOffFails() {
    there("ann");
    server.fault(request -> request.path().endsWith("/v1.0/users"), Fault.cutJson());

    assertThat(refusal(() -> cloud().readAllUsers(user -> {})))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  /** Who was really made is found by a look, and nobody else is touched for it. */
  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"id\":\"%s\",\"onPremisesSamAccountName\":\"eve\"}", "<html>"})
  void createWhenTheAnswerIsAboutAnotherTouchesNobody(String body) {
    UserId eve = there("eve");
    server.forgetRequests();
    always(
        request -> request.method().equals("POST"),
        201,
        JSON,
        body.replace("%s", eve.stableId().orElseThrow()));

    assertThat(refusal(() -> cloud().createUser(newUser("ann", GIGABYTE))))
        .isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
    assertThat(writes()).containsExactly("POST users");
  }

  /** Ours is called ann; a "made" with another's id must not lead to that one's deletion. */
  @Test
  void createWhenTheIdIsAnothersDeletesNobody() {
    UserId eve = there("eve");
    server.takePasswords(false);
    server.appPassword("amber");
    always(
        request -> request.path().endsWith("/v1.0/users"),
        201,
        JSON,
        "{\"id\":\"%s\",\"onPremisesSamAccountName\":\"ann\"}"
            .formatted(eve.stableId().orElseThrow()));
    always(request -> request.path().contains("auth-app"), 429, "text/plain", "");

    assertThat(refusal(() -> byToken("amber").createUser(newUser("ann", GIGABYTE))))
        .isEqualTo(CloudErrorKind.THROTTLED);
    assertThat(server.account("eve")).isPresent();
    assertThat(writes()).doesNotContain("DELETE users/{id}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"quota\":{}}", "{\"quota\":{\"total\":\"1073741824\"}}"})
  void setQuotaWhenTheAnswerDoesNotTellItIsNotUnderstood(String body) {
    UserId ann = there("ann");
    always(request -> request.method().equals("PATCH"), 200, JSON, body);

    assertThat(refusal(() -> cloud().setQuota(ann, GIGABYTE)))
        .isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  /** First the address may be wrong; once the service has answered, it is something before it. */
  @Test
  void findWhenAPageIsAnsweredIsAWrongAddressOnlyAtFirst() {
    UserId ann = there("ann");
    GraphCloud cloud = cloud();
    always(request -> request.path().contains("/users/"), 200, "text/html", "<html></html>");

    assertThat(refusal(() -> cloud.findUser(ann))).isEqualTo(CloudErrorKind.WRONG_ADDRESS);
    cloud.knock();
    assertThat(refusal(() -> cloud.findUser(ann))).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  @Test
  void leaveGroupWhenItsIdIsNotToldIsNotUnderstood() {
    UserId ann = there("ann");
    always(request -> request.path().contains("/groups/"), 200, JSON, "{\"displayName\":\"pro\"}");

    assertThat(refusal(() -> cloud().leaveGroup(ann, "pro")))
        .isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
    assertThat(writes()).isEmpty();
  }

  @Test
  void checkAccessWhenNobodySignedInIsNotUnderstood() {
    always(request -> request.path().endsWith("/me"), 200, JSON, "{}");

    assertThat(refusal(() -> cloud().checkAccess())).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  /** What comes from there is shown in one line, and without what controls a terminal. */
  @Test
  void refusalWhenItQuotesTheServerIsPrintable() {
    UserId ann = there("ann");
    String said = "{\"error\":{\"code\":\"x\",\"message\":\"a\\u0000\\u001b[2J\\n\\ud800b%s\"}}";
    always(
        request -> request.path().contains("/users/"),
        400,
        JSON,
        said.formatted("c".repeat(100_000)));

    assertThatThrownBy(() -> cloud().findUser(ann))
        .satisfies(
            failure ->
                assertThat(failure.getMessage())
                    .doesNotContain("\u0000", "\u001b", "\n", "\ud800")
                    .hasSizeLessThan(500));
  }

  private void always(Predicate<Request> when, int status, String type, String body) {
    for (int time = 0; time < 5; time++) {
      server.fault(when, Fault.status(status, Map.of(), type, body));
    }
  }

  private static CloudErrorKind refusal(ThrowingCallable call) {
    CloudErrorKind[] kind = new CloudErrorKind[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, failure -> kind[0] = failure.kind());
    return kind[0];
  }

  /** A page says nothing for the address, however often it comes. */
  @Test
  void findWhenPagesAreAnsweredIsAWrongAddressEachTime() {
    UserId ann = there("ann");
    GraphCloud cloud = cloud();
    always(request -> request.path().contains("/users/"), 200, "text/html", "<html></html>");

    assertThat(refusal(() -> cloud.findUser(ann))).isEqualTo(CloudErrorKind.WRONG_ADDRESS);
    assertThat(refusal(() -> cloud.findUser(ann))).isEqualTo(CloudErrorKind.WRONG_ADDRESS);
  }
}
