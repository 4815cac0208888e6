package io.github.billnextcloud.billmanager.xml;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A form that the panel pipes through us before it shows it (contract §4.12). What we add stands
 * before its closing tag; every other character is handed back as it came, because what the panel
 * makes of order, attributes and repeated elements is not ours to know.
 */
public final class PanelFormEditor implements CommandResult {

  private static final Logger LOG = LoggerFactory.getLogger(PanelFormEditor.class);

  /** {@code <doc/>} has no place for anything, and is no form of the panel's. */
  private static final int NOWHERE = -1;

  /** Bytes; a longer form would not fit into our memory. */
  private static final int LONGEST = 4 * XmlElement.LONGEST;

  private final XmlElement fields;
  private final byte[] form;
  private String before;
  private final String after;
  private final StringBuilder added = new StringBuilder();

  /** One that is handed back as it came. */
  private PanelFormEditor(byte[] form) {
    this.fields = XmlElement.parse("<doc/>");
    this.form = form;
    this.before = "";
    this.after = "";
  }

  private PanelFormEditor(XmlElement fields, byte[] form, String text, int end) {
    this.fields = fields;
    this.form = form;
    this.before = text.substring(0, end);
    this.after = text.substring(end);
  }

  /**
   * One that we do not understand, or that is no form at all, goes back as it came: what it is for
   * must open all the same.
   *
   * @throws InvalidInputException when it cannot be read from stdin, or is longer than we can hold
   */
  public static PanelFormEditor parse(InputStream document) {
    byte[] form = read(document);
    try {
      return understood(form);
    } catch (InvalidInputException | XMLStreamException | CharacterCodingException foreign) {
      LOG.warn("the form is handed back as it came: {}", foreign.getMessage());
      return new PanelFormEditor(form);
    }
  }

  private static byte[] read(InputStream document) {
    try {
      byte[] form = StdinDocumentReader.read(document, LONGEST + 1);
      if (form.length > LONGEST) {
        throw new InvalidInputException(Sentence.of("request.form_too_long", LONGEST));
      }
      return form;
    } catch (IOException failure) {
      throw new InvalidInputException(Sentence.of("request.form_unreadable"), failure);
    }
  }

  private static PanelFormEditor understood(byte[] form)
      throws CharacterCodingException, XMLStreamException {
    XmlElement fields = XmlElement.parse(form);
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(form)).toString();
    if (text.matches("(?s)\\uFEFF?<\\?xml[^>]*encoding=(?![\"'](?i:utf-?8)[\"']).*")) {
      throw new InvalidInputException(Sentence.of("request.form_not_utf8"));
    }
    int end = endOfContent(text);
    return end == NOWHERE
        ? new PanelFormEditor(form)
        : new PanelFormEditor(fields, form, text, end);
  }

  /** Where the closing tag of the root begins. */
  private static int endOfContent(String form) throws XMLStreamException {
    XMLStreamReader reader = SafeXmlReaderFactory.of(new StringReader(form));
    int end = form.length();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.END_ELEMENT) {
        end = reader.getLocation().getCharacterOffset();
      }
    }
    return form.startsWith("</", end) ? end : NOWHERE;
  }

  /** The value of a field; empty when the form has none. */
  public String value(String field) {
    return fields.text(field);
  }

  /** The form as a document. */
  public XmlElement fields() {
    return fields;
  }

  /** Gives a field a value, if the form has no such field at all. */
  public void fill(String field, String value) {
    if (fields.first(field).isEmpty()) {
      add(XmlBuilder.part().element(field, value).content());
    }
  }

  /**
   * Offers choices for a field, unless the panel does so itself. What is chosen now stays on offer.
   *
   * @param choices key → text, in the order to show
   */
  public void offer(String field, Map<String, String> choices) {
    for (XmlElement own : fields.all("slist")) {
      if (own.text("name").equals(field)) {
        if (own.find("val").isPresent() || own.find("msg").isPresent()) {
          return;
        }
        before = withoutEmptyList(before, field);
      }
    }
    XmlBuilder list = XmlBuilder.part().open("slist").with("name", field);
    choices.forEach((key, text) -> option(list, key, text));
    String chosen = value(field);
    if (!chosen.isEmpty() && !choices.containsKey(chosen)) {
      option(list, chosen, chosen);
    }
    add(list.close("slist").content());
  }

  private void add(String content) {
    if (!after.isEmpty()) {
      added.append(content);
    }
  }

  /**
   * The panel makes lists for selects that have no values yet: ours takes the place of the last.
   */
  private static String withoutEmptyList(String form, String field) {
    String name = "\\bname\\s*=\\s*[\"']" + Pattern.quote(field) + "[\"']";
    Matcher list =
        Pattern.compile("<slist\\b[^>]*" + name + "[^>]*(?:/>|>\\s*</slist\\s*>)").matcher(form);
    String without = form;
    while (list.find()) {
      without = form.substring(0, list.start()) + form.substring(list.end());
    }
    return without;
  }

  private static void option(XmlBuilder list, String key, String text) {
    list.open("val").with("key", key).text(text).close("val");
  }

  @Override
  public String text() {
    return added.isEmpty() ? new String(form, StandardCharsets.UTF_8) : before + added + after;
  }

  @Override
  public byte[] bytes() {
    return added.isEmpty() ? form : text().getBytes(StandardCharsets.UTF_8);
  }
}
