package io.github.billnextcloud.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as a reader of the repository sees it: where its links lead, and what can be linked to.
 *
 * @param text without what is code
 */
record MarkdownPage(Path file, String text) {

  private static final Pattern FENCE =
      Pattern.compile("(?ms)^[ \\t]*(```+|~~~+)[^\\n]*\\n.*?^[ \\t]*\\1[`~]*[ \\t]*$");
  private static final Pattern INLINE = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?[^)]*\\)");
  private static final Pattern REFERENCE = Pattern.compile("(?m)^\\s{0,3}\\[[^]]+]:\\s*(\\S+)");
  private static final Pattern HTML = Pattern.compile("(?i)\\b(?:href|src)=\"([^\"]+)\"");
  private static final Pattern NAMED = Pattern.compile("(?i)<a\\s+(?:id|name)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*#*\\s*$");

  static MarkdownPage read(Path file) {
    try {
      return new MarkdownPage(file, FENCE.matcher(Files.readString(file)).replaceAll(""));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** As they are written. */
  List<String> links() {
    String prose = text.replaceAll("(`+)[^`]*?\\1", "`");
    List<String> links = new ArrayList<>();
    for (Pattern form : List.of(INLINE, REFERENCE, HTML)) {
      form.matcher(prose).results().forEach(link -> links.add(link.group(1)));
    }
    return links;
  }

  /** What may follow {@code #}: GitHub's names for headings, of which equal ones are numbered. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    NAMED.matcher(text).results().forEach(name -> anchors.add(name.group(1)));
    Map<String, Integer> seen = new HashMap<>();
    Matcher headings = HEADING.matcher(text);
    while (headings.find()) {
      String anchor = anchor(headings.group(1));
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
