package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.http.ConnectionFailure;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read when there was no good answer. */
class OcsErrorMappingWordsTest extends OnTheWire {

  private static final Pattern AGAIN = Pattern.compile("\\(again after (\\S+)\\)");

  @ParameterizedTest
  @CsvSource({
    "'', an empty page",
    "' ', an empty page",
    "<html>, a page",
    "' <html>', a page",
    "'<h1>Hello</h1>', a page 'Hello'",
    "ok, 'something else, text/html'"
  })
  void answerWhenItIsNoOcsSaysWhatItIs(String body, String kind) {
    answers(html(200, body));

    assertThat(failureOf(() -> cloud().findUser(ANN)))
        .hasMessageEndingWith("the answer is no OCS answer but " + kind);
  }

  @Test
  void failureWhenTimeIsOverSaysSo() {
    assertThat(said(new SocketTimeoutException("timeout"))).endsWith(": no answer in time");
  }

  @Test
  void failureWhenItHasWordsRepeatsThem() {
    assertThat(said(new IOException("reset by peer"))).endsWith(": reset by peer");
  }

  @Test
  void failureWhenItHasNoWordsIsNamed() {
    assertThat(said(new IOException())).endsWith(": java.io.IOException");
  }

  private static String said(IOException failure) {
    return ConnectionFailure.of(server("/"), Sentence.verbatim("look"), failure).getMessage();
  }

  @Test
  void answerWhenThrottledWithoutATimeCountsOnTenMinutes() {
    answers(html(429, ""));

    assertThat(wait(Duration.ofMinutes(10))).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void answerWhenThrottledWithATimeTellsIt() {
    answers(html(429, "").withHeader("Retry-After", "120"));

    assertThat(wait(Duration.ofMinutes(2))).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void answerWhenInMaintenanceIsNotWaitedFor() {
    answers(html(503, "").withHeader("X-Nextcloud-Maintenance-Mode", "1"));

    assertThat(failureOf(() -> cloud().findUser(ANN)).retryAfter()).isZero();
  }

  @Test
  void answerWhenMessageIsAsLongAsAllowedIsWhole() throws IOException {
    String words = "w".repeat(200);

    assertThat(OcsAnswer.parse(Recorded.nextcloudFailure(101, words)))
        .map(OcsAnswer::message)
        .hasValue(words);
    assertThat(OcsAnswer.parse(Recorded.nextcloudFailure(101, words + "w")))
        .map(OcsAnswer::message)
        .hasValue(words + "…");
  }

  /** How far the time that was told is from what is expected. */
  private static Duration wait(Duration expected) {
    Matcher again = AGAIN.matcher(failureOf(() -> cloud().findUser(ANN)).getMessage());
    assertThat(again.find()).isTrue();
    return Duration.between(Instant.now().plus(expected), Instant.parse(again.group(1))).abs();
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }
}
