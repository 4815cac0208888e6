package io.github.billnextcloud.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process that lives on believes ends no operation: it may know an old database. */
class DoubtfulRunTest {

  @TempDir Path root;
  private PanelStandIn standIn;

  @BeforeEach
  void start() throws Exception {
    standIn = PanelStandIn.start(root);
  }

  @AfterEach
  void stop() throws Exception {
    standIn.close();
  }

  private static EventOutcome suspend(LocalPanel panel, long item, long operation) {
    return Program.run(
        InputStream.nullInputStream(),
        panel,
        TerminalProgress.none(),
        Invocation.of(
            "--command",
            "suspend",
            "--item",
            Long.toString(item),
            "--runningoperation",
            Long.toString(operation)));
  }

  private long order() {
    long module =
        standIn.addModule(
            Map.of("base_url", "http://127.0.0.1:1", "nc_username", "admin"),
            Map.of("nc_password", "word"));
    long tariff = standIn.addTariff(TariffSpec.named("small").servedBy(module));
    long account = standIn.addAccount("Payer", "ivan@example.org", "Ivan", "en");
    return standIn.order(account, tariff, module);
  }

  @Test
  void failureWhenOnlyAWorkerKnowsNoServiceIsNotTold() {
    long item = order();
    standIn.sql("UPDATE item SET processingmodule = NULL WHERE id = ?", item);
    long operation = standIn.beginOperation(item, "suspend");
    try (LocalPanel panel = LocalPanel.staying(root, 1)) {
      assertThat(suspend(panel.forOneEvent(), item, operation).isDoubtful()).isTrue();
    }
    assertThat(standIn.manual(operation)).isFalse();
    assertThat(standIn.errorXml(operation)).isEmpty();
    assertThat(suspend(new LocalPanel(root), item, operation).isDoubtful()).isFalse();
    assertThat(standIn.manual(operation)).isTrue();
  }

  /** A cloud that does not answer is the same for everybody, until a person would have to come. */
  @ParameterizedTest
  @CsvSource({"1, false", "10, true"})
  void failureWhenItPassesByItselfIsTold(int tries, boolean doubtful) {
    long item = order();
    standIn.param(item, "username", "user_1", false);
    standIn.param(item, "url", "http://127.0.0.1:1", false);
    long operation = standIn.beginOperation(item, "suspend");
    standIn.trycount(operation, tries);
    try (LocalPanel panel = LocalPanel.staying(root, 1)) {
      assertThat(suspend(panel.forOneEvent(), item, operation).isDoubtful()).isEqualTo(doubtful);
    }
    assertThat(standIn.errorXml(operation).isEmpty()).isEqualTo(doubtful);
    assertThat(standIn.manual(operation)).isFalse();
  }
}
