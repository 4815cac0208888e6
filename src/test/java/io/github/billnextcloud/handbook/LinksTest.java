package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link within the repository leads somewhere, and every page of docs is led to. */
class LinksTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .map(ROOT::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksWhenFollowedLeadSomewhere(Path page) {
    assertThat(MarkdownPage.read(ROOT.resolve(page)).links())
        .filteredOn(link -> !link.matches("[a-z]+:.*"))
        .as("broken links in %s", page)
        .allMatch(link -> leadsSomewhere(ROOT.resolve(page), link));
  }

  private static boolean leadsSomewhere(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!target.startsWith(page.getRoot()) || !Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || MarkdownPage.read(target).anchors().contains(parts[1]);
  }

  /** A page that no other names is not found by those who need it. */
  @Test
  void pagesWhenTheyAreThereAreLinkedTo() throws IOException {
    Set<Path> linked = new HashSet<>();
    for (Path page : pages()) {
      for (String link : MarkdownPage.read(ROOT.resolve(page)).links()) {
        Path target = ROOT.resolve(page).resolveSibling(link.split("#", 2)[0]).normalize();
        if (!target.equals(ROOT.resolve(page))) {
          linked.add(target);
        }
      }
    }
    assertThat(pages().stream().filter(page -> page.startsWith("docs")).map(ROOT::resolve))
        .isSubsetOf(linked);
  }

  /** Whoever reads Russian is not led to English where there is a Russian page. */
  @ParameterizedTest
  @MethodSource("pages")
  void linksWhenOfARussianPageLeadToRussianOnes(Path page) {
    if (!page.toString().endsWith(".ru.md")) {
      return;
    }
    assertThat(MarkdownPage.read(ROOT.resolve(page)).links())
        .filteredOn(link -> link.matches("[^:]*\\.md(#.*)?") && !link.contains(".ru.md"))
        .map(link -> ROOT.resolve(page).resolveSibling(link.split("#", 2)[0]).normalize())
        .filteredOn(target -> Files.exists(russian(target)))
        .allMatch(target -> russian(target).equals(ROOT.resolve(page)));
  }

  private static Path russian(Path page) {
    return page.resolveSibling(page.getFileName().toString().replaceFirst("md$", "ru.md"));
  }

  @Test
  void pageWhenReadShowsLinksAndAnchorsAndNoCode(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.md"),
            """
            # What it *does*, «и что»
            [a](b.md#c "title") ![p](p.png) [r]: is none, `[code](x.md)`
            ## Twice
            ## Twice
            ```sh
            # no heading
            [no](link.md)
            ```
            * in a list

              ```sh
              # no heading either
              ```
            ### Between
            ```
            ## still none
            ```
            <img src="i.png">

            [later]: d.md
            """);
    MarkdownPage page = MarkdownPage.read(file);
    assertThat(page.links()).containsExactlyInAnyOrder("b.md#c", "p.png", "i.png", "d.md");
    assertThat(page.anchors())
        .containsExactlyInAnyOrder("what-it-does-и-что", "twice", "twice-1", "between");
  }
}
