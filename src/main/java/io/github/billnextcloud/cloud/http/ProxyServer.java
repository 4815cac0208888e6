package io.github.billnextcloud.cloud.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.LocalizableIOException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import okhttp3.HttpUrl;

/**
 * A proxy by which clouds are reached.
 *
 * @param authorization the value of the header; blank when the proxy asks for none
 * @param source where it was named: a variable of the environment, or the setting
 */
public record ProxyServer(
    Proxy.Type type, String host, int port, Secret authorization, String source) {

  private static final int LONGEST_HEAD = 16_384;

  /** Its name is looked up by nobody but the one who connects to it. */
  Proxy proxy() {
    return new Proxy(type, address());
  }

  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }

  /**
   * Has what is sent on this socket led to the cloud. The JDK's own way does not know the password
   * that the proxy demands.
   */
  void openTunnel(Socket socket, HttpUrl cloud) throws IOException {
    String target = (cloud.host().contains(":") ? "[" + cloud.host() + "]" : cloud.host()) + ":";
    StringBuilder request = new StringBuilder("CONNECT " + target + cloud.port() + " HTTP/1.1\r\n");
    request.append("Host: ").append(target).append(cloud.port()).append("\r\n");
    if (!authorization.isBlank()) {
      request.append("Proxy-Authorization: ").append(authorization.reveal()).append("\r\n");
    }
    socket.getOutputStream().write(request.append("\r\n").toString().getBytes(ISO_8859_1));
    String answer = head(socket.getInputStream());
    if (!answer.matches("(?s)HTTP/1\\.\\d 2\\d\\d\\b.*")) {
      String line = answer.lines().findFirst().orElse("");
      throw new LocalizableIOException(
          line.isEmpty()
              ? Sentence.of("cloud.proxy_silent", this)
              : Sentence.of("cloud.proxy_answers", this, line));
    }
  }

  /** Byte by byte: what comes after the head is the cloud's. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public String toString() {
    String scheme = type == Proxy.Type.SOCKS ? "socks5" : "http";
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
