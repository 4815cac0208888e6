package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;

/** A setting of the way to a cloud cannot be used as it was typed. */
public final class UnusableSettingException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  UnusableSettingException(Sentence sentence) {
    super(sentence);
  }

  UnusableSettingException(Sentence sentence, Throwable cause) {
    super(sentence, cause);
  }
}
