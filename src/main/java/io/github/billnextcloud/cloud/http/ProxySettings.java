package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Credentials;

/**
 * Which way requests leave this host: as the setting says, else as the environment does, in the
 * variables that curl reads, too.
 *
 * @param setting empty to follow the environment, {@code none} to go directly whatever it says
 */
public record ProxySettings(String setting, Map<String, String> environment) {

  static final String SETTING = "proxy";

  private static final Set<String> DIRECT = Set.of("none", "direct", "off");

  /** That of curl. */
  private static final int USUAL_PORT = 1080;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:(http|socks|socks5|socks5h)://)?(?:([^@/\\s]*)@)?"
              + "(\\[[0-9a-f:.]+]|[^:/@\\[\\]\\s]+)(?::(\\d{1,5}))?/?");

  /**
   * The proxy for a cloud; empty when it is reached directly.
   *
   * @throws UnusableSettingException when what is set is no proxy
   */
  public Optional<ProxyServer> proxyFor(CloudAddress cloud) {
    String typed = setting.strip();
    if (!typed.isEmpty()) {
      return DIRECT.contains(typed.toLowerCase(Locale.ROOT))
          ? Optional.empty()
          : Optional.of(proxy(SETTING, typed));
    }
    // As curl, not HTTP_PROXY: to what a web server starts, a request's header "Proxy" is that.
    Stream<String> own =
        cloud.url().isHttps() ? Stream.of("https_proxy", "HTTPS_PROXY") : Stream.of("http_proxy");
    return excepts(cloud)
        ? Optional.empty()
        : Stream.concat(own, Stream.of("all_proxy", "ALL_PROXY"))
            .filter(name -> !variable(name).isEmpty())
            .findFirst()
            .map(name -> proxy(name, variable(name)));
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private static ProxyServer proxy(String source, String typed) {
    Matcher parts = ADDRESS.matcher(typed);
    int port = parts.matches() && parts.group(4) != null ? Integer.parseInt(parts.group(4)) : -1;
    if (!parts.matches() || port > 0xFFFF || port == 0) {
      throw new UnusableSettingException(Sentence.of("cloud.proxy_no_address", source));
    }
    String login = parts.group(2) == null ? "" : parts.group(2);
    if (!login.isEmpty() && source.equals(SETTING)) {
      throw new UnusableSettingException(Sentence.of("cloud.proxy_password"));
    }
    boolean socks = parts.group(1) != null && !parts.group(1).equalsIgnoreCase("http");
    return new ProxyServer(
        socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
        parts.group(3).replaceAll("[\\[\\]]", ""),
        port < 0 ? USUAL_PORT : port,
        authorization(login),
        source);
  }

  private static Secret authorization(String login) {
    if (login.isEmpty()) {
      return new Secret("");
    }
    String[] pair = (login + ":").split(":", 3);
    return new Secret(Credentials.basic(decoded(pair[0]), decoded(pair[1])));
  }

  /** A failure would quote it. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /** What never leaves this host needs no proxy; else {@code no_proxy} tells. */
  private boolean excepts(CloudAddress cloud) {
    String host = cloud.url().host();
    Optional<InetAddress> number = number(host);
    if (host.equals("localhost") || number.filter(InetAddress::isLoopbackAddress).isPresent()) {
      return true;
    }
    String names = variable("no_proxy").isEmpty() ? variable("NO_PROXY") : variable("no_proxy");
    return Stream.of(names.split("[,\\s]+"))
        .anyMatch(name -> excepts(name, host, cloud.url().port()));
  }

  private static boolean excepts(String entry, String host, int port) {
    if (entry.isEmpty() || entry.equals("*")) {
      return !entry.isEmpty();
    }
    if (entry.contains("/")) {
      return isIn(entry, host);
    }
    String name = entry.replaceFirst("^\\*?\\.", "");
    boolean bare = number(name).isPresent();
    return CloudAddress.parse("http://" + (bare ? bracketed(name) : name))
        .filter(at -> host.equals(at.url().host()) || host.endsWith("." + at.url().host()))
        .filter(at -> bare || !name.matches(".*[^:]:\\d+") || at.url().port() == port)
        .isPresent();
  }

  private static String bracketed(String number) {
    return number.contains(":") ? "[" + number + "]" : number;
  }

  /** A network in the notation with a slash. */
  private static boolean isIn(String network, String host) {
    String[] parts = network.split("/", 2);
    Optional<InetAddress> base = number(parts[0]);
    Optional<InetAddress> own = number(host);
    if (base.isEmpty() || own.isEmpty() || !parts[1].matches("\\d{1,3}")) {
      return false;
    }
    byte[] one = base.get().getAddress();
    byte[] other = own.get().getAddress();
    int bits = Integer.parseInt(parts[1]);
    if (one.length != other.length || bits > one.length * 8) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (((one[bit / 8] ^ other[bit / 8]) & 0x80 >> bit % 8) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The address that is written in figures; nobody is asked about a name. */
  private static Optional<InetAddress> number(String host) {
    if (!host.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException noNumber) {
      return Optional.empty();
    }
  }
}
