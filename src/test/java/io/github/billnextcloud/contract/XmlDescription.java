package io.github.billnextcloud.contract;

import io.github.billnextcloud.billmanager.xml.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The XML description with which BILLmanager knows the module. */
public final class XmlDescription {

  private static final Path FILE = Path.of("etc/xml/billmgr_mod_pmnextcloud.xml");

  private XmlDescription() {}

  public static XmlElement read() {
    try (InputStream file = Files.newInputStream(FILE)) {
      return XmlElement.parse(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The fields of a form, whether on pages or not. */
  public static List<XmlElement> fields(XmlElement description, String form) {
    XmlElement found = named(description.all("metadata"), form).first("form").orElseThrow();
    return found.first("page").orElse(found).all("field");
  }

  /** Key → text of one group of messages in one language. */
  public static Map<String, String> messages(
      XmlElement description, String language, String group) {
    Map<String, String> texts = new TreeMap<>();
    XmlElement messages = named(language(description, language).all("messages"), group);
    messages.all("msg").forEach(message -> texts.put(message.text("name"), message.text()));
    return texts;
  }

  static XmlElement language(XmlElement description, String language) {
    return named(description.all("lang"), language);
  }

  private static XmlElement named(List<XmlElement> elements, String name) {
    return elements.stream()
        .filter(element -> element.text("name").equals(name))
        .findFirst()
        .orElseThrow();
  }
}
