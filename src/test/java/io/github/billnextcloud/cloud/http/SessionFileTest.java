package io.github.billnextcloud.cloud.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session on its way to the next event: for one account, its credentials, and for us alone. */
class SessionFileTest {

  private static final OptionalLong MODULE = OptionalLong.of(3);
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final CloudAddress CLOUD = CloudAddress.parse("https://h.org/").orElseThrow();
  private static final CloudCredentials ADMIN =
      CloudCredentials.ofPassword("admin", new Secret("opensesame"));

  @TempDir private Path var;

  @Test
  void loadWhenSavedIsTheSame() {
    file(ADMIN).save(session());

    assertThat(file(ADMIN).load()).isEqualTo(session());
  }

  @Test
  void loadWhenPasswordIsAnotherKnowsNothing() {
    file(ADMIN).save(session());
    CloudCredentials changed = CloudCredentials.ofPassword("admin", new Secret("opensesame2"));
    CloudCredentials with =
        new CloudCredentials("admin", new Secret("opensesame"), new Secret("app"), new Secret(""));

    assertThat(file(changed).load().isBegun()).isFalse();
    assertThat(file(with).load().isBegun()).isFalse();
  }

  @Test
  void loadWhenAccountOrCloudIsAnotherKnowsNothing() {
    file(ADMIN).save(session());
    CloudCredentials other = CloudCredentials.ofPassword("admin2", new Secret("opensesame"));
    CloudAddress elsewhere = CloudAddress.parse("https://h.org/cloud").orElseThrow();

    assertThat(file(other).load().isBegun()).isFalse();
    assertThat(SessionFile.in(folder(), MODULE, elsewhere, ADMIN).load().isBegun()).isFalse();
  }

  /** Each module has its own app password, so that by turns each would begin a new session. */
  @Test
  void saveWhenAnotherModuleIsAtTheSameCloudLeavesItsSession() {
    file(ADMIN).save(session());
    CloudCredentials with =
        new CloudCredentials("admin", new Secret("opensesame"), new Secret("app"), new Secret(""));
    SessionFile.in(folder(), OptionalLong.of(4), CLOUD, with).save(session());

    assertThat(file(ADMIN).load()).isEqualTo(session());
  }

  @Test
  void saveWhenDoneIsForUsAloneAndNamesNobody() throws IOException {
    file(ADMIN).save(session());

    Path written = written();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
    assertThat(Files.readString(written) + written).doesNotContain("opensesame", "admin", "h.org");
  }

  @Test
  void loadWhenOthersMayReadItKnowsNothing() throws IOException {
    file(ADMIN).save(session());
    Files.setPosixFilePermissions(written(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(file(ADMIN).load().isBegun()).isFalse();
  }

  /** A pipe in its place would hold up whoever reads it. */
  @Test
  void loadWhenItIsAPipeOrALinkKnowsNothing() throws Exception {
    file(ADMIN).save(session());
    Path kept = written();
    Path elsewhere = Files.move(kept, var.resolve("elsewhere"));
    Files.createSymbolicLink(kept, elsewhere);
    assertThat(file(ADMIN).load().isBegun()).isFalse();

    Files.delete(kept);
    new ProcessBuilder("mkfifo", "-m", "600", kept.toString()).start().waitFor();
    assertThat(file(ADMIN).load().isBegun()).isFalse();
  }

  @Test
  void loadWhenOthersMayWriteIntoTheFolderKnowsNothing() throws IOException {
    file(ADMIN).save(session());
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(file(ADMIN).load().isBegun()).isFalse();
  }

  @Test
  void loadWhenFileIsBrokenKnowsNothing() throws IOException {
    file(ADMIN).save(session());
    String whole = Files.readString(written());
    for (int end = 0; end < whole.length() - 1; end++) {
      Files.writeString(written(), whole.substring(0, end));
      assertThat(file(ADMIN).load()).isNotNull();
    }
    Files.writeString(written(), whole.replace("1700000000123", "yesterday"));

    assertThat(file(ADMIN).load().isBegun()).isFalse();
  }

  @Test
  void saveWhenFolderCannotBeMadeIsNoError() throws IOException {
    Files.writeString(folder(), "in the way");

    file(ADMIN).save(session());

    assertThat(file(ADMIN).load().isBegun()).isFalse();
  }

  @Test
  void deleteWhenThereLeavesNothing() throws IOException {
    file(ADMIN).save(session());
    file(ADMIN).delete();

    try (Stream<Path> left = Files.list(folder())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void toStringWhenPrintedKeepsCookiesToItself() {
    assertThat(session().toString()).doesNotContain("worth");
  }

  private Path folder() {
    return var.resolve("sessions");
  }

  private SessionFile file(CloudCredentials credentials) {
    return SessionFile.in(folder(), MODULE, CLOUD, credentials);
  }

  private Path written() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all.findFirst().orElseThrow();
    }
  }

  private static SessionState session() {
    SessionCookies cookies =
        SessionCookies.EMPTY.with(List.of("oc1=worth=a; path=/", "oc_sessionPassphrase=much%2B"));
    return new SessionState(
        cookies, 2, NOW, NOW.plusSeconds(3), SessionState.Confirmation.DEMANDED);
  }
}
