package io.github.billnextcloud.standin.cloud;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** A web server on a free port of the loopback address, not yet started. */
final class Listener {
  static {
    // Without it, each answer waits some 40 ms for an acknowledgement of its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /**
   * A cloud's sessions and product are remembered by its address, for a day: a new cloud where a
   * former one was would be taken for it.
   */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Listener() {}

  static HttpServer plain() {
    return onNewPort(port -> HttpServer.create(port, 0));
  }

  static HttpsServer tls(SSLContext context) {
    HttpsServer server = onNewPort(port -> HttpsServer.create(port, 0));
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return server;
  }

  private interface Opening<S extends HttpServer> {

    S at(InetSocketAddress port) throws IOException;
  }

  private static <S extends HttpServer> S onNewPort(Opening<S> opening) {
    try {
      InetAddress loopback = InetAddress.getByName("127.0.0.1");
      S server = opening.at(new InetSocketAddress(loopback, 0));
      if (!GIVEN.add(server.getAddress().getPort())) {
        S other = onNewPort(opening);
        // One that was never started would listen on: its selector lets go of the port.
        server.start();
        server.stop(0);
        return other;
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
