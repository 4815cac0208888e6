package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.NewUserEmailRules;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ProxyServer;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.ocs.AdminAccessCheck;
import io.github.billnextcloud.cloud.ocs.OcsClient;
import io.github.billnextcloud.cloud.ocs.OcsCloud;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * The way to a cloud, hop by hop. Nothing here changes anything, and our password is checked once:
 * all that signs in shares one session.
 */
public final class CloudProbe {

  private static final int MEASURED = 3;

  private final CloudEndpoint server;
  private final Timeouts patience;
  private final OcsClient client;
  private final AdminAccessCheck access;
  private final PublicEndpoints pages;

  public CloudProbe(CloudEndpoint server, Timeouts patience) {
    this.server = server;
    this.patience = patience;
    this.client = new OcsClient(server, patience);
    this.access = new AdminAccessCheck(server, client);
    this.pages = new PublicEndpoints(server, patience);
  }

  public String address() {
    return server.address();
  }

  public String host() {
    return server.base().host();
  }

  /** The proxy by which the cloud is reached, and where it was named; empty when directly. */
  public Optional<String> proxy() {
    return server.way().proxy().map(proxy -> proxy + " (" + proxy.source() + ")");
  }

  /** Whom we speak to first: the cloud's host, or the proxy. */
  public String nextHost() {
    return server.way().proxy().map(ProxyServer::host).orElse(host());
  }

  public int port() {
    return server.way().proxy().map(ProxyServer::port).orElse(server.base().port());
  }

  public boolean isEncrypted() {
    return server.base().isHttps();
  }

  /** The addresses of that host. */
  public List<String> resolve() {
    try {
      return Arrays.stream(InetAddress.getAllByName(nextHost()))
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (UnknownHostException unknown) {
      throw new CloudException(
          CloudErrorKind.UNREACHABLE, Sentence.of("cloud.host_unknown", nextHost()));
    }
  }

  /** Finds one of these addresses where somebody listens, and says which. */
  public String connect(List<String> addresses) {
    Sentence refusal = Sentence.of("cloud.no_address");
    for (String address : addresses) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port()), (int) patience.connect.toMillis());
        return address;
      } catch (IOException refused) {
        refusal =
            Sentence.of("cloud.not_connected", address, LocalizableException.sentenceOf(refused));
      }
    }
    throw new CloudException(CloudErrorKind.UNREACHABLE, refusal);
  }

  public ServerCertificate certificate() {
    return new TlsProbe(server.base(), server.way(), patience).certificate();
  }

  public ServerStatus status() {
    return pages.status();
  }

  public BruteForceStatus guard() {
    return pages.guard();
  }

  /** As whom we work there. */
  public UserId signIn() {
    return access.signIn();
  }

  /** How long a request takes that only asks who we are: the median of three. */
  public long requestMillis() {
    return LongStream.range(0, MEASURED).map(number -> millis()).sorted().toArray()[MEASURED / 2];
  }

  private long millis() {
    long begun = System.nanoTime();
    signIn();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /** Reads what only administrators of users may read, of all users. */
  public void listUsers(UserId actingUser) {
    access.listUsers(actingUser);
    access.administerAll(actingUser);
  }

  /** Writes what is so already. */
  public void changeNothing(UserId actingUser) {
    access.changeNothing(actingUser);
  }

  /** What the cloud's settings say of users who are made there. */
  public NewUserEmailRules newUserRules() {
    return access.newUserRules();
  }

  /** The cloud itself, in the session that {@link #signIn} has begun. */
  public Cloud cloud() {
    return new OcsCloud(server, client);
  }
}
