package io.github.billnextcloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real bash offers when a person presses the tab key. */
class ShellCompletionTest {

  /** Sources the script as bash-completion does, and asks as readline does. */
  private static final String ASK =
      """
      set -u
      . dist/completion/pmnextcloud
      COMP_WORDS=($1); [ -z "${2-}" ] || COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9 COMP_KEY=9
      function=$(complete -p pmnextcloud | sed 's/.*-F \\([^ ]*\\).*/\\1/')
      COMPREPLY=()
      $function
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  private static List<String> offered(String line) throws Exception {
    String next = line.endsWith(" ") ? "next" : "";
    Process bash =
        new ProcessBuilder("bash", "--norc", "--noprofile", "-c", ASK, "bash", line.strip(), next)
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes());
    bash.waitFor();
    return said.lines().map(String::strip).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "pmnextcloud su, suspend",
    "pmnextcloud re, reopen resume",
    "pmnextcloud help aud, audit",
    "pmnextcloud audit --re, --repair",
    "pmnextcloud open --, --item --runningoperation --dry-run --lang --help",
    "'pmnextcloud stat --lang ', en ru",
    "processing/pmnextcloud suspend --it, --item",
  })
  void tabWhenPressedOffersWhatFits(String line, String words) throws Exception {
    assertThat(offered(line)).contains(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"pmnextcloud open --m, --module", "pmnextcloud su, stat"})
  void tabWhenPressedOffersNothingElse(String line, String word) throws Exception {
    assertThat(offered(line)).doesNotContain(word);
  }
}
