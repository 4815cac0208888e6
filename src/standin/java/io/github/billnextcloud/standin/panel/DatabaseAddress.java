package io.github.billnextcloud.standin.panel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where MariaDB listens for TCP.
 *
 * <p>The panel's parameters name a host and no port, so a client takes the usual one. All of
 * 127.0.0.0/8 is this machine: the usual port on an address of our own disturbs nobody.
 */
record DatabaseAddress(String host, int port) {

  static final int USUAL_PORT = 3306;

  static DatabaseAddress free() {
    String own = "127." + number() + "." + number() + "." + number();
    return isFree(own) ? new DatabaseAddress(own, USUAL_PORT) : onAnyPort();
  }

  private static int number() {
    return ThreadLocalRandom.current().nextInt(1, 255);
  }

  private static boolean isFree(String host) {
    try (ServerSocket probe = new ServerSocket(USUAL_PORT, 1, InetAddress.getByName(host))) {
      return probe.isBound();
    } catch (IOException takenOrNoSuchAddress) {
      return false;
    }
  }

  /** For machines where another server holds the usual port on every address. */
  private static DatabaseAddress onAnyPort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return new DatabaseAddress("127.0.0.1", probe.getLocalPort());
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }
}
