package io.github.billnextcloud.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The launcher's list of what a resident worker may be asked is the program's own. */
class WorkerCommandsTest {

  private static Set<String> launchers() throws IOException {
    String script = Files.readString(Path.of("dist/lib/pmnextcloud/warm.sh")).replace("\\\n", "");
    int begin = script.indexOf("case ${2-} in");
    String table = script.substring(begin, script.indexOf("esac", begin));
    return Pattern.compile("(?m)^ +([a-z_ |]+)\\)")
        .matcher(table)
        .results()
        .map(MatchResult::group)
        .flatMap(line -> List.of(line.replace(")", "").split("\\|")).stream())
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Some features are no commands; a day's work gets a process of its own. */
  @Test
  void featuresWhenAWorkerIsThereAreHandedOver() throws IOException {
    List<String> meant =
        Pattern.compile("<feature name=\"(\\w+)\"/>")
            .matcher(Features.ANSWER)
            .results()
            .map(match -> match.group(1))
            .filter(name -> Commands.find(name).filter(WorkerCommandsTest::isForWorker).isPresent())
            .toList();
    assertThat(launchers())
        .as("the commands in dist/lib/pmnextcloud/warm.sh")
        .containsExactlyInAnyOrderElementsOf(meant);
  }

  private static boolean isForWorker(Command command) {
    return !command.is(CommandTrait.NEEDS_OWN_PROCESS);
  }
}
