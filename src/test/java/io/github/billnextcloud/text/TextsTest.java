package io.github.billnextcloud.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of texts, compared with each other and with the keys in the sources. */
class TextsTest {

  private static final Path FILES = Path.of("src/main/resources/io/github/billnextcloud/text");
  private static final Path SOURCES = Path.of("src/main/java");

  /** Their keys are made of the names of commands, options and errors, and looked at there. */
  private static final Set<String> OF_NAMES = Set.of("help", "errors");

  private static final Pattern KEY =
      Pattern.compile("\"([a-z]+(?:\\.[a-z0-9_]+)+\\.?|[a-z]+\\.)\"");
  private static final Pattern SENTENCE = Pattern.compile("Sentence\\s*\\.of\\(\\s*\"([^\"]+)\"");
  private static final Pattern NOT_OURS =
      Pattern.compile("Sentence\\s*\\.(?:verbatim|joined|list)\\(");
  private static final Pattern WORDS = Pattern.compile("\"[^\"]*[A-Za-z]{2}[^\"]*\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  static List<String> subjects() {
    try (Stream<Path> files = Files.list(FILES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".en.properties"))
          .map(name -> name.substring(0, name.indexOf('.')))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void textsWhenComparedHaveTheSameKeysAndPlaces(String subject) {
    Messages english = Messages.of(subject, Language.EN);
    Messages russian = Messages.of(subject, Language.RU);
    assertThat(russian.keys()).isEqualTo(english.keys()).isNotEmpty();
    assertThat(english.keys())
        .allSatisfy(
            key ->
                assertThat(places(russian.get(key))).as(key).isEqualTo(places(english.get(key))));
  }

  /** Of two, the later would be taken for both. */
  @ParameterizedTest
  @MethodSource("subjects")
  void keysWhenWrittenStandOnce(String subject) throws IOException {
    for (String language : List.of("en", "ru")) {
      List<String> keys =
          Files.readAllLines(FILES.resolve(subject + "." + language + ".properties")).stream()
              .filter(line -> line.matches("[a-z][a-z0-9_.]*=.*"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertThat(keys).as(language).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void textsWhenReadAreInTheirLanguage(String subject) {
    Messages english = Messages.of(subject, Language.EN);
    Messages russian = Messages.of(subject, Language.RU);
    assertThat(english.keys())
        .filteredOn(key -> english.get(key).matches("(?s).*[a-z]{3}.*"))
        .as("a text is written in one language, and not left out")
        .allSatisfy(key -> assertThat(english.get(key)).as(key).isNotBlank());
    assertThat(russian.keys())
        .filteredOn(
            key ->
                PLACE.matcher(english.get(key)).replaceAll("").matches("(?s).*[A-Za-z] [A-Za-z].*"))
        .filteredOn(key -> !OF_NAMES.contains(subject))
        .allSatisfy(key -> assertThat(russian.get(key)).as(key).containsPattern("[А-Яа-яё]"));
  }

  /** A sentence that nobody shows is a sentence that nobody corrects. */
  @ParameterizedTest
  @MethodSource("subjects")
  void keysWhenComparedWithTheSourcesAreTheSame(String subject) {
    if (OF_NAMES.contains(subject)) {
      return;
    }
    Set<String> used = new TreeSet<>(literals());
    used.removeIf(key -> !key.startsWith(subject + "."));
    Set<String> begins = used.stream().filter(key -> key.endsWith(".")).collect(Collectors.toSet());
    used.removeAll(begins);
    Set<String> written = Messages.of(subject, Language.EN).keys();
    assertThat(written).as("keys that the sources use").containsAll(used);
    assertThat(written)
        .as("keys that nobody uses")
        .allMatch(key -> used.contains(key) || begins.stream().anyMatch(key::startsWith));
    assertThat(written).as("keys of this file").allMatch(key -> key.startsWith(subject + "."));
  }

  @Test
  void sentencesWhenMadeFillEveryPlace() {
    Map<String, String> wrong = new TreeMap<>();
    for (String source : sources()) {
      Matcher made = SENTENCE.matcher(source);
      while (made.find()) {
        int values = values(source, made.end());
        String key = made.group(1);
        if (key.endsWith(".")) {
          continue;
        }
        String text = Messages.of(key.substring(0, key.indexOf('.')), Language.EN).get(key);
        if (places(text).size() != values) {
          wrong.put(key, values + " values for: " + text);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void textsThatAreNotOursAreNeverWrittenByUs() {
    List<String> written = new ArrayList<>();
    for (String source : sources()) {
      Matcher made = NOT_OURS.matcher(source);
      while (made.find()) {
        String call = source.substring(made.end(), end(source, made.end()));
        if (WORDS.matcher(call).find()) {
          written.add(call);
        }
      }
    }
    assertThat(written).isEmpty();
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }

  /** How many values follow a key, up to the bracket that closes the call. */
  private static int values(String source, int from) {
    int depth = 0;
    int values = 0;
    for (int at = from; at < end(source, from); at++) {
      char next = source.charAt(at);
      if (next == '"') {
        at = endOfText(source, at);
      }
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      values += next == ',' && depth == 0 ? 1 : 0;
    }
    return values;
  }

  /** Where the bracket is that closes the call. */
  private static int end(String source, int from) {
    int depth = 1;
    int at = from;
    while (true) {
      char next = source.charAt(at);
      if (next == '"') {
        at = endOfText(source, at);
      }
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
      at++;
    }
  }

  private static int endOfText(String source, int begin) {
    int at = begin + 1;
    while (source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private static Set<String> literals() {
    return sources().stream()
        .flatMap(source -> KEY.matcher(source).results())
        .map(it -> it.group(1))
        .filter(key -> !key.matches(".*\\.(html|log|properties)"))
        .collect(Collectors.toSet());
  }

  private static List<String> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException unreadable) {
                  throw new UncheckedIOException(unreadable);
                }
              })
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
