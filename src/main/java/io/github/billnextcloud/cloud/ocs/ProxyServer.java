package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.secret.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;

/**
 * A proxy by which clouds are reached.
 *
 * @param authorization the value of the header; blank when the proxy asks for none
 * @param source where it was named: a variable of the environment, or the setting
 */
record ProxyServer(Proxy.Type type, String host, int port, Secret authorization, String source) {

  /** Its name is looked up by nobody but the one who connects to it. */
  Proxy proxy() {
    return new Proxy(type, new InetSocketAddress(host, port));
  }

  @Override
  public String toString() {
    String scheme = type == Proxy.Type.SOCKS ? "socks5" : "http";
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
