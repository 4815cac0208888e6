package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.mgrctl.Mgrctl;
import io.github.billnextcloud.billmanager.mgrctl.PanelConfig;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.NonRegisteringDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the panel's database: the panel's settings, asked for once, and connections that have
 * nothing to do at the moment.
 */
public final class ConnectionSource implements JdbcSession.Lender {

  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "60000";

  /** Ways to log in that show one knows the password and do not tell it. */
  private static final String PROOFS =
      "mysql_native_password,client_ed25519,parsec,caching_sha2_password";

  /** Seconds within which an idle connection must show that it lives. */
  private static final int SIGN_OF_LIFE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionSource.class);

  private final Mgrctl mgrctl;
  private final Path root;
  private final int mostIdle;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private volatile @Nullable PanelConfig config;
  private volatile boolean asked;
  private boolean closed;

  /**
   * @param mostIdle connections that wait for the next who needs one; 0: none ever does
   */
  public ConnectionSource(Mgrctl mgrctl, Path root, int mostIdle) {
    this.mgrctl = mgrctl;
    this.root = root;
    this.mostIdle = mostIdle;
  }

  public boolean isStaying() {
    return mostIdle > 0;
  }

  public PanelConfig config() {
    PanelConfig known = config;
    if (known == null) {
      known = PanelConfig.ofFiles(root).orElseGet(this::askPanel);
      config = known;
    }
    return known;
  }

  /** The panel itself knows best, but it is a program that has to be started. */
  public PanelConfig askPanel() {
    PanelConfig told = PanelConfig.ofPanel(mgrctl, root);
    config = told;
    asked = true;
    return told;
  }

  /** What files or an earlier event have told may be of yesterday: the panel is asked then. */
  public JdbcSession open() {
    for (Connection waiting = idle(); waiting != null; waiting = idle()) {
      if (lives(waiting)) {
        return new JdbcSession(waiting, this);
      }
      end(waiting);
    }
    boolean fresh = config == null || mostIdle == 0;
    PanelConfig known = config();
    try {
      return new JdbcSession(connect(known), this);
    } catch (BillingException unreachable) {
      if (unreachable.kind() != BillingErrorKind.DATABASE || asked && fresh) {
        throw unreachable;
      }
      return new JdbcSession(connect(askPanel()), this);
    }
  }

  public static Connection connect(PanelConfig config) {
    Properties options = new Properties();
    options.setProperty("user", config.user());
    config.password().ifPresent(it -> options.setProperty("password", it));
    options.setProperty("connectTimeout", CONNECT_MILLIS);
    options.setProperty("socketTimeout", ANSWER_MILLIS);
    // The driver would make the session stricter than the panel's own are (contract §6).
    options.setProperty("jdbcCompliantTruncation", "false");
    // The panel's own database has no certificates; the driver would insist on them.
    options.setProperty("sslMode", "disable");
    // Without a certificate the password is for nobody who asks for it as it is.
    options.setProperty("restrictedAuth", PROOFS);
    // MySQL 8 elsewhere may want it encrypted with a key of its own, which nothing vouches for.
    options.setProperty("allowPublicKeyRetrieval", Boolean.toString(config.isElsewhere()));
    options.setProperty("allowLocalInfile", "false");
    Optional<String> socket = config.socket();
    socket.ifPresent(path -> options.setProperty("localSocket", path));
    if (socket.isEmpty() && !config.isElsewhere()) {
      requireTheDatabase(config.tcpPort());
    }
    try {
      return new NonRegisteringDriver().connect(config.databaseUrl(), options);
    } catch (SQLException failure) {
      throw BillingException.ofDatabase("panel.unreachable", failure);
    }
  }

  private static void requireTheDatabase(int port) {
    try {
      PortOwnerCheck.ofThisHost().require(port);
    } catch (IOException | UnsupportedOperationException untold) {
      LOG.debug("nobody tells who listens at the port {}: {}", port, untold.getMessage());
    }
  }

  private static boolean lives(Connection connection) {
    try {
      return connection.isValid(SIGN_OF_LIFE);
    } catch (SQLException gone) {
      return false;
    }
  }

  private synchronized Connection idle() {
    return idle.poll();
  }

  /** Takes back one with which nothing went wrong; false when it is not wanted. */
  @Override
  public synchronized boolean takesBack(Connection connection) {
    return !closed && idle.size() < mostIdle && idle.offerFirst(connection);
  }

  /** What waits may be of a database that is no longer the panel's. */
  @Override
  public synchronized void distrust() {
    idle.forEach(ConnectionSource::end);
    idle.clear();
  }

  /** Closes what waits, and what is still used afterwards. */
  public synchronized void close() {
    closed = true;
    distrust();
  }

  private static void end(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      // Then it is closed.
    }
  }
}
