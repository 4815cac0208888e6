package io.github.billnextcloud.cloud.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send at once what they are given. Otherwise a request waits until the server has
 * acknowledged the end of the TLS handshake, which systems put off for 40 ms.
 */
public final class NoDelaySocketFactory extends SocketFactory {

  /** One for all: connections are told apart by it. */
  public static final SocketFactory ALL = new NoDelaySocketFactory();

  private NoDelaySocketFactory() {}

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw new UnsupportedOperationException("sockets are connected later");
  }
}
