package io.github.billnextcloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manual page is right roff; where groff is installed, it is asked as well. */
class ManPageTest {

  private static final Set<String> MACROS = Set.of("TH", "SH", "SS", "TP", "PP", "RS", "RE");

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageWhenReadHasOnlyMacrosThatMenKnow(Language language) {
    assertThat(lines(language))
        .filteredOn(line -> line.startsWith("."))
        .isNotEmpty()
        .map(line -> line.substring(1).replaceFirst(" .*", ""))
        .isSubsetOf(MACROS);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageWhenReadEndsWhatItBegins(Language language) {
    long begun = lines(language).stream().filter(".RS"::equals).count();
    assertThat(lines(language).stream().filter(".RE"::equals)).hasSize((int) begun);
    assertThat(begun).isEqualTo(CommandHelpCatalogue.ALL.size());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageWhenReadHasNoEmptyLinesAndKnownEscapesOnly(Language language) {
    assertThat(lines(language))
        .allMatch(line -> !line.isBlank())
        .allMatch(line -> !line.startsWith("'"))
        .allMatch(
            line -> line.replaceAll("\\\\(f[BR]|-|&|e|\\((aq|ga|ha|ti|dq))", "").indexOf('\\') < 0);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageWhenReadTellsOfEveryCommand(Language language) {
    assertThat(lines(language))
        .containsAll(
            CommandHelpCatalogue.ALL.stream().map(page -> heading(page, language)).toList());
  }

  private static String heading(CommandHelp page, Language language) {
    String synopsis = page.synopsis(Messages.of("help", language)).replaceFirst("pmnextcloud ", "");
    return "\\fB" + synopsis.replace("-", "\\-") + "\\fR";
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pageWhenGroffReadsItGivesNoWarning(Language language) throws Exception {
    if (Stream.of("groff", "preconv").allMatch(ManPageTest::isInstalled)) {
      assertThat(groff(ManPage.in(language))).isEmpty();
      assertThat(groff(".TH X 8\n.NOSUCH\n")).contains("NOSUCH");
    }
  }

  private static String groff(String page) throws Exception {
    Process groff =
        new ProcessBuilder(List.of("groff", "-K", "utf8", "-ww", "-man", "-Tutf8", "-z"))
            .redirectErrorStream(true)
            .start();
    groff.getOutputStream().write(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    groff.getOutputStream().close();
    String warnings = new String(groff.getInputStream().readAllBytes());
    assertThat(groff.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return warnings;
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> new File(folder, program).canExecute());
  }

  @Test
  void textWhenItLooksLikeRoffIsText() {
    assertThat(new RoffWriter().text(".so \\etc 'x' -y"))
        .hasToString("\\&.so \\eetc \\(aqx\\(aq \\-y\n");
  }

  private static List<String> lines(Language language) {
    return ManPage.in(language).lines().toList();
  }
}
