package io.github.billnextcloud.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** One document that means harm, made of a seed: the same seed makes the same document. */
public record HostileDocument(Kind kind, byte[] bytes) {

  private static final int SHOWN = 700;

  /** What we would take it for. */
  public enum Kind {
    SERVICE,
    FORM,
    PANEL_ANSWER,
    CLOUD_ANSWER
  }

  /** The document of this number. */
  public static HostileDocument of(long seed, long number) {
    Random random = new Random(seed * 1_000_003 + number);
    int kind = random.nextInt(10);
    if (kind < 5) {
      return new HostileDocument(Kind.SERVICE, Damage.to(Shapes.service(random), false, random));
    }
    if (kind < 7) {
      return new HostileDocument(Kind.FORM, Damage.to(Shapes.form(random), false, random));
    }
    return kind < 8
        ? new HostileDocument(
            Kind.PANEL_ANSWER, Damage.to(Shapes.panelAnswer(random), false, random))
        : new HostileDocument(Kind.CLOUD_ANSWER, Damage.to(Answers.ocs(random), true, random));
  }

  /** Shortened, one character a byte, with what cannot be printed as its number. */
  @Override
  public String toString() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String head = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    StringBuilder shown = new StringBuilder(kind + ", " + bytes.length + " bytes: ");
    for (char character : head.toCharArray()) {
      boolean plain = character >= ' ' && character < 0x7f || character == '…';
      shown.append(plain ? character : String.format("\\x%02x", (int) character));
    }
    return shown.toString();
  }
}
