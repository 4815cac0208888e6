package io.github.billnextcloud.operator.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.operator.WithSmallTariff;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import java.nio.file.Files;
import java.util.List;
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

  /**
   * BILLmanager has taken the change back: the operation alone would end well, and change nothing.
   */
  @Test
  void operationWhenItWasAChangeOfTariffIsToBeOrderedAnew() {
    long operation = panel.beginOperation(item, "setparam");
    panel.sql("UPDATE runningoperation SET manual = 'on' WHERE id = ?", operation);

    assertThat(card())
        .contains("  Operation " + operation + " (setparam): a change of tariff was taken back")
        .doesNotContain("is begun again by hand");
  }

  @Test
  void noticeOfTheCustomerIsOnThePage() {
    panel.param(item, "quota_notice", "95 % are used.", false);

    assertThat(card()).containsPattern("  Told to the customer  +95 % are used\\.\n");
  }

  /** Nobody has a password read out on the phone. */
  @Test
  void secretsAreNotOnThePage() {
    panel.param(item, "userpassword", "Word-of-the-customer", true);

    assertThat(card()).doesNotContain("Word-of-the-customer", CloudStandIn.ADMIN_PASSWORD);
  }

  private ProgramRun search(String words) {
    return ProgramRun.here(root, "show", "--searchstring", words, "--lang", "en");
  }

  @Test
  void searchWhenWordsFitTellsTheNumbers() {
    long other =
        panel.order(
            panel.addAccount("Fjord AS", "post@fjord.example", "Kari", "en"), tariff, module);
    panel.param(other, "username", "user_" + other, false);
    panel.param(other, "members", "Tor <tor@members.example>", false);

    for (String words : List.of("KARI fjord", "post@fjord", "user_" + other, "tor@members")) {
      assertThat(search(words))
          .as(words)
          .returns(0, ProgramRun::exitCode)
          .returns("", ProgramRun::stderr)
          .returns(
              other
                  + "  ordered, not paid for: Fjord AS, Kari, post@fjord.example, user_"
                  + other
                  + ", small\n    pmnextcloud show --item "
                  + other
                  + "\n",
              ProgramRun::stdout);
    }
  }

  @Test
  void searchWhenNobodyFitsFails() {
    assertThat(search("kari nobody")).returns(1, ProgramRun::exitCode);
  }

  @Test
  void searchWhenManyFitTellsTheFirstAndHowManyThereAre() {
    for (int more = 0; more < 24; more++) {
      panel.order(account, tariff, module);
    }
    assertThat(search("ivan").stdout().lines())
        .hasSize(41)
        .contains("    pmnextcloud show --item " + item)
        .endsWith("… and 5 more: say more of it.");
  }
}
