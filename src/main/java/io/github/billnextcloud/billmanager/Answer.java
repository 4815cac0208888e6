package io.github.billnextcloud.billmanager;

/** What a command says on stdout: a document for BILLmanager, or lines for a person. */
public sealed interface Answer permits XmlOut, PanelForm, PlainText {

  /** The whole of it, with the line end that closes it. */
  String text();

  /** 0 when what was asked came true. */
  default int exitCode() {
    return 0;
  }
}
