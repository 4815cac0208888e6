package io.github.billnextcloud.command;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;

/** A command was asked for that this program does not have. */
public final class UnknownCommandException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  public UnknownCommandException(String name) {
    super(Sentence.of("command.unknown", name));
  }
}
