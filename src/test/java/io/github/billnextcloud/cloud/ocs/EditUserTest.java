package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing one thing of a user: key and value, and what each product says to it. */
class EditUserTest extends OnTheWire {

  private static final Quota QUOTA = Quota.ofBytes(5_368_709_120L);

  @ParameterizedTest
  @CsvSource({"5 GB,5+GB", "none,none", "0,0", "1500000000,1500000000"})
  void setQuotaWhenAcceptedSendsKeyAndValue(String quota, String value) {
    answers(json(Recorded.NC_OK));

    cloud().setQuota(ANN, Quota.parse(quota));

    assertThat(received().get(0).getBodyAsString()).isEqualTo("key=quota&value=" + value);
  }

  @Test
  void setEmailWhenAcceptedSendsKeyAndValue() {
    answers(json(Recorded.OC10_OK));

    cloud().setEmail(ANN, "ann+b@example.org");

    assertThat(received().get(0).getBodyAsString())
        .isEqualTo("key=email&value=ann%2Bb%40example.org");
  }

  @Test
  void setDisplayNameWhenAcceptedSendsKeyAndValue() {
    answers(json(Recorded.NC_OK));

    cloud().setDisplayName(ANN, "Анна & Co");

    assertThat(received().get(0).getBodyAsString())
        .isEqualTo("key=displayname&value=%D0%90%D0%BD%D0%BD%D0%B0+%26+Co");
  }

  @Test
  void setLanguageWhenAcceptedSendsKeyAndValue() {
    answers(json(Recorded.NC_OK));

    cloud().setLanguage(ANN, "ru");

    assertThat(received().get(0).getBodyAsString()).isEqualTo("key=language&value=ru");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "101 | Invalid quota value: garbage                                      | QUOTA_REFUSED",
        "102 | Invalid quota value garbage                                       | QUOTA_REFUSED",
        "101 | Unlimited quota is forbidden on this instance                     | QUOTA_REFUSED",
        "998 | ''                                                                | USER_MISSING",
        "996 | Internal Server Error\\n                                          | UNREACHABLE",
        "403 | Password confirmation is required                                 | FORBIDDEN"
      })
  void setQuotaWhenNextcloudRefusesTellsWhy(int code, String message, CloudErrorKind kind) {
    answers(json(Recorded.nextcloudFailure(code, message)));

    assertThat(kindOf(() -> cloud().setQuota(ANN, QUOTA))).isEqualTo(kind);
  }

  @Test
  void setQuotaWhenOwnCloudRefusesTheValueTellsSo() {
    answers(json(Recorded.ownCloudFailure(103, "Invalid quota value garbage")));

    assertThat(kindOf(() -> cloud().setQuota(ANN, QUOTA))).isEqualTo(CloudErrorKind.QUOTA_REFUSED);
  }

  /** Missing user, key that it does not edit: ownCloud says 997 with HTTP 401 to all of them. */
  @Test
  void setQuotaWhenOwnCloudSays997IsRefusedAndNotUnauthorized() {
    answers(ownCloud401());

    assertThat(kindOf(() -> cloud().setQuota(ANN, QUOTA))).isEqualTo(CloudErrorKind.REFUSED);
  }

  @Test
  void setLanguageWhenOwnCloudDoesNotEditItIsRefused() {
    answers(ownCloud401());

    assertThat(kindOf(() -> cloud().setLanguage(ANN, "de"))).isEqualTo(CloudErrorKind.REFUSED);
  }

  @Test
  void setEmailWhenPasswordIsWrongIsUnauthorized() {
    answers(
        html(401, Recorded.XML_UNAUTHORISED).withHeader("Content-Type", "text/xml; charset=UTF-8"));

    assertThat(kindOf(() -> cloud().setEmail(ANN, "a@example.org")))
        .isEqualTo(CloudErrorKind.UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 102})
  void setEmailWhenNextcloudRefusesIsRefused(int code) {
    answers(json(Recorded.nextcloudFailure(code, "")));

    assertThat(failureOf(() -> cloud().setEmail(ANN, "bad")))
        .hasMessageEndingWith(": the server answered " + code)
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.REFUSED);
  }

  @Test
  void setEmailWhenOwnCloudRefusesIsRefused() {
    answers(json(Recorded.ownCloudFailure(102)));

    assertThat(kindOf(() -> cloud().setEmail(ANN, "bad"))).isEqualTo(CloudErrorKind.REFUSED);
  }

  @Test
  void setDisplayNameWhenNextcloudRefusesIsRefused() {
    answers(json(Recorded.nextcloudFailure(101, "Invalid displayname")));

    assertThat(kindOf(() -> cloud().setDisplayName(ANN, "x"))).isEqualTo(CloudErrorKind.REFUSED);
  }

  /** ownCloud 10 dies of a display name longer than 64 characters. */
  @Test
  void setDisplayNameWhenAnswerIsEmptyIsNotDone() {
    answers(html(200, ""));

    assertThat(kindOf(() -> cloud().setDisplayName(ANN, "x")))
        .isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  @Test
  void setQuotaWhenRateIsLimitedIsThrottled() {
    answers(html(429, ""));

    assertThat(kindOf(() -> patientCloud().setQuota(ANN, QUOTA)))
        .isEqualTo(CloudErrorKind.THROTTLED);
  }

  @Test
  void setQuotaWhenRateIsLimitedWithoutATimeIsNotSentAgain() {
    answers(html(429, ""));

    failureOf(() -> patientCloud().setQuota(ANN, QUOTA));

    SERVER.verify(1, putRequestedFor(user("")));
  }

  private static ResponseDefinitionBuilder ownCloud401() {
    return json(401, Recorded.ownCloudFailure(997))
        .withHeader("WWW-Authenticate", "Basic realm=\"Authorisation Required\"");
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(put(user("")).willReturn(answer));
  }
}
