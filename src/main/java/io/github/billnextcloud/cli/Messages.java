package io.github.billnextcloud.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** The sentences of one language. A key that it lacks is a mistake of ours, and fails. */
public final class Messages {

  private final ResourceBundle bundle;

  private Messages(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  public static Messages in(Language language) {
    return from(language.code() + ".properties");
  }

  static Messages from(String name) {
    try (InputStream file = Messages.class.getResourceAsStream(name)) {
      return new Messages(
          new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public String get(String key) {
    return bundle.getString(key);
  }

  /** With the values in their places. */
  public String get(String key, Object... values) {
    return new MessageFormat(get(key), Locale.ROOT).format(values);
  }

  /** What one command says of it, or else what all say. */
  String of(String command, String key) {
    String own = command + "." + key;
    return get(bundle.containsKey(own) ? own : key);
  }

  Set<String> keys() {
    return new TreeSet<>(bundle.keySet());
  }
}
