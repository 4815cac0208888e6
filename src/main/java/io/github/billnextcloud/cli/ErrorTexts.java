package io.github.billnextcloud.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Why each error comes, and what to do about it: by its id, such as {@code cloud_busy}. */
public final class ErrorTexts {

  private static final String CAUSE = ".cause";
  private static final String REMEDY = ".remedy";

  private final Messages texts;

  private ErrorTexts(Messages texts) {
    this.texts = texts;
  }

  public static ErrorTexts in(Language language) {
    return new ErrorTexts(Messages.from("errors." + language.code() + ".properties"));
  }

  /** All ids, sorted. */
  public static Set<String> ids() {
    return in(Language.EN).keys().stream()
        .map(key -> key.replaceFirst("\\..*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public String cause(String id) {
    return texts.get(id + CAUSE);
  }

  public String remedy(String id) {
    return texts.get(id + REMEDY);
  }

  Set<String> keys() {
    return texts.keys();
  }
}
