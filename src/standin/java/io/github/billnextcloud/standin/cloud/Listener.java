package io.github.billnextcloud.standin.cloud;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;

/** A web server on a free port of the loopback address, not yet started. */
final class Listener {
  static {
    // Without it, each answer waits some 40 ms for an acknowledgement of its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private Listener() {}

  static HttpServer plain() {
    try {
      return HttpServer.create(freePort(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpsServer tls(SSLContext context) {
    try {
      HttpsServer server = HttpsServer.create(freePort(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress freePort() throws IOException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
  }
}
