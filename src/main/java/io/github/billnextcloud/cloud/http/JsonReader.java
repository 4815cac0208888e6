package io.github.billnextcloud.cloud.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, texts, numbers and booleans. */
public final class JsonReader {

  /** A user has four levels; we go down by recursion, and our stack is small. */
  private static final JsonFactory SHALLOW =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * A page of users has some ten thousand; more are sent by whoever wants our memory, of which a
   * byte of text may cost twenty.
   */
  public static final int MOST_VALUES = 300_000;

  /** Of a list that is handed over one by one. */
  static final int MOST_OBJECTS = 1_000_000;

  private final JsonParser parser;
  private int values;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The object that the text begins with.
   *
   * @throws IOException when it is not well-formed, or too much
   */
  public static Map<String, Object> read(String text) throws IOException {
    try (JsonParser parser = SHALLOW.createParser(text)) {
      parser.nextToken();
      return new JsonReader(parser).object();
    } catch (JsonProcessingException broken) {
      throw breaksOff(broken);
    }
  }

  /**
   * The value that the text begins with.
   *
   * @throws IOException when it is not well-formed, or too much
   */
  public static @Nullable Object readAny(String text) throws IOException {
    try (JsonParser parser = SHALLOW.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new IOException("nothing was answered");
      }
      return new JsonReader(parser).value();
    } catch (JsonProcessingException broken) {
      throw breaksOff(broken);
    }
  }

  /** In words that say more to people than the parser's. */
  private static IOException breaksOff(JsonProcessingException broken) {
    return new IOException("the answer breaks off", broken);
  }

  /**
   * Hands over the objects of a list that the text's own object has, one after the other, so that
   * only one of them is in memory.
   *
   * @param list the name of the list; one that is null is empty
   * @throws IOException when it is not well-formed, or has no such list
   */
  public static void readEach(InputStream text, String list, Consumer<Map<String, Object>> each)
      throws IOException {
    try (JsonParser parser = SHALLOW.createParser(text)) {
      parser.nextToken();
      boolean found = false;
      int objects = 0;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken first = parser.nextToken();
        boolean isList = first == JsonToken.START_ARRAY;
        found |= name.equals(list) && (isList || first == JsonToken.VALUE_NULL);
        if (!name.equals(list) || !isList) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          if (++objects > MOST_OBJECTS) {
            throw new IOException("the answer has more than " + MOST_OBJECTS + " objects");
          }
          each.accept(new JsonReader(parser).object());
        }
      }
      if (!found || parser.currentToken() != JsonToken.END_OBJECT) {
        throw new IOException("the answer has no list '" + list + "'");
      }
    } catch (JsonProcessingException broken) {
      throw breaksOff(broken);
    }
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      object.put(name, value());
    }
    return object;
  }

  private List<Object> list() throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value());
    }
    return list;
  }

  private @Nullable Object value() throws IOException {
    if (++values > MOST_VALUES) {
      throw new IOException("the answer has more than " + MOST_VALUES + " values");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }
}
