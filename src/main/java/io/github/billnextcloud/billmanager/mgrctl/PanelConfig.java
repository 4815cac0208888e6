package io.github.billnextcloud.billmanager.mgrctl;

import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The panel's own settings: where its database is and where its key lies (contract §4.13, §9.1). In
 * its files when all of that is there, which costs no program; else as {@code mgrctl paramlist}
 * tells them.
 */
public final class PanelConfig {

  private static final Logger LOG = LoggerFactory.getLogger(PanelConfig.class);
  private static final Set<String> LOCAL = Set.of("", "localhost", "127.0.0.1", "::1");
  private static final List<String> USUAL_SOCKETS =
      List.of("/var/run/mysqld/mysqld.sock", "/var/lib/mysql/mysql.sock");
  private static final List<String> FILES =
      List.of("etc/billmgr.conf", "etc/billmgr.conf.d/db.conf");

  /** What a connection needs. */
  private static final Set<String> ACCESS = Set.of("DBHost", "DBUser", "DBPassword", "DBName");

  private static final int USUAL_PORT = 3306;

  /** A host's name, or an address, that a port stands behind. */
  private static final Pattern WITH_PORT = Pattern.compile(".*[^:]:(\\d+)");

  private static final String DEFAULT_NAME = "billmgr";
  private static final String DEFAULT_USER = "root";
  private static final String DEFAULT_KEY = "etc/billmgr.pem";

  private final Path root;
  private final Map<String, String> settings;

  private PanelConfig(Path root, Map<String, String> settings) {
    this.root = root;
    this.settings = settings;
  }

  /** What the panel's files tell; empty when that is not the whole way to the database. */
  public static Optional<PanelConfig> ofFiles(Path root) {
    Map<String, String> settings = files(root);
    return settings.keySet().containsAll(ACCESS)
        ? Optional.of(new PanelConfig(root, settings))
        : Optional.empty();
  }

  /** What the panel tells, and its files where it does not. */
  public static PanelConfig ofPanel(Mgrctl mgrctl, Path root) {
    XmlElement answer = mgrctl.run(MgrctlRequest.of("paramlist"));
    Map<String, String> settings = files(root);
    settings.putAll(answer.texts());
    for (XmlElement element : answer.all("elem")) {
      settings.putAll(setting(element));
    }
    return new PanelConfig(root, settings);
  }

  /** A name and a value in a line (contract §1.2); what cannot be read tells nothing. */
  private static Map<String, String> files(Path root) {
    Map<String, String> settings = new HashMap<>();
    for (String file : FILES) {
      try (Stream<String> lines = Files.lines(root.resolve(file))) {
        lines
            .map(line -> line.strip().split("\\s+", 2))
            .filter(parts -> parts.length == 2)
            .forEach(parts -> settings.put(parts[0], parts[1]));
      } catch (IOException | UncheckedIOException untold) {
        LOG.debug("{} tells nothing: {}", file, untold.getMessage());
      }
    }
    return settings;
  }

  /** {@code <elem><DBHost>…</DBHost></elem>}, or name and value apart. */
  private static Map<String, String> setting(XmlElement element) {
    return element.first("name").isPresent()
        ? Map.of(element.text("name"), element.text("value"))
        : element.texts();
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name)).filter(value -> !value.isEmpty());
  }

  private String host() {
    return setting("DBHost").orElse("localhost");
  }

  /** Empty for the usual one, or the one that stands behind the host's name. */
  private Optional<String> port() {
    return setting("DBPort");
  }

  /** The address for the database driver: {@code //host:port/name}. */
  public String databaseUrl() {
    String name = setting("DBName").orElse(DEFAULT_NAME);
    String host = bracketed(host());
    boolean complete = WITH_PORT.matcher(host).matches();
    String at = complete ? host : port().map(port -> host + ":" + port).orElse(host);
    return "jdbc:mariadb://" + at + "/" + name;
  }

  /** An IPv6 address must stand in brackets; {@code host:port} must not. */
  private static String bracketed(String host) {
    return host.contains("]") || host.indexOf(':') == host.lastIndexOf(':')
        ? host
        : "[" + host + "]";
  }

  /** Where the database listens when no socket leads to it: the port of {@link #databaseUrl}. */
  public int tcpPort() {
    Matcher behind = WITH_PORT.matcher(bracketed(host()));
    String told = behind.matches() ? behind.group(1) : port().orElse("");
    return told.matches("\\d{1,5}") ? Integer.parseInt(told) : USUAL_PORT;
  }

  /** The unix socket, when the database is on this machine and listens on one. */
  public Optional<String> socket() {
    if (!LOCAL.contains(host()) || port().isPresent()) {
      return Optional.empty();
    }
    Stream<String> usual = host().equals("localhost") ? USUAL_SOCKETS.stream() : Stream.empty();
    return Stream.concat(setting("DBSocket").stream(), usual)
        .filter(path -> Files.exists(Path.of(path)))
        .filter(PanelConfig::isTheServers)
        .findFirst();
  }

  /** Where everybody may put a socket while the server is down, everybody would be logged in to. */
  private static boolean isTheServers(String path) {
    try {
      Path socket = Path.of(path).toAbsolutePath();
      Path real = socket.toRealPath();
      Path folder = PrivateFile.folderOf(real);
      UserPrincipal owner = Files.getOwner(real);
      if (isOpenToAll(PrivateFile.folderOf(socket))
          || isOpenToAll(folder)
          || (!owner.getName().equals("root") && !owner.equals(Files.getOwner(folder)))) {
        LOG.warn("the socket {} is not used: others than the database may have made it", path);
        return false;
      }
      return true;
    } catch (IOException gone) {
      LOG.debug("{} is no socket: {}", path, gone.getMessage());
      return false;
    }
  }

  private static boolean isOpenToAll(Path folder) throws IOException {
    return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** On this machine any user may listen in the server's place while that is down. */
  public boolean isElsewhere() {
    return !LOCAL.contains(host()) && !host().matches("(localhost|127\\..*|\\[::1])(:\\d+)?");
  }

  public String user() {
    return setting("DBUser").orElse(DEFAULT_USER);
  }

  /** Empty where the socket is enough. */
  public Optional<String> password() {
    return setting("DBPassword");
  }

  /** The panel's private key; a relative path counts from the panel's root. */
  public Path key() {
    return root.resolve(setting("CryptKey").orElse(DEFAULT_KEY));
  }
}
