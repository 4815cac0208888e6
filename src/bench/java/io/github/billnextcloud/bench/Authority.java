package io.github.billnextcloud.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority of this benchmark, trusted by all that is measured in the way in which an
 * administrator would make them: as one root more beside those that the system has.
 */
final class Authority {

  private static final String PASSWORD = "changeit";
  private static final Path SYSTEM_ROOTS = Path.of("/etc/ssl/certs/ca-certificates.crt");

  /** What a JVM needs of a JDK. */
  private static final List<String> PARTS = List.of("bin", "conf", "lib", "release");

  private final Path folder;
  private final Path jdk = Path.of(System.getProperty("java.home"));
  private final Path keys;
  private final Path certificate;

  Authority(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.keys = folder.resolve("keys.p12");
    this.certificate = folder.resolve("authority.pem");
    keytool("-genkeypair", "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-dname",
        "CN=server",
        "-signer",
        "authority",
        "-ext",
        "san=ip:127.0.0.1");
    keytool("-exportcert", "-alias", "authority", "-rfc", "-file", certificate.toString());
  }

  private void keytool(String command, String... options) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(jdk.resolve("bin/keytool").toString(), command));
    if (command.equals("-genkeypair")) {
      line.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    line.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    line.addAll(List.of(options));
    Command.run(Path.of("."), Map.of(), line);
  }

  /** For a server whose certificate it has signed. */
  SSLContext server() throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      own.load(in, PASSWORD.toCharArray());
    }
    own.deleteEntry("authority");
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** A copy of this JDK that trusts it, too. Times are kept: the JDK's own archive has them. */
  Path jdk() throws IOException, InterruptedException {
    Path copy = Files.createDirectories(folder.resolve("jdk"));
    for (String part : PARTS) {
      Command.run("cp", "-a", jdk.resolve(part).toString(), copy.toString());
    }
    Path store = copy.resolve("lib/security/cacerts");
    Path roots = store.toRealPath();
    Files.delete(store);
    Files.copy(roots, store);
    Command.run(
        copy.resolve("bin/keytool").toString(),
        "-importcert",
        "-noprompt",
        "-alias",
        "benchmark",
        "-file",
        certificate.toString(),
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
    return copy;
  }

  /** The same for curl and for requests: the system's roots and this one, in a file. */
  Map<String, String> bundle() throws IOException {
    String system = Files.exists(SYSTEM_ROOTS) ? Files.readString(SYSTEM_ROOTS) : "";
    Path bundle = folder.resolve("roots.pem");
    Files.writeString(bundle, system + Files.readString(certificate));
    return Map.of("REQUESTS_CA_BUNDLE", bundle.toString(), "CURL_CA_BUNDLE", bundle.toString());
  }
}
