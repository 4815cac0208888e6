package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;

/**
 * Who answered, where it was not the cloud's API: between us and a cloud there are firewalls,
 * proxies and guards against robots, and each of them answers with pages of its own.
 */
public record InterceptedAnswer(Response response, String body) {

  private static final int LONGEST = 80;
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>([^<]*)</title>");
  private static final Pattern HEADING = Pattern.compile("(?is)<h1[^>]*>([^<]*)</h1>");

  /** By its title, or by its first heading; empty when it has none. */
  public String title() {
    return found(TITLE).or(() -> found(HEADING)).orElse("");
  }

  private Optional<String> found(Pattern pattern) {
    Matcher matcher = pattern.matcher(body);
    return matcher.find() ? Optional.of(shown(matcher.group(1))) : Optional.empty();
  }

  public boolean says(String words) {
    return body.contains(words);
  }

  /** "a page 'Just a moment...' (Server: cloudflare)". */
  public Sentence description() {
    String server = shown(response.header("Server", ""));
    return server.isEmpty() ? what() : Sentence.of("cloud.served_by", what(), server);
  }

  private Sentence what() {
    if (body.isBlank()) {
      return Sentence.of("cloud.page_empty");
    }
    if (body.stripLeading().startsWith("<")) {
      return title().isEmpty()
          ? Sentence.of("cloud.page")
          : Sentence.of("cloud.page_named", title());
    }
    String type = shown(response.header("Content-Type", "")).split(";", 2)[0];
    return type.isEmpty()
        ? Sentence.of("cloud.something")
        : Sentence.of("cloud.something_of", type);
  }

  /** Somebody else's words: one line, and not a long one. */
  private static String shown(String text) {
    String line = PrintableText.line(text).strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
