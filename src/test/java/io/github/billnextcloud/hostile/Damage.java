package io.github.billnextcloud.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What becomes of a document on its way, or in the hands of somebody who means harm. */
final class Damage {

  private static final int DEEP = 100_000;
  private static final String DEEP_XML = "<a>".repeat(DEEP) + "</a>".repeat(DEEP);
  private static final String DEEP_JSON = "[".repeat(DEEP) + "]".repeat(DEEP);
  private static final String RATHER_DEEP_XML = "<a>".repeat(950) + "</a>".repeat(950);

  private static final List<byte[]> BROKEN =
      List.of(
          new byte[] {0},
          new byte[] {(byte) 0xC0, (byte) 0x80},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0x80},
          new byte[] {0x1b, 0x08, 0x7f});

  private static final List<String> ENTITIES =
      List.of(
          "<!DOCTYPE doc [<!ENTITY e \"expanded\">]>",
          "<!DOCTYPE doc [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE doc SYSTEM \"file:///etc/passwd\">",
          "<!DOCTYPE doc [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>",
          bomb());

  private static final List<String> NAMES =
      List.of("service", "addon", "param", "name", "id", "doc", "tariff", "measure", "error");

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("UTF-32"),
          Charset.forName("windows-1251"),
          Charset.forName("IBM037"));

  private Damage() {}

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE doc [<!ENTITY e0 \"lol\">");
    for (int level = 1; level < 30; level++) {
      String lower = "&e" + (level - 1) + ";";
      bomb.append("<!ENTITY e").append(level).append(" \"").append(lower.repeat(10)).append("\">");
    }
    return bomb.append("<!ENTITY e \"&e29;\">]>").toString();
  }

  static byte[] to(String document, boolean json, RandomGenerator random) {
    if (random.nextInt(500) == 0) {
      return text(inserted(document, json ? DEEP_JSON : DEEP_XML, random));
    }
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(30)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> flipped(bytes, random);
      case 2 -> spliced(bytes, at(bytes, random), at(bytes, random), new byte[0]);
      case 3 -> duplicated(bytes, random);
      case 4, 5 -> {
        int at = at(bytes, random);
        yield spliced(bytes, at, at, Nasty.one(BROKEN, random));
      }
      case 6 -> text(renamed(document, random));
      case 7 -> text(withEntities(document, random));
      case 8 -> {
        String attribute = " big=\"" + "x".repeat(random.nextInt(300_000)) + "\"";
        boolean rarely = random.nextInt(20) == 0;
        yield text(rarely ? document.replaceFirst("(<\\w+)", "$1" + attribute) : document);
      }
      case 9 -> withEntities(document, random).getBytes(Nasty.one(CHARSETS, random));
      case 10 -> text(document.repeat(2));
      case 11 -> text(document.replaceFirst("<(\\w+)", "<x:$1"));
      case 12 -> text(inserted(document, json ? "[[" : RATHER_DEEP_XML, random));
      case 13 -> text(inserted(document, Nasty.text(random), random));
      default -> bytes;
    };
  }

  private static byte[] text(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static int at(byte[] bytes, RandomGenerator random) {
    return random.nextInt(bytes.length + 1);
  }

  private static byte[] flipped(byte[] bytes, RandomGenerator random) {
    byte[] flipped = bytes.clone();
    for (int time = random.nextInt(4); time >= 0; time--) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  private static byte[] duplicated(byte[] bytes, RandomGenerator random) {
    int one = at(bytes, random);
    int two = at(bytes, random);
    byte[] piece = Arrays.copyOfRange(bytes, Math.min(one, two), Math.max(one, two));
    return spliced(bytes, one, one, piece);
  }

  private static byte[] spliced(byte[] bytes, int one, int two, byte[] between) {
    byte[] head = Arrays.copyOf(bytes, Math.min(one, two));
    byte[] tail = Arrays.copyOfRange(bytes, Math.max(one, two), bytes.length);
    byte[] whole = Arrays.copyOf(head, head.length + between.length + tail.length);
    System.arraycopy(between, 0, whole, head.length, between.length);
    System.arraycopy(tail, 0, whole, head.length + between.length, tail.length);
    return whole;
  }

  private static String renamed(String document, RandomGenerator random) {
    return document.replace(Nasty.one(NAMES, random), Nasty.one(NAMES, random));
  }

  private static String withEntities(String document, RandomGenerator random) {
    String body = document.replaceFirst("<\\?.*?\\?>", "").replaceFirst("</", "&e;</");
    return Nasty.one(ENTITIES, random) + body;
  }

  private static String inserted(String document, String text, RandomGenerator random) {
    int between = document.indexOf(random.nextBoolean() ? "><" : "</", random.nextInt(200));
    int at = between < 0 ? document.length() / 2 : between + 1;
    return document.substring(0, at) + text + document.substring(at);
  }
}
