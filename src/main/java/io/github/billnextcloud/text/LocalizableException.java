package io.github.billnextcloud.text;

/** A failure that can be told to a person in any language. Its message, for the log, is English. */
public abstract class LocalizableException extends RuntimeException implements Localizable {

  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  protected LocalizableException(Sentence sentence) {
    this.sentence = sentence;
  }

  protected LocalizableException(Sentence sentence, Throwable cause) {
    super(null, cause);
    this.sentence = sentence;
  }

  public final Sentence sentence() {
    return sentence;
  }

  @Override
  public final String in(Language language) {
    return sentence.in(language);
  }

  @Override
  public final String getMessage() {
    return sentence.in(Language.EN);
  }

  /** Why something failed, as far as it can be told: in our words, or in those of the system. */
  public static Sentence sentenceOf(Throwable thrown) {
    if (thrown instanceof LocalizableException ours) {
      return ours.sentence;
    }
    if (thrown instanceof Localizable) {
      return Sentence.joined(thrown);
    }
    String message = thrown.getMessage();
    return Sentence.verbatim(message == null ? thrown.getClass().getSimpleName() : message);
  }
}
