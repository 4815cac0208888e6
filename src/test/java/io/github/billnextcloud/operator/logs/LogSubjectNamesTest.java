package io.github.billnextcloud.operator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.operator.WithSmallTariff;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Whoever reads the log is told by the panel whose it is: the log has numbers and logins. */
class LogSubjectNamesTest extends WithSmallTariff {

  private String logs(String option, long number) {
    ProgramRun told = ProgramRun.here(root, "logs", option, Long.toString(number), "--lang", "en");
    assertThat(told).returns(0, ProgramRun::exitCode).returns("", ProgramRun::stderr);
    return told.stdout();
  }

  private long logged() throws Exception {
    long item = service(tariff, 2);
    panel.param(item, "username", "user_" + item, false);
    Files.createDirectories(root.resolve("var"));
    Files.writeString(
        root.resolve("var/pmnextcloud.log"),
        """
        2026-11-22T03:40:12.000Z [1] INFO item=%1$d op=98 asked: suspend
        2026-11-22T03:40:12.500Z [1] INFO item=%1$d op=98 module=%2$d did: disable user_%1$d
        2026-11-22T03:40:12.812Z [1] INFO item=%1$d op=98 module=%2$d answered: exit code 0 after 812 ms
        """
            .formatted(item, module));
    return item;
  }

  @Test
  void headOfAServiceTellsWhoseItIs() throws Exception {
    long item = logged();

    assertThat(logs("--item", item))
        .startsWith(
            "service %1$d: Payer, login user_%1$d, tariff small\n\n".formatted(item)
                + "2026-11-22 03:40:12 UTC  suspend, service %d, running".formatted(item));
    assertThat(logs("--item", item + 1))
        .startsWith("service %d: the panel knows nothing of it\n".formatted(item + 1));
  }

  @Test
  void headOfAModuleIsItsNameAndStoriesTellTheLogins() throws Exception {
    long item = logged();

    assertThat(logs("--module", module))
        .startsWith("processing module %d: Nextcloud\n".formatted(module))
        .contains("suspend, service %1$d (user_%1$d), running operation 98".formatted(item));
  }
}
