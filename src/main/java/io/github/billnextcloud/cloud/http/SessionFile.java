package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.http.SessionState.Confirmation;
import io.github.billnextcloud.safe.KeptFile;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.settings.LauncherProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a session from one event to the next: a file that we alone may read, for one account of one
 * cloud and for just these credentials. A server looks at the cookies and no more at the password,
 * so that those of another account, or of an older password, would act unnoticed.
 *
 * <p>Several processes may read and write it at once; the last one's word stays. Without it all
 * works, at a higher price, so no trouble with it is an error.
 */
public final class SessionFile {

  /** Of the format; another one is no session. */
  private static final String VERSION = "1";

  private static final String SESSIONS = "pmnextcloud.sessions";

  private static final Logger LOG = LoggerFactory.getLogger(SessionFile.class);

  private static final List<String> LINES =
      List.of("version", "stamp", "confirmed", "used", "requests", "confirmation", "cookies");

  /** Null where none is kept. */
  private final @Nullable KeptFile file;

  private final String account;
  private final Secret secrets;

  private SessionFile(@Nullable KeptFile file, String account, Secret secrets) {
    this.file = file;
    this.account = account;
    this.secrets = secrets;
  }

  /** Nothing is kept. */
  public static SessionFile none() {
    return new SessionFile(null, "", new Secret(""));
  }

  /** Below the panel's folder for what lasts; nothing is kept where there is none. */
  public static SessionFile ofPanel(
      OptionalLong module, CloudAddress cloud, CloudCredentials credentials) {
    Path var = LauncherProperties.root().resolve("var");
    return Files.isDirectory(var) ? in(var.resolve(SESSIONS), module, cloud, credentials) : none();
  }

  /**
   * @param folder below one that is there; it is made for us alone
   * @param module whose session it is: another one at the same cloud has credentials of its own,
   *     and would take the place of this one's at each event
   */
  public static SessionFile in(
      Path folder, OptionalLong module, CloudAddress cloud, CloudCredentials credentials) {
    String account = module + "\n" + cloud + "\n" + credentials.login();
    String name = UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)).toString();
    Secret all =
        new Secret(
            String.join(
                "\n",
                credentials.password().reveal(),
                credentials.appPassword().reveal(),
                credentials.token().reveal(),
                // The tokens change by the hour, and the session goes on.
                credentials.grant().map(OAuthTokenPair::id).orElse("")));
    return new SessionFile(new KeptFile(folder.resolve(name)), account, all);
  }

  /**
   * Made only when there is a file to be read or written: most events with an app password have
   * none.
   */
  private String stamp() {
    return secrets.signed(account).reveal();
  }

  /** What was kept for these credentials. */
  SessionState load() {
    if (file == null) {
      return SessionState.none();
    }
    try {
      return file.lines()
          .filter(this::isOurs)
          .map(SessionFile::session)
          .orElseGet(SessionState::none);
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.warn("the kept session is of no use: {}: {}", file.path(), unreadable.getMessage());
      return SessionState.none();
    }
  }

  private boolean isOurs(List<String> lines) {
    return lines.size() == LINES.size()
        && line(lines, "version").equals(VERSION)
        && line(lines, "stamp").equals(stamp());
  }

  private static SessionState session(List<String> lines) {
    return new SessionState(
        SessionCookies.ofHeader(line(lines, "cookies")),
        Integer.parseInt(line(lines, "requests")),
        Instant.ofEpochMilli(Long.parseLong(line(lines, "confirmed"))),
        Instant.ofEpochMilli(Long.parseLong(line(lines, "used"))),
        Confirmation.valueOf(line(lines, "confirmation")));
  }

  private static String line(List<String> lines, String name) {
    return lines.get(LINES.indexOf(name));
  }

  void save(SessionState session) {
    if (file == null) {
      return;
    }
    List<String> lines =
        List.of(
            VERSION,
            stamp(),
            Long.toString(session.confirmed().toEpochMilli()),
            Long.toString(session.used().toEpochMilli()),
            Integer.toString(session.requests()),
            session.confirmation().name(),
            session.cookies().header());
    try {
      file.write(lines);
    } catch (IOException unwritable) {
      LOG.debug("the session is not kept: {}", unwritable.toString());
    }
  }

  /** Nothing is left of it. */
  public void delete() {
    try {
      if (file != null) {
        file.delete();
      }
    } catch (IOException locked) {
      LOG.warn("the kept session could not be removed: {}", locked.toString());
    }
  }
}
