package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import picocli.AutoComplete;

/** What the shell needs to complete commands, options, languages and topics. */
public final class ShellCompletion {

  private ShellCompletion() {}

  /** A script for bash; in zsh it turns on {@code bashcompinit} by itself. */
  public static String script() {
    String script =
        AutoComplete.bash("pmnextcloud", PicocliCommandModel.in(Messages.of("help", Language.EN)));
    // How it is installed is told by our own help.
    int begin = script.indexOf("#\n# Installation");
    int end = script.indexOf("\nif [");
    return script.substring(0, begin) + script.substring(end);
  }
}
