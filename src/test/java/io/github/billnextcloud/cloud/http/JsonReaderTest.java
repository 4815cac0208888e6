package io.github.billnextcloud.cloud.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a list of objects, how long it may be, and what is said of half an answer. */
class JsonReaderTest {

  private static void readEach(String text, Consumer<Map<String, Object>> each) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    JsonReader.readEach(new ByteArrayInputStream(bytes), "value", each);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"value\":null}", "{\"value\":[]}", "{\"a\":{\"b\":[{}]},\"value\":[]}"})
  void readEachWhenTheListIsEmptyHandsOverNobody(String text) throws IOException {
    List<Map<String, Object>> read = new ArrayList<>();

    readEach(text, read::add);

    assertThat(read).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":{}}",
        "{\"value\":{\"1\":{}}}",
        "{\"value\":\"\"}",
        "{\"value\":0}",
        "{}"
      })
  void readEachWhenThereIsNoListThrows(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> readEach(text, object -> {}))
        .withMessage("the answer has no list 'value'");
  }

  @Test
  void readEachWhenTheListIsEndlessBreaksOff() {
    String endless = "{\"value\":[" + "{},".repeat(JsonReader.MOST_OBJECTS) + "{}]}";
    AtomicInteger read = new AtomicInteger();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> readEach(endless, object -> read.incrementAndGet()))
        .withMessageContaining("objects");
    assertThat(read).hasValue(JsonReader.MOST_OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"value\":[{\"id\":\"a", "{\"value\":[", "{\"value\"", "{\"a\":tru"})
  void readWhenTheAnswerBreaksOffSaysSo(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> JsonReader.read(text))
        .withMessage("the answer breaks off");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> JsonReader.readAny(text))
        .withMessage("the answer breaks off");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> readEach(text, object -> {}))
        .withMessage("the answer breaks off");
  }
}
