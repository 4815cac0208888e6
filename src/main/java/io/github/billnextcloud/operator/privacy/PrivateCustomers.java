package io.github.billnextcloud.operator.privacy;

import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.privacy.AppSetting;
import io.github.billnextcloud.cloud.probe.CloudDiagnostics;
import io.github.billnextcloud.cloud.probe.ServerStatus;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps the customers of a module's cloud from finding each other: sets what may be set over HTTP,
 * and tells the rest. Only tells of it unless {@code --apply} is given; what is set is not set
 * again.
 */
public final class PrivateCustomers {

  private static final String MARGIN = " ".repeat(9);

  private final CommandContext event;
  private final Language language;
  private final List<String> lines = new ArrayList<>();
  private boolean failed;

  public PrivateCustomers(CommandContext event) {
    this.event = event;
    this.language = event.language();
  }

  public CommandResult run() {
    ProcessingModule module = event.module();
    CloudDiagnostics way = ModuleCloud.diagnosis(module, Timeouts.FORM, event.panel());
    ServerStatus status = way.status();
    SharedGroups shared = SharedGroups.of(new PanelDiagnostics(event.panel()).tariffs(module.id()));
    NeighbourReview before = new NeighbourReview(way.neighbours(status), shared.names());
    say(Sentence.of("privacy.head", way.address(), status.product(), status.version()));
    say(before.found());
    lines.add("");
    boolean apply = event.invocation().isOn("--apply");
    List<AppSetting> settable = before.settings().settable(shared.names());
    NeighbourReview after = before;
    if (apply && !settable.isEmpty()) {
      Map<AppSetting, Sentence> refused = way.set(settable, status);
      after = new NeighbourReview(way.neighbours(status), shared.names());
      tellDone(settable, refused, after.settings().settable(shared.names()));
    } else {
      settable.forEach(it -> say("missing", Sentence.verbatim(it.toString())));
    }
    after.settings().byHand(shared.names()).forEach(it -> say("by_hand", it));
    shared
        .tariffs()
        .forEach((group, tariffs) -> say("group", Sentence.of("privacy.group_of", group, tariffs)));
    end(apply, settable.size(), after);
    return new TextResult(text(), failed ? 1 : 0);
  }

  private void tellDone(
      List<AppSetting> settable, Map<AppSetting, Sentence> refused, List<AppSetting> left) {
    for (AppSetting setting : settable) {
      Sentence name = Sentence.verbatim(setting.toString());
      if (!left.contains(setting)) {
        say("made", name);
        continue;
      }
      failed = true;
      Sentence why = refused.getOrDefault(setting, Sentence.of("privacy.not_shown"));
      say("refused", name);
      lines.add(MARGIN + "  " + why.in(language));
      lines.add(MARGIN + "  " + Sentence.of("privacy.run_there", setting.command()).in(language));
    }
  }

  private void end(boolean apply, int settable, NeighbourReview after) {
    lines.add("");
    if (settable == 0) {
      say(Sentence.of("privacy.nothing_to_set"));
    } else if (apply) {
      say(after.found());
    } else {
      say(Sentence.of("privacy.would", settable));
    }
  }

  private void say(Sentence sentence) {
    lines.add(sentence.in(language));
  }

  private void say(String state, Sentence what) {
    String word = Sentence.of("privacy.state." + state).in(language);
    lines.add(
        (word + MARGIN).substring(0, Math.max(MARGIN.length(), word.length() + 1))
            + what.in(language));
  }

  /** What comes from outside must not begin a line of its own. */
  private String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(PrintableText.line(line)).append('\n'));
    return text.toString();
  }
}
