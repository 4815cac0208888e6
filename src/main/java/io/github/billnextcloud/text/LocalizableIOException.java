package io.github.billnextcloud.text;

import java.io.IOException;

/** The same as {@link LocalizableException}, for those who expect that input and output fail. */
public final class LocalizableIOException extends IOException implements Localizable {

  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  public LocalizableIOException(Sentence sentence) {
    this.sentence = sentence;
  }

  @Override
  public String in(Language language) {
    return sentence.in(language);
  }

  @Override
  public String getMessage() {
    return sentence.in(Language.EN);
  }
}
