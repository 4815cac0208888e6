package io.github.billnextcloud.standin.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what {@code paramlist} says, a module gets to the database and reads its secrets. */
class PanelAddressTest {

  @TempDir Path root;

  @Test
  void theDatabaseIsReachedByTcp() throws Exception {
    try (PanelStandIn panel = PanelStandIn.start(root)) {
      Map<String, String> config = paramlist(panel);
      assertThat(config).doesNotContainKey("DBSocket");
      String port = config.containsKey("DBPort") ? ":" + config.get("DBPort") : "";
      assertThat(productType(config, config.get("DBHost") + port, new Properties()))
          .isEqualTo("backupservice");
    }
  }

  @Test
  void theDatabaseIsReachedByUnixSocket() throws Exception {
    PanelOptions options =
        PanelOptions.defaults().withUnixSocket().withProductType("cloud-storage");
    try (PanelStandIn panel = PanelStandIn.start(root, options)) {
      Map<String, String> config = paramlist(panel);
      assertThat(config).containsEntry("DBHost", "localhost");
      assertThat(config.get("DBSocket")).hasSizeLessThan(100);
      Properties socket = new Properties();
      socket.setProperty("localSocket", config.get("DBSocket"));
      assertThat(productType(config, "localhost", socket)).isEqualTo("cloud-storage");
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    try (PanelStandIn panel = PanelStandIn.start(root, PanelOptions.defaults().withUnixSocket())) {
      Map<String, String> config = paramlist(panel);
      Properties socket = new Properties();
      config.put("DBPassword", "wrong");
      socket.setProperty("localSocket", config.get("DBSocket"));
      assertThatThrownBy(() -> productType(config, "localhost", socket))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Access denied");
    }
  }

  @Test
  void theKeyFileDecryptsWhatThePanelStored() throws Exception {
    try (PanelStandIn panel = PanelStandIn.start(root, PanelOptions.defaults().withPkcs8Key())) {
      long module = panel.addModule(Map.of(), Map.of("nc_password", "тайна"));
      String stored = "SELECT value FROM processingcryptedparam WHERE processingmodule = ?";
      String value = panel.query(stored, module).get(0).get("value");

      assertThat(decrypted(pkcs8(root.resolve("etc/billmgr.pem")), value)).isEqualTo("тайна");
    }
  }

  /** The PKCS#1 form is what PKCS#8 wraps. */
  @Test
  void theUsualKeyFileIsPkcs1() throws Exception {
    try (PanelStandIn panel = PanelStandIn.start(root)) {
      String pem = Files.readString(root.resolve(paramlist(panel).get("CryptKey")));
      assertThat(pem).startsWith("-----BEGIN RSA PRIVATE KEY-----\nMII");
      byte[] pkcs1 = der(pem);
      byte[] pkcs8 = der(PanelRsaKey.shared().pkcs8Pem());
      assertThat(pkcs8).endsWith(pkcs1);
      assertThat(pkcs1).hasSize(((pkcs1[2] & 0xff) << 8 | pkcs1[3] & 0xff) + 4);
    }
  }

  @Test
  void aPanelThatIsGoneLooksLikeOneThatRestarts() throws Exception {
    PanelStandIn panel = PanelStandIn.start(root);
    panel.close();

    MgrctlRun run = MgrctlRun.of(panel, Map.of(), "paramlist");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.stderr()).contains("Type: 'client' Object: 'open' Value: 'billmgr'");
  }

  private static Map<String, String> paramlist(PanelStandIn panel) throws Exception {
    JsonNode doc = new XmlMapper().readTree(MgrctlRun.of(panel, Map.of(), "paramlist").stdout());
    Map<String, String> config = new LinkedHashMap<>();
    for (JsonNode elem : doc.path("elem")) {
      elem.properties().forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
    }
    return config;
  }

  private static String productType(Map<String, String> config, String host, Properties properties)
      throws SQLException {
    properties.setProperty("user", config.get("DBUser"));
    properties.setProperty("password", config.get("DBPassword"));
    properties.setProperty("sslMode", "disable");
    String url = "jdbc:mariadb://" + host + "/" + config.get("DBName");
    String select = "SELECT intname FROM itemtype WHERE parent IS NULL";
    try (Connection connection = DriverManager.getConnection(url, properties);
        Sql sql = new Sql(connection)) {
      return sql.value(select).orElseThrow();
    }
  }

  private static PrivateKey pkcs8(Path file) throws Exception {
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(der(Files.readString(file))));
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String decrypted(PrivateKey key, String stored) throws Exception {
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.DECRYPT_MODE, key);
    return new String(cipher.doFinal(Base64.getDecoder().decode(stored)), StandardCharsets.UTF_8);
  }
}
