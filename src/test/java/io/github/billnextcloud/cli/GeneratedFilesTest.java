package io.github.billnextcloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is made of the commands' model is committed, so that it can be packaged and read: it must be
 * that of today. {@code -Dgenerated.write=true} writes it anew.
 */
class GeneratedFilesTest {

  private static final Map<String, Supplier<String>> FILES =
      new TreeMap<>(
          Map.of(
              "dist/man/man8/pmnextcloud.8", () -> ManPage.in(Language.EN),
              "dist/man/ru/man8/pmnextcloud.8", () -> ManPage.in(Language.RU),
              "dist/completion/pmnextcloud", ShellCompletion::script,
              "docs/reference/commands.md", () -> CommandReference.in(Language.EN),
              "docs/reference/commands.ru.md", () -> CommandReference.in(Language.RU)));

  static Stream<String> files() {
    return FILES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileWhenTheModelIsAsItIsIsCurrent(String name) throws IOException {
    Path file = Path.of(name);
    String current = FILES.get(name).get();
    if (Boolean.getBoolean("generated.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, current);
    }
    assertThat(file).hasContent(current);
  }
}
