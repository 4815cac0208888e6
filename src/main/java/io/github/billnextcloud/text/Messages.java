package io.github.billnextcloud.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one subject in one language: a file, which is read when the first of them is shown.
 * A key that it lacks is a mistake of ours, and fails.
 */
public final class Messages {

  private static final Map<String, Messages> READ = new ConcurrentHashMap<>();

  private final String file;
  private final Properties texts = new Properties();

  private Messages(String file) {
    this.file = file;
    try (InputStream stream = Messages.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * @param subject how the file is called, without its language
   */
  public static Messages of(String subject, Language language) {
    return READ.computeIfAbsent(
        subject + "." + language.code() + ".properties", file -> new Messages(file));
  }

  public String get(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new MissingResourceException(file + " has no " + key, file, key);
    }
    return text;
  }

  /** With the values in their places, of which the first is {@code {0}}. */
  public String get(String key, Object... values) {
    String text = get(key);
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      int number = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 10) : -1;
      if (number >= 0 && number < values.length && text.startsWith("}", at + 2)) {
        filled.append(text, from, at).append(values[number]);
        from = at + 3;
      }
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** The first of the keys when there is such a text, or else the second. */
  public String getOr(String own, String common) {
    return get(texts.containsKey(own) ? own : common);
  }

  /** What the texts are about: the keys up to their first dot. */
  public Set<String> firstWords() {
    Set<String> words = new TreeSet<>();
    keys().forEach(key -> words.add(key.substring(0, key.indexOf('.'))));
    return words;
  }

  public Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }
}
