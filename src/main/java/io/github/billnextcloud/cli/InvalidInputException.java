package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;

/** What was asked of us cannot be read: options, or the document on stdin. */
public final class InvalidInputException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  public InvalidInputException(Sentence sentence) {
    super(sentence);
  }

  public InvalidInputException(Sentence sentence, Throwable cause) {
    super(sentence, cause);
  }
}
