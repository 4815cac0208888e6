package io.github.billnextcloud.demo;

import io.github.billnextcloud.cloud.CloudUser;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Tells what happens, in a form that a person enjoys reading. */
final class DemoStory {

  private static final String LABEL = "   %-13s%s%n";

  private final PrintStream out;
  private final Paint paint = new Paint();
  private int events;

  DemoStory(PrintStream out) {
    this.out = out;
  }

  void title(String text) {
    out.printf("%n%s%n%n", paint.title(text));
  }

  void fact(String label, String text) {
    out.printf(LABEL, label, text);
  }

  void event(String what) {
    events++;
    out.printf("%n%s%n", paint.event(events + "  " + what));
  }

  void asked(String command, int exitCode, long millis) {
    String verdict = exitCode == 0 ? paint.good("✔") : paint.bad("✖ exit " + exitCode);
    String time = paint.faint(String.format("%.2f s", millis / 1000.0));
    out.printf(LABEL, "BILLmanager", command + "  " + verdict + " " + time);
  }

  void said(String document) {
    out.printf(LABEL, "answer", paint.bad(document.strip()));
  }

  void lines(String label, List<String> lines) {
    for (int index = 0; index < lines.size(); index++) {
      out.printf(LABEL, index == 0 ? label : "", paint.faint(lines.get(index)));
    }
  }

  void service(String state) {
    out.printf(LABEL, "the panel", state);
  }

  void cloud(Optional<CloudUser> user) {
    out.printf(LABEL, "the cloud", user.map(this::describe).orElse(paint.faint("no such account")));
  }

  private String describe(CloudUser user) {
    String state = user.isEnabled() ? paint.good("enabled") : paint.bad("disabled");
    String groups = user.groups().isEmpty() ? "no group" : String.join(", ", user.groups());
    return String.join(
        " · ",
        user.id().value(),
        state,
        user.quota().toString(),
        groups,
        user.profile().displayName().orElse("no name"),
        user.profile().email().orElse("no address"));
  }

  void end(String text) {
    out.printf("%n%s%n%n", text);
  }
}
