package io.github.billnextcloud.billmanager.mgrctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the panel's files say that its database is. */
class PanelConfigTest {

  @TempDir Path root;

  private PanelConfig told(String host, String port) throws IOException {
    Path file = root.resolve("etc/billmgr.conf.d/db.conf");
    Files.createDirectories(file.getParent());
    String access = "DBHost %s\nDBUser billmgr\nDBPassword x\nDBName billmgr\n".formatted(host);
    Files.writeString(file, access + (port == null ? "" : "DBPort " + port + "\n"));
    return PanelConfig.ofFiles(root).orElseThrow();
  }

  /** Whose program listens is asked of the very port that the driver goes to. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,      ,     127.0.0.1,      3306",
    "127.0.0.1,      3307, 127.0.0.1:3307, 3307",
    "127.0.0.1:3307, ,     127.0.0.1:3307, 3307",
    "127.0.0.1:3307, 3308, 127.0.0.1:3307, 3307",
    "::1,            ,     [::1],          3306",
    "::1,            3307, [::1]:3307,     3307",
    "[::1]:3307,     ,     [::1]:3307,     3307",
    "[::1]:3307,     3308, [::1]:3307,     3307"
  })
  void portIsThatOfTheAddress(String host, String port, String address, int listens)
      throws IOException {
    assertThat(told(host, port))
        .returns("jdbc:mariadb://" + address + "/billmgr", PanelConfig::databaseUrl)
        .returns(listens, PanelConfig::tcpPort);
  }
}
