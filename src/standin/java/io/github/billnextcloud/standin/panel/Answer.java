package io.github.billnextcloud.standin.panel;

/** What one mgrctl call prints and how it exits. */
record Answer(int exitCode, String stdout, String stderr) {

  static Answer of(Reply reply, String format) {
    return new Answer(0, reply.in(format) + "\n", "");
  }

  static Answer of(PanelError error, String format) {
    String stdout = format.equals("text") ? "" : error.reply().in(format) + "\n";
    return new Answer(1, stdout, error.line() + "\n");
  }
}
