package io.github.billnextcloud.billmanager.mgrctl;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
public final class Mgrctl {

  private static final Logger LOG = LoggerFactory.getLogger(Mgrctl.class);
  private static final String OUR_NAME = "pmnextcloud";
  static final Duration LONGEST = Duration.ofSeconds(120);

  /** How long a signal leaves a call that has begun. */
  private static final Duration STOPPING = Duration.ofSeconds(3);

  private static final Pattern DOCUMENT = Pattern.compile("<\\?xml|<doc[\\s/>]");
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
  private final Duration longest;

  public Mgrctl(Path root) {
    this(root, LONGEST);
  }

  /**
   * @param longest after this time a call is ended by force
   */
  public Mgrctl(Path root, Duration longest) {
    this.root = root;
    this.longest = longest;
  }

  /**
   * The panel's answer.
   *
   * @throws BillingException when the panel refuses, restarts, cannot be asked or says nothing, or
   *     when we are to stop
   */
  public XmlElement run(MgrctlRequest call) {
    LOG.debug("mgrctl {}", call);
    if (Thread.currentThread().isInterrupted()) {
      throw BillingException.stopped(call.function() + " was to be called");
    }
    try {
      Process process = start(call);
      OutputReader output = new OutputReader(process.getInputStream());
      OutputReader errors = new OutputReader(process.getErrorStream());
      int exitCode = exitCode(call, process);
      return answer(call, exitCode, output.text(), errors.text());
    } catch (IOException failure) {
      throw new BillingException(
          BillingErrorKind.NOT_THERE,
          Sentence.of("panel.mgrctl_not_run", LocalizableException.sentenceOf(failure)),
          failure);
    }
  }

  private int exitCode(MgrctlRequest call, Process process) {
    boolean ended;
    try {
      ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      if (!endsSoon(process)) {
        throw BillingException.stopped(call.function() + " has not answered yet");
      }
      return process.exitValue();
    }
    if (!ended) {
      end(process);
      throw new BillingException(
          BillingErrorKind.NO_ANSWER,
          Sentence.of("panel.mgrctl_endless", call.function(), longest.toSeconds()));
    }
    return process.exitValue();
  }

  /** A signal ends waiting, not working: what the panel is about to do had better be known. */
  private static boolean endsSoon(Process process) {
    try {
      return process.waitFor(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException twice) {
      return !process.isAlive();
    } finally {
      Thread.currentThread().interrupt();
    }
  }

  /** With all that it has started: it must not come true later. */
  static void end(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  static String program(Path root) {
    return root.resolve("sbin").resolve("mgrctl").toString();
  }

  private Process start(MgrctlRequest call) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(call.argv(program(root)))
            .directory(root.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().put("SSH_CONNECTION", OUR_NAME);
    builder.environment().putAll(call.environment());
    return builder.start();
  }

  /** Both an exit code and an error in the document of a good exit mean failure (§10). */
  private static XmlElement answer(MgrctlRequest call, int exitCode, String output, String errors) {
    Optional<XmlElement> document = document(call, exitCode, output);
    Optional<XmlElement> error = document.flatMap(it -> it.first("error"));
    if (error.isPresent()) {
      XmlElement it = error.get();
      throw refusal(call, it.text("type"), it.text("object"), told(it));
    }
    Matcher line = ERROR_LINE.matcher(errors + output);
    if (exitCode != 0 && line.find()) {
      throw refusal(call, line.group(1), line.group(2), line.group(3));
    }
    if (exitCode != 0) {
      throw new BillingException(
          BillingErrorKind.NO_ANSWER,
          Sentence.of(
              "panel.mgrctl_failed", call.function(), exitCode, firstLine(call, errors + output)));
    }
    return document.orElseThrow(
        () ->
            new BillingException(
                BillingErrorKind.NO_ANSWER, Sentence.of("panel.mgrctl_silent", call.function())));
  }

  /**
   * Empty when there is none. Other programs may talk before it; a page instead of a document must
   * not hide that mgrctl failed.
   */
  private static Optional<XmlElement> document(MgrctlRequest call, int exitCode, String output) {
    Matcher begin = DOCUMENT.matcher(output);
    try {
      return begin.find()
          ? Optional.of(XmlElement.parse(output.substring(begin.start())))
          : Optional.empty();
    } catch (InvalidInputException broken) {
      if (exitCode != 0) {
        return Optional.empty();
      }
      throw new BillingException(
          BillingErrorKind.NO_ANSWER, Sentence.of("panel.mgrctl_no_xml", call.function()), broken);
    }
  }

  private static String told(XmlElement error) {
    return Arrays.stream(new String[] {"msg", "value"})
        .map(error::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseGet(() -> error.first("param").map(XmlElement::text).orElse(""));
  }

  /** A panel that restarts cannot be reached by its own client: type client, object open. */
  private static BillingException refusal(
      MgrctlRequest call, String type, String object, String value) {
    return type.equals("client") && object.equals("open")
        ? new BillingException(
            BillingErrorKind.RESTARTING, Sentence.of("panel.restarts", call.function()))
        : new BillingException(
            BillingErrorKind.REFUSED,
            Sentence.of(
                "panel.answered",
                call.function(),
                call.masked(type),
                call.masked(object),
                call.masked(value)));
  }

  private static Sentence firstLine(MgrctlRequest call, String text) {
    return text.lines()
        .findFirst()
        .map(line -> Sentence.verbatim(call.masked(line)))
        .orElse(Sentence.of("panel.mgrctl_said_nothing"));
  }
}
