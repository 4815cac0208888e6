package io.github.billnextcloud.operator.explain;

/** Headings, and below each its text, wrapped for a terminal. */
final class WrappedTextBuilder {

  private static final int WIDTH = 79;
  private static final String MARGIN = "  ";

  private final StringBuilder text = new StringBuilder();

  WrappedTextBuilder head(String title) {
    text.append(title).append('\n');
    return this;
  }

  WrappedTextBuilder add(String heading, String paragraph) {
    text.append('\n').append(heading).append('\n');
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      if (!line.isEmpty() && MARGIN.length() + line.length() + 1 + word.length() > WIDTH) {
        end(line);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    end(line);
    return this;
  }

  private void end(StringBuilder line) {
    text.append(MARGIN).append(line).append('\n');
    line.setLength(0);
  }

  String text() {
    return text.toString();
  }
}
