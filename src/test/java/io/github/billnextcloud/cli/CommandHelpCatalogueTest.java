package io.github.billnextcloud.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.billnextcloud.app.Commands;
import io.github.billnextcloud.app.OperatorCommands;
import io.github.billnextcloud.cli.CommandHelp.Reader;
import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of the commands is what the program has, in both languages. */
class CommandHelpCatalogueTest {

  /** Answered before the tables of commands are looked at. */
  private static final Set<String> BEFORE_THE_TABLES = Set.of(Features.NAME, CommandHelp.HELP);

  private static final Pattern CASE = Pattern.compile("case \"([a-z_]+)\"");

  static List<CommandHelp> pages() {
    return CommandHelpCatalogue.ALL;
  }

  @Test
  void pagesWhenComparedWithTheTablesAreTheSame() throws Exception {
    Set<String> described = names(CommandHelpCatalogue.ALL.stream());
    described.removeAll(BEFORE_THE_TABLES);
    Set<String> there = cases("app/Commands");
    there.addAll(cases("app/OperatorCommands"));
    assertThat(described).isEqualTo(there);
  }

  @Test
  void readersWhenSetApartAreThoseOfTheTables() {
    assertThat(CommandHelpCatalogue.of(Reader.BILLMANAGER))
        .filteredOn(page -> !BEFORE_THE_TABLES.contains(page.name()))
        .allMatch(page -> Commands.find(page.name()).isPresent());
    // Typed by people only, but locked, rehearsed and held back like what BILLmanager asks.
    assertThat(CommandHelpCatalogue.of(Reader.PEOPLE))
        .filteredOn(page -> !page.name().equals("welcome"))
        .noneMatch(page -> Commands.find(page.name()).isPresent());
  }

  private static boolean isThere(String name) {
    return Commands.find(name).isPresent() || OperatorCommands.find(name).isPresent();
  }

  /** The names in a table of contents. */
  private static Set<String> cases(String table) throws Exception {
    Path source = Path.of("src/main/java/io/github/billnextcloud", table + ".java");
    Matcher cases = CASE.matcher(Files.readString(source));
    return cases.results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Stream<CommandHelp> pages) {
    return pages.map(CommandHelp::name).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void textsWhenComparedHaveTheSameKeys() {
    assertThat(Messages.of("help", Language.RU).keys())
        .isEqualTo(Messages.of("help", Language.EN).keys())
        .isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void textsWhenShownAreThere(Language language) {
    Messages texts = Messages.of("help", language);
    assertThat(texts.keys()).allSatisfy(key -> assertThat(texts.get(key)).as(key).isNotBlank());
    assertThat(CommandHelpCatalogue.ALL)
        .allSatisfy(
            page ->
                assertThat(
                        List.of(page.summary(texts), page.description(texts), page.example(texts)))
                    .doesNotContain(""));
  }

  /** A sentence that nobody shows is a sentence that nobody corrects. */
  @Test
  void textsWhenKeptBelongToACommandOrAreCommon() {
    Set<String> commands = names(CommandHelpCatalogue.ALL.stream());
    Set<String> common =
        Set.of(
            "program",
            "heading",
            "group",
            "man",
            "reference",
            "label",
            "option",
            "exit",
            "env",
            "file",
            "complaint",
            "failure",
            "story");
    assertThat(Messages.of("help", Language.EN).keys())
        .map(key -> key.replaceFirst("\\..*", ""))
        .allMatch(owner -> commands.contains(owner) || common.contains(owner));
  }

  @Test
  void russianWhenWrittenIsRussian() {
    Messages texts = Messages.of("help", Language.RU);
    assertThat(CommandHelpCatalogue.ALL)
        .allMatch(page -> page.summary(texts).matches("(?s).*[а-я]{3}.*"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void optionsWhenDescribedAreRead(CommandHelp page) {
    String[] typed =
        Stream.concat(
                Stream.of(page.name()),
                page.options().stream().flatMap(CommandHelpCatalogueTest::typed))
            .toArray(String[]::new);
    assertThatCode(() -> Invocation.parse(typed)).doesNotThrowAnyException();
    assertThat(new OperatorCommandParser(Language.EN).read("", Invocation.of(typed)))
        .satisfies(
            read -> {
              if (read.reply().isEmpty()) {
                assertThat(read.options()).isEqualTo(CommandLineParser.parse(typed));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("pages")
  void exampleWhenTypedIsUnderstood(CommandHelp page) {
    String line = page.example(Messages.of("help", Language.EN)).replaceAll(" [<>|].*", "");
    String[] typed = line.replaceFirst("pmnextcloud ", "").split(" ");
    if (page.takesCommand()) {
      assertThat(reply(typed).orElseThrow().exitCode()).isZero();
    } else if (Invocation.of(typed).isTyped()) {
      assertThat(reply(typed)).as(line).isEmpty();
    } else {
      assertThat(isThere(Invocation.parse(typed).command().orElseThrow())).as(line).isTrue();
    }
  }

  private static Optional<TextResult> reply(String... typed) {
    return new OperatorCommandParser(Language.EN).read("", Invocation.of(typed)).reply();
  }

  private static Stream<String> typed(Option option) {
    return option.isFlag() ? Stream.of(option.typed()) : Stream.of(option.typed(), "1");
  }
}
