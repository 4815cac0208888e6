package io.github.billnextcloud.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, with the memory that the launcher gives it, and a hostile stdin. */
class HostileProcessTest {

  /** What the answer may take, the start of a JVM on a slow and busy machine included. */
  private static final long LONGEST_SECONDS = 120;

  private static final int DEEP = 100_000;
  private static final int MANY = 500_000;

  @TempDir Path folder;

  @Test
  void suspendWhenStdinIsEndlessBlanksRefuses() throws Exception {
    assertThat(refused(" ".repeat(50 << 20))).contains("longer than 4194304 bytes");
  }

  @Test
  void suspendWhenDocumentIsDeepRefuses() throws Exception {
    refused("<doc>" + "<a>".repeat(DEEP) + "</a>".repeat(DEEP) + "</doc>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b/>", "x<b/>", "<b/>x", "<b c='d'/>", "<service/>"})
  void suspendWhenDocumentIsBroadRefuses(String many) throws Exception {
    refused("<doc>" + many.repeat(MANY * 4 / many.length()) + "</doc>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32"})
  void suspendWhenEntitiesMultiplyRefuses(String charset) throws Exception {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE doc [<!ENTITY e0 \"lol\">");
    for (int level = 1; level < 30; level++) {
      String lower = "&e" + (level - 1) + ";";
      bomb.append("<!ENTITY e").append(level).append(" \"").append(lower.repeat(9)).append("\">");
    }
    String document = bomb + "]><doc><service id=\"&e29;\">&e29;</service></doc>";
    assertThat(refused(document, Charset.forName(charset))).doesNotContain("lol");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32"})
  void suspendWhenEntityIsFileRefusesWithoutItsContent(String charset) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "hunter2");
    String document =
        "<!DOCTYPE doc [<!ENTITY e SYSTEM \""
            + file.toUri()
            + "\">]>"
            + "<doc><service id=\"7\">&e;<processingmodule id=\"&e;\">"
            + "<param name=\"base_url\">&e;</param></processingmodule></service></doc>";
    assertThat(refused(document, Charset.forName(charset))).doesNotContain("hunter2");
  }

  private String refused(String document) throws Exception {
    return refused(document, StandardCharsets.UTF_8);
  }

  /** The answer, which is an error document and nothing else. */
  private String refused(String document, Charset charset) throws Exception {
    Path stdin = Files.writeString(folder.resolve("stdin"), document, charset);
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    Process process =
        suspend()
            .redirectInput(stdin.toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile())
            .start();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("ended within %s s", LONGEST_SECONDS).isTrue();
    String answer = Files.readString(stdout);
    assertThat(answer)
        .as(Files.readString(stderr))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc><error type=")
        .endsWith("</error></doc>\n")
        .contains("pmnextcloud_request_unreadable")
        .doesNotContain("\tat ");
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(stderr)).doesNotContain("hunter2");
    return answer;
  }

  private ProcessBuilder suspend() throws IOException {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "-Xss512k",
        "-Dslf4j.internal.verbosity=WARN",
        "-Dpmnextcloud.root=" + folder.resolve("nowhere"),
        "-cp",
        System.getProperty("java.class.path"),
        "io.github.billnextcloud.Main",
        "--command",
        "suspend");
  }
}
