package io.github.billnextcloud.billmanager.xml;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.safe.PrintableText;

/** A document that we write: element by element, everything escaped. */
public final class XmlBuilder implements CommandResult {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final StringBuilder xml = new StringBuilder();
  private boolean tagIsOpen;

  /** The root element of every document of BILLmanager. */
  public static XmlBuilder doc() {
    XmlBuilder document = new XmlBuilder();
    document.xml.append(HEAD);
    return document.open("doc");
  }

  /** Elements to be put into a document that somebody else has begun. */
  public static XmlBuilder part() {
    return new XmlBuilder();
  }

  /** What was written so far, as it stands. */
  public String content() {
    return xml.toString();
  }

  /** The answer to a command that succeeded and has nothing else to say. */
  public static XmlBuilder ok() {
    return doc().element("ok", "");
  }

  public XmlBuilder open(String name) {
    closeTag();
    xml.append('<').append(name);
    tagIsOpen = true;
    return this;
  }

  /** An attribute of the element that was opened last, before anything is put into it. */
  public XmlBuilder with(String attribute, Object value) {
    xml.append(' ').append(attribute).append("=\"");
    escape(String.valueOf(value));
    xml.append('"');
    return this;
  }

  public XmlBuilder text(String text) {
    if (!text.isEmpty()) {
      closeTag();
      escape(text);
    }
    return this;
  }

  public XmlBuilder close(String name) {
    if (tagIsOpen) {
      xml.append("/>");
      tagIsOpen = false;
    } else {
      xml.append("</").append(name).append('>');
    }
    return this;
  }

  public XmlBuilder element(String name, String text) {
    return open(name).text(text).close(name);
  }

  /** BILLmanager's {@code <param name="…">text</param>}. */
  public XmlBuilder param(String name, String text) {
    return open("param").with("name", name).text(text).close("param");
  }

  private void closeTag() {
    if (tagIsOpen) {
      xml.append('>');
      tagIsOpen = false;
    }
  }

  private void escape(String text) {
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      escape(text.codePointAt(at));
    }
  }

  private void escape(int character) {
    switch (character) {
      case '&' -> xml.append("&amp;");
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '"' -> xml.append("&quot;");
      default -> {
        if (isAllowed(character) && PrintableText.isSafe(character)) {
          xml.appendCodePoint(character);
        } else if (isAllowed(character)) {
          // It means the same, and does nothing to a terminal that shows it.
          xml.append("&#").append(character).append(';');
        }
      }
    }
  }

  /** XML 1.0 has no place for control characters and halves of pairs, not even escaped. */
  private static boolean isAllowed(int character) {
    return (character >= ' ' || character == '\t' || character == '\n' || character == '\r')
        && character != 0xFFFE
        && character != 0xFFFF
        && !(character >= 0xD800 && character <= 0xDFFF);
  }

  /** The whole document; the root is closed by this. */
  @Override
  public String text() {
    return xml + (tagIsOpen ? "/>" : "</doc>") + "\n";
  }

  @Override
  public String toString() {
    return text();
  }
}
