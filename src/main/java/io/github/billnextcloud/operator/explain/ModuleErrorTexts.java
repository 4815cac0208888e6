package io.github.billnextcloud.operator.explain;

import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The texts of errors that BILLmanager shows, from the XML description inside the program. */
public final class ModuleErrorTexts {

  /** Where BILLmanager puts what exactly happened. */
  public static final String REASON = "__reason__";

  private static final String DESCRIPTION = "/etc/xml/billmgr_mod_pmnextcloud.xml";
  private static final String KEY = "msg_error_";

  private final Map<String, String> texts;

  private ModuleErrorTexts(Map<String, String> texts) {
    this.texts = texts;
  }

  public static ModuleErrorTexts in(Language language) {
    Map<String, String> texts = new HashMap<>();
    description().all("lang").stream()
        .filter(words -> words.text("name").equals(language.code()))
        .flatMap(words -> words.all("messages").stream())
        .filter(group -> group.text("name").equals("msgerror"))
        .flatMap(group -> group.all("msg").stream())
        .forEach(message -> texts.put(message.text("name"), message.text()));
    return new ModuleErrorTexts(texts);
  }

  /**
   * With {@link #REASON} in its place.
   *
   * @param type as documents have it: {@code pmnextcloud_cloud_busy}
   */
  public String of(String type) {
    return texts.getOrDefault(KEY + type, REASON);
  }

  private static XmlElement description() {
    try (InputStream file = ModuleErrorTexts.class.getResourceAsStream(DESCRIPTION)) {
      return XmlElement.parse(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
