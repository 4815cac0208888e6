package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes into a team's space: who exists, as an editor, and nobody by mistake. */
class SpaceMembersTest extends WithProjectSpaces {

  @ParameterizedTest
  @EnumSource(
      value = Flavour.class,
      names = {"INFINITE_SCALE", "OPENCLOUD"})
  void admitWhenAllIsWellMakesAnEditorAtOnce(Flavour flavour) {
    start(flavour);
    UserId ann = there("ann");
    TeamSpace space = made();

    spaces().admit(space, ann);

    assertThat(there().roleOf(account("ann"))).isEqualTo("editor");
    assertThat(spaces().members(space)).containsExactly(ann);
    assertThat(server.routes()).doesNotContain("GET groups");
  }

  @Test
  void admitWhenTheStableIdIsNotKnownLooksForIt() {
    there("ann");
    TeamSpace space = made();

    spaces().admit(space, new UserId("ann"));

    assertThat(there().roleOf(account("ann"))).isEqualTo("editor");
  }

  /** 409 does not say in which role. */
  @ParameterizedTest
  @ValueSource(strings = {"viewer", "editor", "manager"})
  void admitWhenAMemberAlreadyMakesAnEditor(String role) {
    UserId ann = there("ann");
    TeamSpace space = made();
    there().give(account("ann"), role);

    spaces().admit(space, ann);

    assertThat(there().roleOf(account("ann"))).isEqualTo("editor");
  }

  @Test
  void admitWhenTheInvitationIsLostInvitesAgain() {
    UserId ann = there("ann");
    TeamSpace space = made();
    server.loseInvitations(1);

    spaces().admit(space, ann);

    assertThat(there().roleOf(account("ann"))).isEqualTo("editor");
  }

  /** He comes in, and may change nothing: that is not what was asked for. */
  @Test
  void admitWhenAViewersChangeIsLostGivesItAgain() {
    UserId ann = there("ann");
    TeamSpace space = made();
    there().give(account("ann"), "viewer");
    server.fault(
        request -> request.path().contains("/permissions/"),
        Fault.status(200, Map.of(), "application/json", "{}"));

    spaces().admit(space, ann);

    assertThat(there().roleOf(account("ann"))).isEqualTo("editor");
  }

  /** Whoever only edits invites nobody: a second try would say nothing else. */
  @Test
  void admitWhenWeAreAnEditorThereTriesOnce() {
    UserId ann = there("ann");
    TeamSpace space = made();
    there().give(account("ann"), "manager");
    there().give(admin(), "editor");
    UserId bob = there("bob");
    server.fault(
        request -> request.path().endsWith("/invite"),
        Fault.status(200, Map.of(), "application/json", "{}"));
    server.forgetRequests();

    assertThat(refusal(() -> spaces().admit(space, bob))).isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(writes().stream().filter(it -> it.endsWith("/invite"))).hasSize(1);
  }

  @Test
  void admitWhenInvitationsAreLostAlwaysSaysSo() {
    UserId ann = there("ann");
    TeamSpace space = made();
    server.loseInvitations(9);

    assertThat(refusal(() -> spaces().admit(space, ann))).isEqualTo(CloudErrorKind.NOT_KEPT);
  }

  @Test
  void admitWhenItsAnswerIsLostLooks() {
    UserId ann = there("ann");
    TeamSpace space = made();
    server.fault(request -> request.path().endsWith("/invite"), Fault.dropAfter());

    spaces().admit(space, ann);

    assertThat(there().roleOf(account("ann"))).isEqualTo("editor");
  }

  @Test
  void admitWhenTheUserIsGoneSaysSo() {
    UserId ann = there("ann");
    server.remove("ann");
    TeamSpace space = made();

    assertThat(refusal(() -> spaces().admit(space, ann))).isEqualTo(CloudErrorKind.USER_MISSING);
    assertThat(refusal(() -> spaces().admit(space, new UserId("ann"))))
        .isEqualTo(CloudErrorKind.USER_MISSING);
  }

  @Test
  void admitWhenTheSpaceIsHiddenSaysSo() {
    UserId ann = there("ann");
    TeamSpace space = made();
    there().trash(true);

    assertThat(refusal(() -> spaces().admit(space, ann))).isEqualTo(CloudErrorKind.REFUSED);
  }

