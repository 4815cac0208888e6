package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.AdminRightsProbe;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.graph.GraphAccessCheck;
import io.github.billnextcloud.cloud.graph.GraphCloud;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ProxyServer;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.ocs.AdminAccessCheck;
import io.github.billnextcloud.cloud.ocs.AppConfigApi;
import io.github.billnextcloud.cloud.ocs.CustomerVisibilityProbe;
import io.github.billnextcloud.cloud.ocs.OcsClient;
import io.github.billnextcloud.cloud.ocs.OcsCloud;
import io.github.billnextcloud.cloud.privacy.AppGroupRestrictions;
import io.github.billnextcloud.cloud.privacy.AppSetting;
import io.github.billnextcloud.cloud.privacy.GraphNeighbourSettings;
import io.github.billnextcloud.cloud.privacy.NeighbourSettings;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * The way to a cloud, hop by hop. Nothing here changes anything but what {@link #set} is asked for,
 * and our password is checked once: all that signs in shares one session.
 */
public final class CloudDiagnostics {

  private static final int MEASURED = 3;

  private final CloudEndpoint server;
  private final Timeouts patience;
  private final PublicEndpoints pages;
  private final OcsClient client;
  private Optional<String> product = Optional.empty();

  public CloudDiagnostics(CloudEndpoint server, Timeouts patience) {
    this.server = server;
    this.patience = patience;
    this.pages = new PublicEndpoints(server, patience);
    this.client = new OcsClient(server, patience);
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
    ServerStatus status = pages.status();
    product = Optional.of(status.product());
    return status;
  }

  /** Of the product that it is, which is asked before anybody signs in. */
  private boolean speaksGraph() {
    return UserIdRule.OF_GRAPH.contains(product.orElseGet(() -> status().product()));
  }

  /** What our account may do there. */
  public AdminRightsProbe access() {
    return speaksGraph()
        ? new GraphAccessCheck(server, product.orElseThrow(), patience)
        : new AdminAccessCheck(server, client);
  }

  public BruteForceStatus guard() {
    return pages.guard();
  }

  /** How long a request takes that only asks who we are: the median of three. */
  public long requestMillis() {
    AdminRightsProbe access = access();
    return LongStream.range(0, MEASURED)
        .map(number -> millis(access))
        .sorted()
        .toArray()[MEASURED / 2];
  }

  private static long millis(AdminRightsProbe access) {
    long begun = System.nanoTime();
    access.signIn();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /** What the cloud's settings say of its customers' finding each other. */
  public NeighbourSettings neighbours(ServerStatus status) {
    if (status.speaksGraph()) {
      return new GraphNeighbourSettings();
    }
    AppConfigApi settings = new AppConfigApi(client);
    return status.product().equals(UserIdRule.OWNCLOUD)
        ? settings.ofOwncloud(server)
        : settings.ofNextcloud(status.generation().orElse(0));
  }

  /** What Nextcloud's apps are told of groups. */
  public AppGroupRestrictions switches() {
    return new AppConfigApi(client).switches(server);
  }

  /** What Nextcloud's directories do of their own with each sign-in, and where that is set. */
  public Map<DirectoryHabit, List<String>> habitsOfDirectories() {
    return new DirectoryHabits(new AppConfigApi(client), server).found();
  }

  /**
   * Sets each of them; what is refused does not keep the others from being set.
   *
   * @return why, of each that was refused
   */
  public Map<AppSetting, Sentence> set(List<AppSetting> settings, ServerStatus status) {
    return status.product().equals(UserIdRule.OWNCLOUD)
        ? AppConfigApi.setInOwncloud(settings, server)
        : new AppConfigApi(client).set(settings);
  }

  /** To look at one customer as another. */
  public CustomerVisibilityProbe search(ServerStatus status) {
    return new CustomerVisibilityProbe(server, status.product().equals(UserIdRule.NEXTCLOUD));
  }

  /** The cloud itself, in the session that {@link #access} has begun. */
  public Cloud cloud() {
    return speaksGraph()
        ? new GraphCloud(server, product.orElseThrow(), patience)
        : new OcsCloud(server, client);
  }
}
