package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.manual.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the handbook takes from the program is as the program has it, and its links lead somewhere.
 * {@code -Dhandbook.write=true} writes what was taken anew.
 */
class HandbookTest {

  private static final boolean WRITE = Boolean.getBoolean("handbook.write");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @ParameterizedTest
  @EnumSource(Language.class)
  void errorsWhenListedAreThoseThatThePanelShows(Language language) throws IOException {
    String file = language == Language.RU ? "errors.ru.md" : "errors.md";
    check(Path.of("docs/handbook", file), new ErrorsReference(language).page());
  }

  /** When this fails, the pictures are old as well: see CONTRIBUTING. */
  @Test
  void formsWhenPicturedAreThoseOfTheDescription() throws IOException {
    StringBuilder forms = new StringBuilder();
    for (String language : List.of("en", "ru")) {
      forms.append(new Form(Form.SETTINGS, language).asText());
      forms.append(new Form(Form.TARIFF, language).asText());
    }
    check(Path.of("docs/pictures/forms.txt"), forms.toString());
  }

  private static void check(Path file, String wanted) throws IOException {
    if (WRITE) {
      Files.writeString(file, wanted);
    }
    assertThat(file).content().isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksWhenFollowedLeadSomewhere(Path page) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      if (!link.group(1).matches("[a-z]+:.*") && !leadsSomewhere(page, link.group(1))) {
        broken.add(link.group(1));
      }
    }
    assertThat(broken).as("broken links in %s", page).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
  }

  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(head -> head.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  static Stream<Path> pages() throws IOException {
    return Stream.concat(Files.list(Path.of(".")), Files.walk(Path.of("docs")))
        .map(Path::normalize)
        .filter(file -> file.toString().endsWith(".md"))
        .sorted();
  }
}