  @Test
  void admitWhenWeManageItNoMoreSaysSo() {
    UserId ann = there("ann");
    TeamSpace space = made();
    there().give(account("ann"), "manager");
    there().give(admin(), null);
    UserId bob = there("bob");

    assertThat(refusal(() -> spaces().admit(space, bob))).isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(refusal(() -> spaces().dismiss(space, ann))).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void admitWhenTheStorageIsAwayWaits() {
    UserId ann = there("ann");
    TeamSpace space = made();
    server.service("storage-users", false);

    assertThat(refusal(() -> spaces().admit(space, ann))).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(refusal(() -> spaces().dismiss(space, ann))).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(refusal(() -> spaces().members(space))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  /** Their rows stay for ever. */
  @ParameterizedTest
  @ValueSource(ints = {3, 12})
  void membersWhenSomeAreDeletedLeavesThemOut(int count) {
    TeamSpace space = made();
    Set<UserId> expected = new HashSet<>();
    for (int number = 0; number < count; number++) {
      UserId member = there("member" + number);
      spaces().admit(space, member);
      expected.add(member);
    }
    there("eve");
    server.remove("member0");
    expected.remove(new UserId("member0"));

    assertThat(spaces().members(space)).isEqualTo(expected);
  }

  @Test
  void membersWhenOneHasTakenAnotherNameTellsThat() {
    UserId ann = there("ann");
    TeamSpace space = made();
    spaces().admit(space, ann);
    server.rename(account("ann"), "anna");

    assertThat(spaces().members(space)).containsExactly(new UserId("anna"));
  }

  @Test
  void membersWhenHiddenAreToldAllTheSame() {
    start(Flavour.OPENCLOUD);
    UserId ann = there("ann");
    TeamSpace space = made();
    spaces().admit(space, ann);
    there().trash(true);

    assertThat(spaces().members(space)).containsExactly(ann);
  }

  /** Nobody would be said to come in, and all would be invited anew. */
  @Test
  void membersWhenTheServerTellsNoneIsNoAnswer() {
    TeamSpace space = made();
    server.fault(
        request -> request.path().contains("/drives/"),
        Fault.status(
            200,
            Map.of(),
            "application/json",
            "{\"id\":\"%s\",\"driveType\":\"project\",\"root\":{}}".formatted(space.id())));

    assertThat(refusal(() -> spaces().members(space))).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  @Test
  void membersWhenTheListOfUsersIsNoneIsNoAnswer() {
    TeamSpace space = made();
    for (int number = 0; number < 6; number++) {
      spaces().admit(space, there("member" + number));
    }
    server.fault(
        request -> request.path().endsWith("/users"),
        Fault.status(200, Map.of(), "application/json", "{\"value\":[]}"));

    assertThat(refusal(() -> spaces().members(space))).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  @Test
  void dismissWhenAMemberTakesHimOut() {
    UserId ann = there("ann");
    TeamSpace space = made();
    spaces().admit(space, ann);

    spaces().dismiss(space, ann);

    assertThat(there().roleOf(account("ann"))).isNull();
  }

  /** Said with 500. */
  @Test
  void dismissWhenNoMemberIsDone() {
    UserId ann = there("ann");
    TeamSpace space = made();

    spaces().dismiss(space, ann);
    spaces().dismiss(space, new UserId("nobody"));

    assertThat(server.spaceLines()).singleElement().asString().doesNotContain("ann");
  }

  @Test
  void dismissWhenTheUserIsDeletedTakesTheRow() {
    UserId ann = there("ann");
    TeamSpace space = made();
    spaces().admit(space, ann);
    server.remove("ann");

    spaces().dismiss(space, ann);

    assertThat(server.spaceLines()).singleElement().asString().doesNotContain("deleted");
  }

  @Test
  void dismissWhenItIsRefusedSaysSo() {
    UserId ann = there("ann");
    TeamSpace space = made();
    spaces().admit(space, ann);
    server.fault(
        request -> request.method().equals("DELETE"), error(500, "generalException", "rpc error"));

    assertThat(refusal(() -> spaces().dismiss(space, ann))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void dismissWhenHiddenSaysSo() {
    UserId ann = there("ann");
    TeamSpace space = made();
    spaces().admit(space, ann);
    there().trash(true);

    assertThat(refusal(() -> spaces().dismiss(space, ann))).isEqualTo(CloudErrorKind.REFUSED);
  }

  /** A space that nobody manages can never be given another member. */
  @Test
  void dismissWhenItIsOurOwnAccountRefuses() {
    there("ann");
    TeamSpace space = made();
    there().give(account("ann"), "manager");

    assertThat(refusal(() -> spaces().dismiss(space, new UserId("admin"))))
        .isEqualTo(CloudErrorKind.REFUSED);
    assertThat(there().roleOf(admin())).isEqualTo("manager");
  }
}
