package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;

/** What was asked cannot be done here, and a person can do something about it. */
final class CredentialSetupException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  CredentialSetupException(Sentence sentence) {
    super(sentence);
  }
}
