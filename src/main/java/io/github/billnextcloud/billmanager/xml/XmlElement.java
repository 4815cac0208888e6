package io.github.billnextcloud.billmanager.xml;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document that we only read: an element with its text and its fields.
 *
 * <p>Attributes and child elements are both fields, because BILLmanager uses them alike: {@code
 * func} of a form has been seen as either. A document with a document type, and so with entities of
 * its own, is refused.
 */
public final class XmlElement {

  /** Bytes; a service with hundreds of add-ons has some thousand. */
  public static final int LONGEST = 4 << 20;

  /**
   * Elements, attributes and texts: each takes some 150 bytes of the little memory that we have.
   */
  private static final int MOST = 50_000;

  /** Levels; the panel's forms have five. We go down by recursion, and our stack is small. */
  private static final XmlFactory SHALLOW =
      XmlFactory.builder()
          .xmlInputFactory(SafeXmlReaderFactory.FACTORY)
          .xmlOutputFactory(new WstxOutputFactory())
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build())
          .build();

  private final Map<String, List<XmlElement>> fields = new LinkedHashMap<>();
  private String text = "";

  private XmlElement() {}

  /**
   * @throws InvalidInputException when this is no well-formed document
   */
  public static XmlElement parse(InputStream document) {
    try {
      return parse(StdinDocumentReader.read(document, LONGEST + 1));
    } catch (IOException failure) {
      throw new InvalidInputException(Sentence.of("request.document_unreadable"), failure);
    }
  }

  public static XmlElement parse(String document) {
    return parse(document.getBytes(StandardCharsets.UTF_8));
  }

  public static XmlElement parse(byte[] document) {
    if (document.length > LONGEST) {
      throw new InvalidInputException(Sentence.of("request.document_too_long", LONGEST));
    }
    if (document.length == 0) {
      throw new InvalidInputException(Sentence.of("request.document_empty"));
    }
    if (new String(document, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
      throw new InvalidInputException(Sentence.of("request.document_type"));
    }
    try (JsonParser parser = SHALLOW.createParser(document)) {
      parser.nextToken();
      XmlElement root = new XmlElement();
      root.read(parser, MOST);
      if (parser.nextToken() != null) {
        throw new InvalidInputException(Sentence.of("request.document_goes_on"));
      }
      return root;
    } catch (IOException malformed) {
      throw new InvalidInputException(
          Sentence.of("request.document_no_xml", firstLine(malformed)), malformed);
    }
  }

  private static String firstLine(IOException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  /** Takes in this field and those below it, and tells how many more may come. */
  private int read(JsonParser parser, int most) throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      text = parser.getValueAsString("");
      return most;
    }
    StringBuilder texts = new StringBuilder();
    int left = most;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      if (--left < 0) {
        throw new InvalidInputException(Sentence.of("request.document_too_many", MOST));
      }
      String name = parser.currentName();
      parser.nextToken();
      XmlElement field = new XmlElement();
      left = field.read(parser, left);
      if (name.isEmpty()) {
        texts.append(field.text);
      } else {
        fields.computeIfAbsent(name, missing -> new ArrayList<>()).add(field);
      }
    }
    text = texts.toString();
    return left;
  }

  /** False for an element of nothing but text. */
  public boolean hasFields() {
    return !fields.isEmpty();
  }

  /** The text right inside this element; empty when there is none. */
  public String text() {
    return text.strip();
  }

  /** The text as it stands, for secrets: blanks may belong to them. */
  public String rawText() {
    return text;
  }

  /** The text of the first field of this name; empty when there is none. */
  public String text(String name) {
    return first(name).map(XmlElement::text).orElse("");
  }

  public Optional<XmlElement> first(String name) {
    List<XmlElement> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  public List<XmlElement> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** The first element of this name at any depth. */
  public Optional<XmlElement> find(String name) {
    return first(name)
        .or(
            () ->
                fields.values().stream()
                    .flatMap(List::stream)
                    .flatMap(field -> field.find(name).stream())
                    .findFirst());
  }

  /** The texts of all simple fields by name; of repeated ones the first. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, List<XmlElement>> field : fields.entrySet()) {
      texts.put(field.getKey(), field.getValue().get(0).text());
    }
    return texts;
  }
}
