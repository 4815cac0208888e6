package io.github.billnextcloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two readers of a command line must never understand it in two ways. */
class InvocationLawsTest {

  @Property(tries = 300)
  void pairsWhenThePanelAsksAreWhatPicocliReads(@ForAll("lines") List<String> line) {
    String[] args = line.toArray(String[]::new);
    if (Invocation.isAskedByPanel(args)) {
      assertThat(Invocation.pairs(args)).isEqualTo(CommandLineParser.parse(args));
    }
  }

  /** Names and values by turns; some of the values are none to a careful reader. */
  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of("open", "4711", "@file", "a=b", "'", "\"", "\"a b\"", "-", "--", "-5"),
            Arbitraries.of("", " ", "--item", "--items", "--reveal", "${sys:x}", "\\", "ы"),
            Arbitraries.strings().ofMaxLength(6));
    return Combinators.combine(Arbitraries.of(withValue()), value)
        .as((name, text) -> List.of(name, text))
        .list()
        .ofMaxSize(5)
        .map(pairs -> pairs.stream().flatMap(List::stream).toList());
  }

  private static List<String> withValue() {
    return Arrays.stream(Option.values())
        .filter(option -> !option.isFlag())
        .map(Option::typed)
        .toList();
  }
}
