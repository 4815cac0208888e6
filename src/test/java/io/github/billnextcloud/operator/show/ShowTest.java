package io.github.billnextcloud.operator.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.operator.WithSmallTariff;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page of a service has from elsewhere than the cloud: the log, and the panel's work. */
class ShowTest extends WithSmallTariff {

  private long item;

  @BeforeEach
  void order() {
    item = panel.order(account, tariff, module);
  }

  private String card() {
    ProgramRun shown = ProgramRun.here(root, "show", "--item", Long.toString(item), "--lang", "en");
    assertThat(shown).returns(0, ProgramRun::exitCode).returns("", ProgramRun::stderr);
    return shown.stdout();
  }

  @Test
  void runsWhenTheLogHasManyAreTheLastFiveWithoutLooks() throws Exception {
    StringBuilder log = new StringBuilder();
    for (int run = 1; run <= 7; run++) {
      String head = "2026-11-2%dT10:00:00.000Z [%d] INFO item=%d ".formatted(run, run, item);
      log.append(head).append("asked: setparam\n");
      log.append(head).append(run == 6 ? "failed: pmnextcloud_cloud_busy: no\n" : "observed: x\n");
      log.append(head).append("answered: exit code " + (run == 6 ? 1 : 0) + " after 300 ms\n");
      log.append("2026-11-2%dT11:00:00.000Z [9%d] INFO item=%d ".formatted(run, run, item));
      log.append("asked: show\n");
    }
    log.append("2026-11-28T10:00:00.000Z [8] INFO item=%d asked: suspend\n".formatted(item));
    Files.createDirectories(root.resolve("var"));
    Files.writeString(root.resolve("var/pmnextcloud.log"), log);

    assertThat(card())
        .containsSubsequence(
            "\nWhat happened last (UTC)\n"
                + "  2026-11-24 10:00  setparam  done\n"
                + "  2026-11-25 10:00  setparam  done\n"
                + "  2026-11-26 10:00  setparam  failed: pmnextcloud_cloud_busy\n"
                + "  2026-11-27 10:00  setparam  done\n"
                + "  2026-11-28 10:00  suspend  has no end in the log: it runs, or was killed\n\n")
        .doesNotContain("2026-11-23", "asked");
  }

  @Test
  void operationWhenItWaitsForAPersonIsToBeBegunAgainByHand() {
    long operation = panel.beginOperation(item, "open");
    panel.trycount(operation, 10);
    panel.sql("UPDATE runningoperation SET manual = 'on' WHERE id = ?", operation);

    assertThat(card())
        .contains(
            "  open, operation " + operation + ", tried 10 times, waits for a person\n",
            "  Operation " + operation + " (open) is begun again by hand");
  }

  /** Nobody has a password read out on the phone. */
  @Test
  void secretsAreNotOnThePage() {
    panel.param(item, "userpassword", "Word-of-the-customer", true);

    assertThat(card()).doesNotContain("Word-of-the-customer", CloudStandIn.ADMIN_PASSWORD);
  }
}
