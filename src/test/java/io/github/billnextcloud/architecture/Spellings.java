package io.github.billnextcloud.architecture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which a secret may be written. */
public final class Spellings {

  /** Bytes, then the same as characters: how the database driver shows what it sends. */
  private static final Pattern DUMPED = Pattern.compile("\\|[0-9A-F ]{48,50}\\| (.{1,16}) *\\|");

  private Spellings() {}

  public static Set<String> of(String secret) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(secret);
    spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
    spellings.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    for (int offset = 0; offset < 3; offset++) {
      spellings.add(insideBase64(secret, offset));
    }
    return spellings;
  }

  /**
   * What base64 makes of it wherever it stands, without the characters that its neighbours touch.
   */
  private static String insideBase64(String secret, int offset) {
    byte[] bytes = ("\0".repeat(offset) + secret).getBytes(StandardCharsets.UTF_8);
    String all = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int touched = offset == 0 ? 0 : offset + 1;
    return all.substring(touched, bytes.length / 3 * 4);
  }

  /** What the dumps of bytes in a text spell when they are read on from line to line. */
  public static String dumped(String text) {
    StringBuilder dumped = new StringBuilder();
    Matcher line = DUMPED.matcher(text);
    while (line.find()) {
      dumped.append(line.group(1));
    }
    return dumped.toString();
  }
}
