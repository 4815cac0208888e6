package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Costs;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.PanelOptions;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A panel with three clouds: over http, over https, and over https with the costs of a real one.
 */
final class Site implements AutoCloseable {

  final Path folder = Files.createTempDirectory("pmnextcloud-bench-").toRealPath();
  final Authority authority;
  final Path jdk;
  final PanelStandIn panel;
  final Shop http;
  final Shop https;
  final Shop slow;

  /**
   * @param mgrctlMillis what each call of mgrctl takes at least
   */
  Site(int mgrctlMillis) throws IOException, InterruptedException, GeneralSecurityException {
    authority = new Authority(folder);
    jdk = authority.jdk();
    panel = PanelStandIn.start(root("installed"), PanelOptions.defaults().withRealKey());
    http = new Shop(panel, CloudStandIn.start(Flavour.NEXTCLOUD_34));
    https = new Shop(panel, CloudStandIn.startTls(Flavour.NEXTCLOUD_34, authority.server()));
    slow = new Shop(panel, CloudStandIn.startTls(Flavour.NEXTCLOUD_34, authority.server()));
    slow.cloud().costs(Costs.recorded(Flavour.NEXTCLOUD_34));
    Path mgrctl = panel.mgrctl();
    Files.delete(mgrctl);
    CProgram.compile(
        "mgrctl", mgrctl, Map.of("MGRCTL_PORT", panel.port(), "MGRCTL_MILLIS", mgrctlMillis));
  }

  private Path root(String name) throws IOException {
    Path root = folder.resolve(name);
    for (String part : new String[] {"sbin", "etc", "var"}) {
      Files.createDirectories(root.resolve(part));
    }
    return root;
  }

  /** The module installed into the panel's own folder. */
  InstalledRoot installed() throws IOException, InterruptedException {
    return InstalledRoot.into(panel.root(), jdk);
  }

  /** The module installed once more, into another folder of the same panel. */
  InstalledRoot installed(String name) throws IOException, InterruptedException {
    Path root = root(name);
    Files.copy(panel.mgrctl(), root.resolve("sbin/mgrctl"));
    root.resolve("sbin/mgrctl").toFile().setExecutable(true);
    Path key = root.resolve("etc/billmgr.pem");
    Files.copy(panel.root().resolve("etc/billmgr.pem"), key);
    return InstalledRoot.into(root, jdk);
  }

  void forget() {
    panel.forgetCalls();
    Stream.of(http, https, slow).forEach(shop -> shop.cloud().forgetRequests());
  }

  /** What a run has cost those whom it asked. */
  Toll toll() {
    long requests = 0;
    long checks = 0;
    for (Shop shop : new Shop[] {http, https, slow}) {
      requests += shop.cloud().requestCount();
      checks += shop.cloud().passwordChecks();
    }
    return new Toll(requests, checks, panel.calls().size());
  }

  /** Requests, password checks that they meant, and calls of mgrctl. */
  record Toll(long requests, long passwordChecks, long calls) {}

  @Override
  public void close() throws IOException {
    Stream.of(http, https, slow).forEach(Shop::close);
    panel.close();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
