package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single requests and answers, as they are written and read. */
class GraphMessagesTest {

  private static final Sentence PURPOSE = Sentence.of("purpose.sign_in");

  private static Request http(GraphRequest request) {
    CloudAddress at = CloudAddress.parse("https://cloud.example.org").orElseThrow();
    CloudCredentials ours = CloudCredentials.ofPassword("admin", new Secret("word"));
    return request.http(new CloudEndpoint(at, ours), new Secret("Basic x"));
  }

  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "204, true", "299, true", "300, false", "404, false"})
  void isOkWhenTheStatusIsOneOfSuccess(int status, boolean ok) {
    assertThat(new GraphAnswer(status, Map.of()).isOk()).isEqualTo(ok);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 201})
  void messageWhenLongIsCut(int length) {
    String said = "a".repeat(length);
    GraphAnswer answer = new GraphAnswer(400, Map.of("error", Map.of("message", said)));

    assertThat(answer.message()).isEqualTo(length > 200 ? "a".repeat(200) + "…" : said);
  }

  @Test
  void jsonWhenAnObjectIsInAnotherEndsItFirst() {
    JsonObjectBuilder json =
        new JsonObjectBuilder()
            .with("quota", new JsonObjectBuilder().with("total", 5L))
            .with("name", "a\"b")
            .with("accountEnabled", true);

    assertThat(json)
        .hasToString("{\"quota\":{\"total\":5},\"name\":\"a\\\"b\",\"accountEnabled\":true}");
  }

  /** Go's server looks at nothing else; others in between do. */
  @Test
  void requestWhenItSaysSomethingTellsThatItIsJson() {
    JsonObjectBuilder name = new JsonObjectBuilder().with("displayName", "Ann");

    assertThat(http(GraphRequest.post(PURPOSE, "users").with(name)).header("Content-Type"))
        .isEqualTo("application/json");
    assertThat(http(GraphRequest.post(PURPOSE, "tokens")).header("Content-Type")).isNull();
    assertThat(http(GraphRequest.delete(PURPOSE, "users", "ann").with(name)))
        .satisfies(
            deletion -> {
              assertThat(deletion.header("Content-Type")).isNull();
              assertThat(deletion.body())
                  .satisfiesAnyOf(
                      body -> assertThat(body).isNull(),
                      body -> assertThat(body.contentLength()).isZero());
            });
  }

  /** Which token is taken back stands there, and that must not be in the log. */
  @Test
  void routeWhenThereIsAQueryLeavesItOut() {
    assertThat(GraphRequest.delete(PURPOSE, "auth-app", "tokens").asking("token", "amber").route())
        .isEqualTo("DELETE auth-app/tokens");
  }
}
