package io.github.billnextcloud;

import io.github.billnextcloud.billmanager.XmlIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The XML description with which BILLmanager knows the module. */
public final class Description {

  private static final Path FILE = Path.of("etc/xml/billmgr_mod_pmnextcloud.xml");

  private Description() {}

  public static XmlIn read() {
    try (InputStream file = Files.newInputStream(FILE)) {
      return XmlIn.parse(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The fields of a form, whether on pages or not. */
  public static List<XmlIn> fields(XmlIn description, String form) {
    XmlIn found = named(description.all("metadata"), form).first("form").orElseThrow();
    return found.first("page").orElse(found).all("field");
  }

  /** Key → text of one group of messages in one language. */
  public static Map<String, String> messages(XmlIn description, String language, String group) {
    Map<String, String> texts = new TreeMap<>();
    XmlIn messages = named(language(description, language).all("messages"), group);
    messages.all("msg").forEach(message -> texts.put(message.text("name"), message.text()));
    return texts;
  }

  static XmlIn language(XmlIn description, String language) {
    return named(description.all("lang"), language);
  }

  private static XmlIn named(List<XmlIn> elements, String name) {
    return elements.stream()
        .filter(element -> element.text("name").equals(name))
        .findFirst()
        .orElseThrow();
  }
}
