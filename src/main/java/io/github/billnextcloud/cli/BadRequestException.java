package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;

/** What was asked of us cannot be read: options, or the document on stdin. */
public final class BadRequestException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  public BadRequestException(Sentence sentence) {
    super(sentence);
  }

  public BadRequestException(Sentence sentence, Throwable cause) {
    super(sentence, cause);
  }
}
