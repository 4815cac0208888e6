package io.github.billnextcloud.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the resident worker believes what it knows of the panel. */
class CachedPanelTest {

  @TempDir Path root;
  private PanelStandIn standIn;
  private long module;
  private long secret;

  @BeforeEach
  void start() throws Exception {
    standIn = PanelStandIn.start(root);
    module = standIn.addModule(Map.of("base_url", "https://cloud.example.org"), Map.of());
    secret =
        standIn.addModule(
            Map.of("base_url", "https://cloud.example.org", "nc_username", "boss"),
            Map.of("nc_password", "Word-of-boss"));
  }

  @AfterEach
  void stop() throws Exception {
    standIn.close();
  }

  /** How often two events ask where the database is. */
  private long asked(Duration longest, Runnable between) {
    standIn.forgetCalls();
    try (CachedPanel kept = new CachedPanel(root, 1, longest)) {
      assertThat(settings(kept).id()).isEqualTo(module);
      between.run();
      assertThat(settings(kept).id()).isEqualTo(module);
    }
    return standIn.calls().stream().filter(call -> call.line().equals("paramlist")).count();
  }

  /** Without a password in the settings, they are looked for in the database as well. */
  private ProcessingModule settings(CachedPanel kept) {
    return kept.forOneEvent().processingModule(module);
  }

  private String password(CachedPanel kept) {
    return kept.forOneEvent().processingModule(secret).secret("nc_password").reveal();
  }

  /** Twice, where the key is lost in between, and how often the panel's form is read instead. */
  private long decryptedByOthers(Duration longest) throws Exception {
    standIn.forgetCalls();
    try (CachedPanel kept = new CachedPanel(root, 1, longest)) {
      assertThat(password(kept)).isEqualTo("Word-of-boss");
      Files.writeString(root.resolve("etc/billmgr.pem"), "lost");
      assertThat(password(kept)).isEqualTo("Word-of-boss");
    }
    return standIn.calls().stream()
        .filter(call -> call.line().startsWith("processing.edit"))
        .count();
  }

  private void change(String file) {
    try {
      Path changed = root.resolve("etc").resolve(file);
      Files.createDirectories(changed.getParent());
      Files.writeString(changed, "DBHost localhost\n");
    } catch (java.io.IOException refused) {
      throw new java.io.UncheckedIOException(refused);
    }
  }

  @Test
  void panelWhenNothingHasChangedIsAskedOnce() {
    assertThat(asked(Duration.ofMinutes(1), () -> {})).isEqualTo(1);
  }

  @Test
  void panelWhenItsSettingsAreOldIsAskedAgain() {
    assertThat(asked(Duration.ZERO, () -> {})).isEqualTo(2);
  }

  @Test
  void panelWhenAFileOfItsSettingsHasChangedIsAskedAgain() {
    assertThat(asked(Duration.ofMinutes(1), () -> change("billmgr.conf"))).isEqualTo(2);
    assertThat(asked(Duration.ofMinutes(1), () -> change("billmgr.conf.d/db.conf"))).isEqualTo(2);
  }

  @Test
  void secretOfAModuleWhenItWasDecryptedABitAgoIsKnown() throws Exception {
    assertThat(decryptedByOthers(Duration.ofMinutes(1))).isZero();
  }

  @Test
  void secretOfAModuleWhenThatIsLongAgoIsDecryptedAgain() throws Exception {
    assertThat(decryptedByOthers(Duration.ZERO)).isEqualTo(1);
  }

  @Test
  void secretOfAModuleWhenAnotherIsSavedIsTheOther() {
    try (CachedPanel kept = new CachedPanel(root, 1, Duration.ofMinutes(1))) {
      assertThat(password(kept)).isEqualTo("Word-of-boss");
      standIn.sql(
          "UPDATE processingcryptedparam SET value = ? WHERE processingmodule = ?",
          standIn.encrypt("Another-word"),
          secret);
      assertThat(password(kept)).isEqualTo("Another-word");
    }
  }
}
