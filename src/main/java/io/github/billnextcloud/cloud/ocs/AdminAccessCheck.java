package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.put;

import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.AdminRightsProbe;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.NewUserEmailRules;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.text.Sentence;
import java.util.Map;

/** Whether this is a cloud of ours and our account there may administer users. */
public final class AdminAccessCheck implements AdminRightsProbe {

  private static final int NOT_FOUND = 998;
  private static final int NOT_ALLOWED = 997;
  private static final int UNKNOWN_ROUTE = 999;
  private static final String ADDRESS = "newUser.requireEmail";
  private static final String LETTER = "newUser.sendEmail";

  private final CloudEndpoint server;
  private final OcsClient client;

  public AdminAccessCheck(CloudEndpoint server, OcsClient client) {
    this.server = server;
    this.client = client;
  }

  VerifiedAccess check() {
    UserId actingUser = signIn();
    String product = productOfOcs();
    administerAll(actingUser);
    changeNothing(actingUser);
    return new VerifiedAccess(product, actingUser);
  }

  /** Refuses the newer servers, which have left of OCS no more than this. */
  String productOfOcs() {
    String product = product();
    if (UserIdRule.OF_GRAPH.stream().anyMatch(product::startsWith)) {
      throw new NoOcsServerException(
          CloudErrorKind.WRONG_ADDRESS,
          Sentence.of("cloud.no_provisioning", server.address(), product));
    }
    return product;
  }

  /** With its version: "Nextcloud 34.0.1". */
  String product() {
    return product(client.send(get(Sentence.of("purpose.capabilities"), "capabilities")).fields());
  }

  @Override
  public UserId signIn() {
    Map<String, Object> self = client.send(get(Sentence.of("purpose.sign_in"), "user")).fields();
    return new UserId(String.valueOf(self.get("id")));
  }

  private void listUsers(UserId actingUser) {
    client.send(
        get(Sentence.of("purpose.list_users"), "users")
            .asking("search", actingUser.value())
            .asking("limit", "1")
            .refusedBy(NOT_ALLOWED, CloudErrorKind.FORBIDDEN)
            .refusedBy(NOT_FOUND, CloudErrorKind.FORBIDDEN));
  }

  /**
   * Who administers a group only may read and change as long as it is about that group. Neither
   * product tells, but both tell the account's groups, and of which it is the administrator: to
   * nobody but an administrator in Nextcloud, where one may also be made administrator of users
   * without being in the group.
   */
  @Override
  public void administerAll(UserId actingUser) {
    listUsers(actingUser);
    String id = actingUser.value();
    Sentence purpose = Sentence.of("purpose.administer", id);
    OcsAnswer groups = client.send(get(purpose, "users", id, "groups"));
    if (OcsAnswer.asTexts(groups.fields().get("groups")).stream()
        .anyMatch(AdminGroupNameMatcher::isNamedBy)) {
      return;
    }
    OcsAnswer administered = client.send(get(purpose, "users", id, "subadmins").answeredBy(403));
    if (!administered.isOk() || !OcsAnswer.asTexts(administered.data()).isEmpty()) {
      throw new CloudException(
          CloudErrorKind.FORBIDDEN,
          Sentence.of(SignInProblem.ADMINISTERS_A_GROUP, server.address(), id));
    }
  }

  /**
   * A write that changes nothing: one's own account is enabled, and 101 is the answer to that.
   * Recent Nextcloud lets app passwords read and refuses here.
   */
  @Override
  public void changeNothing(UserId actingUser) {
    client.send(
        put(Sentence.of("purpose.change_users"), "users", actingUser.value(), "enable")
            .answeredBy(101)
            .refusedBy(NOT_ALLOWED, CloudErrorKind.FORBIDDEN));
  }

  /** ownCloud has no such settings. */
  @Override
  public NewUserEmailRules newUserRules() {
    return new NewUserEmailRules(isOn(ADDRESS, "no"), isOn(LETTER, "yes"));
  }

  private boolean isOn(String setting, String usual) {
    OcsAnswer answer =
        client.send(
            get(Sentence.of("purpose.new_users"), "config", "apps", "core", setting)
                .of("apps/provisioning_api/api/v1")
                .asking("defaultValue", usual)
                .answeredBy(NOT_FOUND, UNKNOWN_ROUTE, 403, 404));
    return "yes".equals(answer.fields().getOrDefault("data", usual));
  }

  /** ownCloud names itself, as its theme does; Nextcloud does not. */
  private static String product(Map<String, Object> answer) {
    Map<String, Object> version = OcsAnswer.asMap(answer.get("version"));
    Map<String, Object> core =
        OcsAnswer.asMap(OcsAnswer.asMap(answer.get("capabilities")).get("core"));
    Object named = OcsAnswer.asMap(core.get("status")).get("product");
    Object name = version.getOrDefault("product", named);
    String product =
        name == null ? UserIdRule.NEXTCLOUD : UserIdRule.productNamed(String.valueOf(name));
    return product + " " + version.getOrDefault("string", "of an unknown version");
  }
}
