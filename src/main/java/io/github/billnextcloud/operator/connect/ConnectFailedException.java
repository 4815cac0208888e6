package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;

/** What was asked cannot be done here, and a person can do something about it. */
final class ConnectFailedException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  ConnectFailedException(Sentence sentence) {
    super(sentence);
  }
}
