package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.BillingException.Kind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the panel's control utility once per call (contract §10).
 *
 * <p>Never through a shell; secrets travel in the environment. The panel's history shows who did
 * something: {@code SSH_CONNECTION} names us.
 */
final class Mgrctl {

  private static final Logger LOG = LoggerFactory.getLogger(Mgrctl.class);
  private static final String OUR_NAME = "pmnextcloud";
  private static final long LONGEST_SECONDS = 120;
  private static final Pattern ERROR_LINE =
      Pattern.compile("Type: '([^']*)' Object: '([^']*)' Value: '([^']*)'");

  /** The last that starts programs directly without a warning. */
  private static final int LAST_DIRECT = 21;

  static {
    // Java 12 to 21 start a program by way of another, unless told to do as Java 11 did.
    if (Runtime.version().feature() <= LAST_DIRECT) {
      System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
    }
  }

  private final Path root;

  Mgrctl(Path root) {
    this.root = root;
  }

  /**
   * The panel's answer.
   *
   * @throws BillingException when the panel refuses, restarts, or cannot be asked
   */
  XmlIn run(MgrctlCall call) {
    return begin(call).answer();
  }

  /**
   * Asks, for one who has something else to do until the answer comes.
   *
   * @throws BillingException when it cannot be run
   */
  Running begin(MgrctlCall call) {
    LOG.debug("mgrctl {}", call);
    try {
      return new Running(call, start(call));
    } catch (IOException failure) {
      throw notRun(failure);
    }
  }

  private static BillingException notRun(IOException failure) {
    return new BillingException(
        Kind.REFUSED, "mgrctl cannot be run: " + failure.getMessage(), failure);
  }

  /** One call that was begun. */
  static final class Running {

    private final MgrctlCall call;
    private final Process process;
    private final StderrReader errors;
    private final Thread guard;

    private Running(MgrctlCall call, Process process) {
      this.call = call;
      this.process = process;
      this.errors = new StderrReader(process.getErrorStream());
      this.guard = stopWhenTooLong(process);
    }

    /** Waits for the panel's answer, and throws as {@link Mgrctl#run} does. */
    XmlIn answer() {
      try {
        String output = read(process.getInputStream());
        int exitCode = process.waitFor();
        guard.interrupt();
        return Mgrctl.answer(call, exitCode, output, errors.text());
      } catch (IOException failure) {
        throw notRun(failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new BillingException(Kind.REFUSED, "Stopped while mgrctl was running", stopped);
      }
    }
  }

  private Process start(MgrctlCall call) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(call.argv(root.resolve("sbin").resolve("mgrctl").toString()))
            .directory(root.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().put("SSH_CONNECTION", OUR_NAME);
    builder.environment().putAll(call.environment());
    return builder.start();
  }

  private static Thread stopWhenTooLong(Process process) {
    Thread guard =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    guard.setDaemon(true);
    guard.start();
    return guard;
  }

  private static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Both an exit code and an error in the document of a good exit mean failure (§10). */
  private static XmlIn answer(MgrctlCall call, int exitCode, String output, String errors) {
    XmlIn document = document(call, exitCode, output);
    XmlIn error = document == null ? null : document.first("error").orElse(null);
    if (error != null) {
      throw refusal(call, error.text("type"), error.text("object"), told(error));
    }
    Matcher line = ERROR_LINE.matcher(errors + output);
    if (exitCode != 0 && line.find()) {
      throw refusal(call, line.group(1), line.group(2), line.group(3));
    }
    if (exitCode != 0) {
      throw refusal(call, "exit code " + exitCode, "", firstLine(errors + output));
    }
    return document == null ? XmlIn.parse("<doc/>") : document;
  }

  /** Null when there is none. A page instead of a document must not hide that mgrctl failed. */
  private static XmlIn document(MgrctlCall call, int exitCode, String output) {
    try {
      return output.stripLeading().startsWith("<") ? XmlIn.parse(output) : null;
    } catch (BadRequest broken) {
      if (exitCode != 0) {
        return null;
      }
      throw new BillingException(
          Kind.REFUSED, call.function() + ": mgrctl's answer is no XML", broken);
    }
  }

  private static String told(XmlIn error) {
    return Arrays.stream(new String[] {"msg", "value"})
        .map(error::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseGet(() -> error.first("param").map(XmlIn::text).orElse(""));
  }

  /** A panel that restarts cannot be reached by its own client: type client, object open. */
  private static BillingException refusal(
      MgrctlCall call, String type, String object, String value) {
    return type.equals("client") && object.equals("open")
        ? new BillingException(Kind.RESTARTING, call.function() + ": the panel restarts", null)
        : new BillingException(
            Kind.REFUSED,
            call.masked(
                call.function() + ": the panel answered '" + type + "' " + object + " " + value),
            null);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("and said nothing");
  }

  /** Takes what mgrctl writes to stderr, so that a full pipe never stops it. */
  private static final class StderrReader {
    private final Thread thread;
    private String text = "";

    StderrReader(InputStream stream) {
      thread =
          new Thread(
              () -> {
                try {
                  text = read(stream);
                } catch (IOException gone) {
                  text = gone.toString();
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    String text() throws InterruptedException {
      thread.join();
      return text;
    }
  }
}
