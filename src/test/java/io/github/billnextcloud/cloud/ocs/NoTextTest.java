package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.JsonReader;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Users with names that are no text: no cloud can write them as JSON. */
class NoTextTest extends OnTheWire {

  private static OcsCloud of(CloudStandIn cloud) {
    HttpUrl url = HttpUrl.get(cloud.url().toString());
    CloudCredentials admin =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    return new OcsCloud(new CloudEndpoint(new CloudAddress(url), admin), Timeouts.FORM);
  }

  private static Account ann(CloudStandIn cloud) {
    Account ann = cloud.addAccount("ann");
    ann.setDisplayName("\uD800\u0001<x");
    ann.setQuota("5 GB");
    ann.setUsed(3_000_000);
    ann.setEmail("ann@example.org");
    cloud.addGroup("a & b");
    cloud.addGroup("clients");
    ann.groups().add("a & b");
    return ann;
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void findUserReadsAllInXml(Flavour flavour) throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
      Account ann = ann(cloud);
      CloudUser whole = seen(cloud);
      ann.setEnabled(false);
      ann.groups().add("clients");

      assertThat(whole)
          .returns(true, CloudUser::isEnabled)
          .returns(Quota.parse("5 GB"), CloudUser::quota)
          .returns(Set.of("a & b"), CloudUser::groups)
          .returns(Optional.of("ann@example.org"), it -> it.profile().email());
      assertThat(whole.usage().bytes()).hasValue(3_000_000);
      assertThat(seen(cloud))
          .returns(false, CloudUser::isEnabled)
          .returns(Set.of("a & b", "clients"), CloudUser::groups);
      // The same as of a name that is text.
      CloudUser unshowable = seen(cloud);
      ann.setDisplayName("Ann");
      assertThat(unshowable)
          .usingRecursiveComparison()
          .ignoringFields("profile.displayName")
          .isEqualTo(seen(cloud));
    }
  }

  private static CloudUser seen(CloudStandIn cloud) {
    return of(cloud).findUser(ANN).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void signsInAndReadsUsersAndDeletesHim(Flavour flavour) throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
      Account ann = ann(cloud);
      OcsCloud ours = of(cloud);
      List<CloudUser> read = new ArrayList<>();
      ours.readAllUsers(read::add);

      assertThat(read).hasSize(2).allMatch(CloudUser::isShown);
      assertThat(ours.signsIn(ANN, new Secret(ann.password()))).isTrue();
      assertThat(ours.isFree(ANN)).isFalse();
      ours.deleteUser(ANN);
      assertThat(cloud.account("ann")).isEmpty();
    }
  }

  /** What is empty in both, or breaks off, is as little understood as before. */
  @Test
  void findUserWhenXmlIsEmptyTooIsNotUnderstood() {
    answers(json(""));

    assertThat(kindOf(() -> cloud().findUser(ANN))).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ocs><meta><statuscode>100</statuscode></meta><data><id>ann</id>",
        "<!DOCTYPE ocs [<!ENTITY a 'ann'>]><ocs><meta><statuscode>100</statuscode></meta><data>"
            + "<id>&a;</id></data></ocs>",
        "<ocs/>",
        "<html/>"
      })
  void readWhenThisIsNoAnswerIsNone(String body) {
    assertThat(OcsAnswer.parseXml(body)).isEmpty();
  }

  @Test
  void readWhenTooDeepOrTooMuchIsNone() {
    assertThat(OcsXml.read("<a>".repeat(900) + "</a>".repeat(900))).isEqualTo("");
    assertThat(OcsXml.read("<a>" + "<b/>".repeat(JsonReader.MOST_VALUES + 1) + "</a>"))
        .isEqualTo("");
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }
}
