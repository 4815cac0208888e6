package io.github.billnextcloud.operator.setup;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.panel.Call;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A panel that sells nothing of ours yet, and a person who types {@code setup}. */
abstract class WithSetup {

  static final String PASSWORD = "Сей пароль $HOME 'никому' \"не\" виден";

  static final String[] CLOUD = {
    "--url", "https://cloud.example.org", "--login", "billing", "--password-env", "NC_PASSWORD"
  };

  @TempDir Path root;

  PanelStandIn panel;

  @BeforeEach
  void start() throws IOException {
    panel = PanelStandIn.start(root);
  }

  @AfterEach
  void stop() throws IOException {
    panel.close();
  }

  /** Types {@code setup} with the options of a cloud and these. */
  CommandResult setUp(String... more) {
    List<String> args = new ArrayList<>(List.of(CLOUD));
    args.addAll(List.of(more));
    return typed(args.toArray(String[]::new));
  }

  CommandResult typed(String... options) {
    panel.forgetCalls();
    CommandContext event =
        new CommandContext(
            Invocation.parse(options),
            InputStream.nullInputStream(),
            new LocalPanel(root),
            TerminalProgress.none());
    return new Setup(Map.of("NC_PASSWORD", PASSWORD)::get).run(event);
  }

  /** What was asked of the panel besides its own parameters. */
  List<String> asked() {
    return panel.calls().stream()
        .filter(call -> !call.func().equals("paramlist"))
        .map(Call::line)
        .toList();
  }

  /** All that the panel's database holds. */
  Map<String, List<Map<String, String>>> tables() {
    Map<String, List<Map<String, String>>> all = new TreeMap<>();
    panel.query("SHOW TABLES").stream()
        .flatMap(row -> row.values().stream())
        .forEach(table -> all.put(table, panel.query("SELECT * FROM " + table)));
    return all;
  }

  /** The states that a story tells, in order and each once. */
  static List<String> states(CommandResult answer) {
    return answer
        .text()
        .lines()
        .filter(line -> line.matches("(there|missing|made|amiss|refused|waits) .*"))
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }
}
