package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers have no pages: 100,000 users come at once, into the memory that a launcher gives. */
class EverybodyInLittleMemoryTest {

  private static final int EVERYBODY = 100_000;
  private static final long LONGEST_SECONDS = 600;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  @TempDir Path folder;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
      write(out, "{\"value\":[");
      for (int number = 0; number < EVERYBODY; number++) {
        write(out, number == 0 ? "" : ",");
        write(out, path.endsWith("/users") ? user(number) : drive(number));
      }
      write(out, "]}");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String stable(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** As long as the recorded ones. */
  private static String user(int number) {
    return """
    {"accountEnabled":true,"displayName":"Customer %1$d","id":"%2$s","mail":"c%1$d@example.org",\
    "memberOf":[{"displayName":"pro","groupTypes":[],"id":"%2$s"}],\
    "onPremisesSamAccountName":"user_%1$d","surname":"user_%1$d","userType":"Member",\
    "appRoleAssignments":[{"appRoleId":"d7beeea8-8ff4-406b-8fb6-ab2dd81e6b11","id":"%2$s",\
    "principalId":"%2$s","principalType":"User","resourceId":"%2$s"}]}\
    """
        .formatted(number, stable(number));
  }

  private static String drive(int number) {
    return """
    {"driveAlias":"personal/user_%1$d","driveType":"personal","id":"%2$s$%2$s","name":"C %1$d",\
    "owner":{"user":{"displayName":"","id":"%2$s"}},"quota":{"remaining":1,"state":"normal",\
    "total":10737418240,"used":%1$d},"root":{"id":"%2$s$%2$s","webDavUrl":"https://x/%2$s"}}\
    """
        .formatted(number, stable(number));
  }

  @Test
  void readUsersWhenEverybodyIsWantedFitsIntoALaunchersHeap() throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-Dslf4j.internal.verbosity=WARN",
                "-cp",
                System.getProperty("java.class.path"),
                EverybodyInLittleMemoryTest.class.getName(),
                "http://127.0.0.1:" + server.getAddress().getPort())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as(Files.readString(said)).isTrue();
    long sum = (long) EVERYBODY * (EVERYBODY - 1) / 2;
    assertThat(said).content().contains("read " + EVERYBODY + ", stored " + sum);
    assertThat(asked).containsExactly("/graph/v1.0/drives", "/graph/v1.0/users");
  }

  /** What a count of all services has in memory beside it, and the count. */
  public static void main(String[] args) {
    CloudAddress at = CloudAddress.parse(args[0]).orElseThrow();
    CloudCredentials boss = CloudCredentials.ofPassword("boss", new Secret("word"));
    GraphCloud cloud =
        new GraphCloud(new CloudEndpoint(at, boss), UserIdRule.INFINITE_SCALE, Timeouts.ROUND);
    Map<UserId, long[]> waiting = new HashMap<>();
    for (int number = 0; number < EVERYBODY; number++) {
      waiting.put(new UserId("user_" + number, stable(number)), new long[4]);
    }
    long[] stored = new long[2];
    cloud.readUsers(
        Collections.unmodifiableSet(waiting.keySet()),
        user -> {
          stored[0]++;
          stored[1] += user.usage().bytes().orElseThrow();
        });
    System.out.println("read " + stored[0] + ", stored " + stored[1]);
  }
}
