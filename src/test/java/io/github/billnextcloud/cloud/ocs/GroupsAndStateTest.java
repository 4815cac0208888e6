package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.matching.UrlPattern;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Groups of a user, and whether the user is let in. */
class GroupsAndStateTest extends OnTheWire {

  static final List<String> OK = List.of(Recorded.NC_OK, Recorded.OC10_OK);
  static final List<String> REFUSED_101 = failures(101);
  static final List<String> REFUSED_102 = failures(102);
  static final List<String> REFUSED_103 = failures(103);

  private static List<String> failures(int code) {
    return List.of(Recorded.nextcloudFailure(code, ""), Recorded.ownCloudFailure(code));
  }

  @ParameterizedTest
  @FieldSource("OK")
  void joinGroupWhenDoneHasSentTheGroup(String answer) {
    SERVER.stubFor(post(user("/groups")).willReturn(json(answer)));

    cloud().joinGroup(ANN, "Клиенты & Co");

    assertThat(received().get(0).getBodyAsString())
        .isEqualTo("groupid=%D0%9A%D0%BB%D0%B8%D0%B5%D0%BD%D1%82%D1%8B+%26+Co");
  }

  @ParameterizedTest
  @FieldSource("REFUSED_102")
  void joinGroupWhenGroupIsMissingTellsSo(String answer) {
    SERVER.stubFor(post(user("/groups")).willReturn(json(answer)));

    assertThat(kindOf(() -> cloud().joinGroup(ANN, "none")))
        .isEqualTo(CloudErrorKind.GROUP_MISSING);
  }

  @ParameterizedTest
  @FieldSource("REFUSED_103")
  void joinGroupWhenUserIsMissingTellsSo(String answer) {
    SERVER.stubFor(post(user("/groups")).willReturn(json(answer)));

    assertThat(kindOf(() -> cloud().joinGroup(ANN, "clients")))
        .isEqualTo(CloudErrorKind.USER_MISSING);
  }

  @ParameterizedTest
  @FieldSource("OK")
  void leaveGroupWhenDoneHasSentTheGroupInBodyAndAddress(String answer) {
    SERVER.stubFor(delete(groupOf()).willReturn(json(answer)));

    cloud().leaveGroup(ANN, "clients");

    assertThat(received().get(0).getBodyAsString()).isEqualTo("groupid=clients");
    assertThat(received().get(0).getUrl()).contains("groupid=clients");
  }

  private static UrlPattern groupOf() {
    return urlPathEqualTo(USERS + "/ann/groups");
  }

  @ParameterizedTest
  @FieldSource("REFUSED_102")
  void leaveGroupWhenGroupIsMissingIsDone(String answer) {
    SERVER.stubFor(delete(groupOf()).willReturn(json(answer)));

    cloud().leaveGroup(ANN, "none");

    SERVER.verify(1, deleteRequestedFor(groupOf()));
  }

  @ParameterizedTest
  @FieldSource("REFUSED_103")
  void leaveGroupWhenUserIsMissingTellsSo(String answer) {
    SERVER.stubFor(delete(groupOf()).willReturn(json(answer)));

    assertThat(kindOf(() -> cloud().leaveGroup(ANN, "clients")))
        .isEqualTo(CloudErrorKind.USER_MISSING);
  }

  /** Whoever made the plan: this is where it ends. */
  @Test
  void joinGroupWhenItMakesAnAdministratorSendsNothing() {
    assertThat(kindOf(() -> cloud().joinGroup(ANN, "admin ")))
        .isEqualTo(CloudErrorKind.GROUP_FORBIDDEN);
    assertThat(received()).isEmpty();
  }

  @Test
  void leaveGroupWhenItIsOnesOwnAdministrationIsRefused() {
    String answer = Recorded.nextcloudFailure(105, "Cannot remove yourself from the admin group");
    SERVER.stubFor(delete(groupOf()).willReturn(json(answer)));

    assertThat(kindOf(() -> cloud().leaveGroup(ANN, "admin"))).isEqualTo(CloudErrorKind.REFUSED);
  }

  @ParameterizedTest
  @FieldSource("OK")
  void enableUserWhenDoneAsksOnce(String answer) {
    SERVER.stubFor(put(user("/enable")).willReturn(json(answer)));

    cloud().enableUser(ANN);

    SERVER.verify(1, putRequestedFor(user("/enable")));
  }

  @ParameterizedTest
  @FieldSource("REFUSED_101")
  void enableUserWhenMissingTellsSo(String answer) {
    SERVER.stubFor(put(user("/enable")).willReturn(json(answer)));

    assertThat(kindOf(() -> cloud().enableUser(ANN))).isEqualTo(CloudErrorKind.USER_MISSING);
  }

  @ParameterizedTest
  @FieldSource("OK")
  void disableUserWhenDoneAsksOnce(String answer) {
    SERVER.stubFor(put(user("/disable")).willReturn(json(answer)));

    cloud().disableUser(ANN);

    SERVER.verify(1, putRequestedFor(user("/disable")));
  }

  @ParameterizedTest
  @FieldSource("REFUSED_101")
  void disableUserWhenMissingTellsSo(String answer) {
    SERVER.stubFor(put(user("/disable")).willReturn(json(answer)));

    assertThat(kindOf(() -> cloud().disableUser(ANN))).isEqualTo(CloudErrorKind.USER_MISSING);
  }

  @Test
  void disableUserWhenAppPasswordMayOnlyReadIsForbidden() {
    String answer = Recorded.nextcloudFailure(403, "Password confirmation is required");
    SERVER.stubFor(put(user("/disable")).willReturn(json(answer)));

    assertThat(kindOf(() -> cloud().disableUser(ANN))).isEqualTo(CloudErrorKind.FORBIDDEN);
  }
}
