package io.github.billnextcloud.billmanager;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The panel's own settings, as {@code mgrctl paramlist} tells them: where its database is and where
 * its key lies (contract §4.13, §9.1).
 */
final class PanelConfig {

  private static final Set<String> LOCAL = Set.of("", "localhost", "127.0.0.1", "::1");
  private static final List<String> USUAL_SOCKETS =
      List.of("/var/run/mysqld/mysqld.sock", "/var/lib/mysql/mysql.sock", "/tmp/mysql.sock");
  private static final String DEFAULT_NAME = "billmgr";
  private static final String DEFAULT_USER = "root";
  private static final String DEFAULT_KEY = "etc/billmgr.pem";

  private final Path root;
  private final Map<String, String> settings;

  private PanelConfig(Path root, Map<String, String> settings) {
    this.root = root;
    this.settings = settings;
  }

  static PanelConfig read(Mgrctl mgrctl, Path root) {
    XmlIn answer = mgrctl.run(MgrctlCall.of("paramlist"));
    Map<String, String> settings = new HashMap<>(answer.texts());
    for (XmlIn element : answer.all("elem")) {
      settings.putAll(setting(element));
    }
    return new PanelConfig(root, settings);
  }

  /** {@code <elem><DBHost>…</DBHost></elem>}, or name and value apart. */
  private static Map<String, String> setting(XmlIn element) {
    return element.first("name").isPresent()
        ? Map.of(element.text("name"), element.text("value"))
        : element.texts();
  }

  private String setting(String name, String otherwise) {
    String value = settings.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }

  private String host() {
    return setting("DBHost", "localhost");
  }

  /** Empty for the usual one. */
  private String port() {
    return setting("DBPort", "");
  }

  /** The address for the database driver: {@code //host:port/name}. */
  String databaseUrl() {
    String name = setting("DBName", DEFAULT_NAME);
    String host = host().contains(":") && !host().contains("]") ? bracketed(host()) : host();
    boolean complete = port().isEmpty() || host.matches(".*[^\\]:]:\\d+");
    return "jdbc:mariadb://" + (complete ? host : host + ":" + port()) + "/" + name;
  }

  /** An IPv6 address must stand in brackets; {@code host:port} must not. */
  private static String bracketed(String host) {
    return host.indexOf(':') == host.lastIndexOf(':') ? host : "[" + host + "]";
  }

  /** The unix socket, when the database is on this machine and listens on one. */
  Optional<String> socket() {
    String named = setting("DBSocket", "");
    if (!LOCAL.contains(host()) || !port().isEmpty()) {
      return Optional.empty();
    }
    Stream<String> usual = host().equals("localhost") ? USUAL_SOCKETS.stream() : Stream.empty();
    return Stream.concat(Stream.of(named), usual)
        .filter(path -> !path.isEmpty() && Files.exists(Path.of(path)))
        .findFirst();
  }

  String user() {
    return setting("DBUser", DEFAULT_USER);
  }

  String password() {
    return settings.getOrDefault("DBPassword", "");
  }

  /** The panel's private key; a relative path counts from the panel's root. */
  Path key() {
    return root.resolve(setting("CryptKey", DEFAULT_KEY));
  }
}
