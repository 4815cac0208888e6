package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cli.BilingualText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence that is written down in the room, also one that no test brings about. */
class BothLanguagesTest {

  private static final Path ROOM = Path.of("src/main/java/io/github/billnextcloud/operator/doctor");

  private static final String LITERAL = "((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)";

  private static final Pattern CALL = Pattern.compile("\\btext\\(");
  private static final Pattern SENTENCE =
      Pattern.compile("\\btext\\(\\s*" + LITERAL + ",\\s*" + LITERAL);

  private static final Pattern CYRILLIC = Pattern.compile("[А-Яа-яЁё]");

  @Test
  void sentencesWhenWrittenAreInBothLanguages() throws IOException {
    List<BilingualText> sentences = sentences();
    assertThat(sentences).hasSizeGreaterThan(100);
    assertThat(sentences)
        .allSatisfy(
            sentence -> {
              assertThat(sentence.english()).doesNotContainPattern(CYRILLIC);
              assertThat(places(sentence.russian())).isEqualTo(places(sentence.english()));
              if (!sentence.english().equals(sentence.russian())) {
                assertThat(sentence.russian()).containsPattern(CYRILLIC);
              }
            });
  }

  private static int places(String sentence) {
    return sentence.split("%s", -1).length;
  }

  private static List<BilingualText> sentences() throws IOException {
    List<BilingualText> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOM)) {
      for (Path file : files.filter(it -> !it.endsWith("Text.java")).toList()) {
        List<BilingualText> found = sentences(Files.readString(file));
        assertThat(CALL.matcher(Files.readString(file)).results().count())
            .as("sentences of %s that were found", file)
            .isEqualTo(found.size());
        all.addAll(found);
      }
    }
    return all;
  }

  private static List<BilingualText> sentences(String source) {
    List<BilingualText> found = new ArrayList<>();
    Matcher matcher = SENTENCE.matcher(source);
    while (matcher.find()) {
      found.add(new BilingualText(joined(matcher.group(1)), joined(matcher.group(2))));
    }
    return found;
  }

  private static String joined(String literals) {
    return literals.replaceAll("\"\\s*\\+\\s*\"", "").strip();
  }
}
