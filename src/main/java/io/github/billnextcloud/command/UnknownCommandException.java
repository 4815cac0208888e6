package io.github.billnextcloud.command;

/** A command was asked for that this program does not have. */
public final class UnknownCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownCommandException(String name) {
    super("There is no command '" + name + "'");
  }
}
