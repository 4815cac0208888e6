package io.github.billnextcloud.billmanager;

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

/**
 * A form that the panel pipes through us before it shows it (contract §4.12). What we add stands
 * before its closing tag; every other character is handed back as it came, because what the panel
 * makes of order, attributes and repeated elements is not ours to know.
 */
public final class PanelForm implements Answer {

  /** {@code <doc/>} has no place for anything, and is no form of the panel's. */
  private static final int NOWHERE = -1;

  private final XmlIn fields;
  private final boolean closed;
  private String before;
  private final String after;
  private final StringBuilder added = new StringBuilder();

  private PanelForm(XmlIn fields, String form, int end) {
    this.fields = fields;
    this.closed = end == NOWHERE;
    this.before = closed ? form : form.substring(0, end);
    this.after = closed ? "" : form.substring(end);
  }

  /**
   * @throws BadRequest when this is no well-formed document in UTF-8
   */
  public static PanelForm parse(InputStream document) {
    try {
      byte[] bytes = document.readNBytes(XmlIn.LONGEST + 1);
      XmlIn fields = XmlIn.parse(bytes);
      String form = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (form.matches("(?s)\\uFEFF?<\\?xml[^>]*encoding=(?![\"'](?i:utf-8)[\"']).*")) {
        throw new BadRequest("The form says that it is not in UTF-8", null);
      }
      return new PanelForm(fields, form, endOfContent(form));
    } catch (CharacterCodingException foreign) {
      throw new BadRequest("The form is not in UTF-8", foreign);
    } catch (IOException | XMLStreamException failure) {
      throw new BadRequest("The form on stdin cannot be read", failure);
    }
  }

  /** Where the closing tag of the root begins. */
  private static int endOfContent(String form) throws XMLStreamException {
    XMLStreamReader reader = XmlIn.stream(new StringReader(form));
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
  public XmlIn fields() {
    return fields;
  }

  /** Gives a field a value, if the form has no such field at all. */
  public void fill(String field, String value) {
    if (fields.first(field).isEmpty()) {
      added.append(XmlOut.part().element(field, value).content());
    }
  }

  /**
   * Offers choices for a field, unless the panel does so itself. What is chosen now stays on offer.
   *
   * @param choices key → text, in the order to show
   */
  public void offer(String field, Map<String, String> choices) {
    for (XmlIn own : fields.all("slist")) {
      if (own.text("name").equals(field)) {
        if (own.find("val").isPresent() || own.find("msg").isPresent()) {
          return;
        }
        before = withoutEmptyList(before, field);
      }
    }
    XmlOut list = XmlOut.part().open("slist").with("name", field);
    choices.forEach((key, text) -> option(list, key, text));
    String chosen = value(field);
    if (!chosen.isEmpty() && !choices.containsKey(chosen)) {
      option(list, chosen, chosen);
    }
    added.append(list.close("slist").content());
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

  private static void option(XmlOut list, String key, String text) {
    list.open("val").with("key", key).text(text).close("val");
  }

  @Override
  public String text() {
    return closed ? before : before + added + after;
  }
}
