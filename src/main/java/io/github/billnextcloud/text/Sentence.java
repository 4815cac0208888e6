package io.github.billnextcloud.text;

import io.github.billnextcloud.safe.PrintableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence, or a part of one, that knows no language yet: any room can make it, and whoever shows
 * it says in which language. Until then no text is read.
 *
 * @param key the first word names the file of texts: {@code cloud.no_group}
 * @param values what is put into its places: sentences, lists, what each language writes in its own
 *     way, and anything that all write alike
 */
public record Sentence(String key, List<Object> values) implements Localizable {

  /** Nothing to say. */
  public static final Sentence NONE = verbatim("");

  /** Of what is no text of ours. */
  private static final String VERBATIM = "";

  public static Sentence of(String key, Object... values) {
    return new Sentence(key, Arrays.asList(values));
  }

  /** What a server, the panel or the system says: in the language that it speaks. */
  public static Sentence verbatim(String text) {
    return of(VERBATIM, text);
  }

  /** Parts after one another, without anything between them. */
  public static Sentence joined(Object... parts) {
    return of(VERBATIM, parts);
  }

  /** One after another, with something between them that is in no language. */
  public static Sentence list(String between, List<?> parts) {
    List<Object> joined = new ArrayList<>();
    parts.forEach(part -> joined.addAll(List.of(joined.isEmpty() ? "" : between, part)));
    return new Sentence(VERBATIM, joined);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** True when this, or a part of it, is the sentence of this key. */
  public boolean says(String wanted) {
    return key.equals(wanted)
        || values.stream().anyMatch(it -> it instanceof Sentence part && part.says(wanted));
  }

  @Override
  public String in(Language language) {
    Object[] shown = values.stream().map(value -> shown(value, language)).toArray();
    return key.equals(VERBATIM)
        ? Arrays.stream(shown).map(String::valueOf).collect(Collectors.joining())
        : Messages.of(key.substring(0, key.indexOf('.')), language).get(key, shown);
  }

  private static String shown(Object value, Language language) {
    if (value instanceof Localizable text) {
      return text.in(language);
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(it -> shown(it, language)).collect(Collectors.joining(", "));
    }
    // What comes from outside must not begin a line of its own.
    return PrintableText.line(String.valueOf(value));
  }

  /** For the log and for developers. */
  @Override
  public String toString() {
    return in(Language.EN);
  }
}
