package io.github.billnextcloud.installed;

import io.github.billnextcloud.conversation.GivenState;
import io.github.billnextcloud.conversation.Scene;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The conversations, played with the installed program instead of this JVM's: {@code
 * -Dconversations.installed=/usr/local/mgr5} names the panel's folder it was installed into. That
 * is how {@code src/test/platforms} tries the packages.
 */
public final class InstalledConversations {

  private static final String PANEL = System.getProperty("conversations.installed");

  public static final boolean ARE_PLAYED = PANEL != null;

  private InstalledConversations() {}

  /** Every so many-th is played; they come sorted by command. */
  private static final int STEP = Integer.getInteger("conversations.step", 1);

  private static int met;

  /** Where the panel of the next conversation is: the installed one, or a new one among these. */
  public static Path root(Path roots) throws IOException {
    if (!ARE_PLAYED) {
      return Files.createTempDirectory(roots, "panel");
    }
    Path root = Path.of(PANEL);
    Files.deleteIfExists(root.resolve("etc/billmgr.DoNothing"));
    return root;
  }

  /**
   * One kind of cloud for each, none for those passed over: the system makes the difference here.
   */
  public static List<Flavour> flavours(GivenState given) {
    if (!ARE_PLAYED) {
      return given.flavours();
    }
    return met++ % STEP == 0 ? given.flavours().subList(0, 1) : List.of();
  }

  public static Scene.Said ask(Path root, String stdin, String... args) {
    List<String> command = new ArrayList<>(List.of(root + "/processing/pmnextcloud"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root.toFile()).redirectError(Redirect.DISCARD);
    builder.environment().putAll(Map.of("LANG", "C", "LC_ALL", "C"));
    try {
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(stdin.getBytes(StandardCharsets.UTF_8));
      } catch (IOException notRead) {
        // A command that wants nothing may have ended already.
      }
      byte[] said = process.getInputStream().readAllBytes();
      return new Scene.Said(process.waitFor(), new String(said, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
