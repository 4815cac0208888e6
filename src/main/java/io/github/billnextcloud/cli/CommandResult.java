package io.github.billnextcloud.cli;

import java.nio.charset.StandardCharsets;

/** What a command says on stdout: a document for BILLmanager, or lines for a person. */
public interface CommandResult {

  /** The whole of it, with the line end that closes it. */
  String text();

  /** The same as it is written. */
  default byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** 0 when what was asked came true. */
  default int exitCode() {
    return 0;
  }
}
