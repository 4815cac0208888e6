package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A panel, a processing module of a cloud, and who types {@code connect} for it. */
abstract class WithConnect {

  @TempDir static Path root;
  static PanelStandIn panel;

  final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  CloudStandIn cloud;
  long module;

  @BeforeAll
  static void start() throws IOException {
    panel = PanelStandIn.start(root);
  }

  @AfterAll
  static void stop() throws IOException {
    panel.close();
  }

  @AfterEach
  void stopCloud() {
    cloud.close();
  }

  /**
   * @param secrets beside the password; one that is empty is not there
   */
  final void moduleOf(Flavour flavour, Map<String, String> settings, Map<String, String> secrets) {
    cloud = CloudStandIn.start(flavour);
    Map<String, String> plain = new LinkedHashMap<>(settings);
    plain.put("base_url", cloud.url().toString());
    plain.put("nc_username", CloudStandIn.ADMIN);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("nc_password", CloudStandIn.ADMIN_PASSWORD);
    all.putAll(secrets);
    all.values().removeIf(String::isEmpty);
    module = panel.addModule(plain, all);
  }

  final CommandResult typed(InputStream stdin, String... options) {
    String[] all =
        Stream.concat(Stream.of("connect", "--module", Long.toString(module)), Stream.of(options))
            .toArray(String[]::new);
    return new Connect()
        .run(
            new CommandContext(
                Invocation.parse(all),
                stdin,
                new LocalPanel(root),
                TerminalProgress.ofLines(
                    new PrintStream(terminal, true, StandardCharsets.UTF_8), Language.EN)));
  }

  final ProcessingModule storedModule() {
    return new LocalPanel(root).processingModule(module);
  }
}
