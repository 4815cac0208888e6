package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever anybody on the way sets, requests go on. */
class StrangeCookiesTest extends OnTheWire {

  private static final String SESSION = "oc_sessionPassphrase=abc; path=/; HttpOnly";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "region=Краснодар; path=/",
        "имя=1",
        "a=caf\u00e9",
        "a=b c",
        "=nameless",
        "a=\"quoted\"\u0007",
        "nothing",
        ""
      })
  void withCookiesWhenOneCannotBeSentSendsTheOthers(String strange) {
    // WireMock sends a byte for a letter.
    String bytes = new String(strange.getBytes(UTF_8), ISO_8859_1);
    answers(json(Recorded.NC_OK).withHeader("Set-Cookie", SESSION, bytes));
    OcsCloud cloud = cloudOfARound();

    cloud.knock();
    cloud.knock();

    assertThat(received().get(1).getHeader("Cookie")).isEqualTo("oc_sessionPassphrase=abc");
  }

  @Test
  void withCookiesWhenThereIsNoEndOfThemStaysShort() {
    ResponseDefinitionBuilder many = json(Recorded.NC_OK);
    String[] cookies = new String[90];
    for (int number = 0; number < cookies.length; number++) {
      cookies[number] = "n" + number + "=" + "v".repeat(200);
    }
    cookies[0] = SESSION;
    answers(many.withHeader("Set-Cookie", cookies));
    OcsCloud cloud = cloudOfARound();

    for (int time = 0; time < 3; time++) {
      cloud.knock();
    }

    assertThat(received().get(2).getHeader("Cookie")).hasSizeLessThan(16_000);
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }
}
