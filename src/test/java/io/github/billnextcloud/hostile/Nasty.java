package io.github.billnextcloud.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that may be typed, pasted or sent where an ordinary one is expected. */
final class Nasty {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "../admin",
          "a/b",
          "%2e%2e%2fadmin",
          "..",
          ".",
          "0",
          "null",
          "admin ",
          "ADMIN",
          "a\\b",
          "a\u0000b",
          "\u0001\u0008\u001b[2J",
          "line\r\nline\t",
          "\u202eadmin",
          "\u200f",
          "😀".repeat(40),
          "\ud800",
          "a\udc00b",
          "\uffff",
          "\ufeff",
          "\u0085\u2028",
          "İıſK",
          "<b>&amp;\"'</b>",
          "]]>",
          "<![CDATA[x",
          "&lt;",
          "'; DROP TABLE item; --",
          "${jndi:x}",
          "***",
          "on",
          "yes",
          "off",
          "disk disc",
          "a,b\nc,,0,null",
          "Z".repeat(65),
          "é".repeat(300),
          "ru_RU",
          "a@b@c",
          "http://user:word@x/",
          "file:///etc/passwd");

  private static final List<String> NUMBERS =
      List.of(
          "",
          "0",
          "1",
          "7",
          "-1",
          "-2",
          "-0",
          "+5",
          " 5 ",
          "1.5",
          "-1.0",
          "1e5",
          "1E999999999",
          "0x10",
          "NaN",
          "Infinity",
          "٣",
          "1,5",
          "00000000000000000001",
          "999999999999999999",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "99999999999999999999999999999",
          "0.0000000001",
          "0.00000000000000000001",
          "4611686018427387903",
          "9".repeat(400));

  private static final List<String> ADDRESSES =
      List.of(
          "http://cloud.example.org",
          "http://cloud.example.org/nextcloud/index.php/apps/files/",
          "http://[::1]:8080/",
          "http://x:99999/",
          "http://",
          "ftp://x/",
          "//x",
          "http:///x",
          "http://admin:word@x/",
          "http://a/../../%2e%2e/b/./c",
          "http://x/?a=b#c",
          "http://xn--e1afmkfd.xn--p1ai",
          "http://пример.рф/путь",
          "http://\u202ex/",
          "http://x/" + "a/".repeat(500),
          "http://x\u0000y/",
          "http://x\r\nHost: y/",
          "http://%/");

  private Nasty() {}

  static String text(RandomGenerator random) {
    return one(TEXTS, random);
  }

  static String number(RandomGenerator random) {
    return one(NUMBERS, random);
  }

  static String address(RandomGenerator random) {
    // The first trust in certificates costs: https is for few.
    return random.nextInt(500) == 0 ? "https://cloud.example.org" : one(ADDRESSES, random);
  }

  /** Mostly one of the ordinary texts, so that what is read gets far. */
  static String mostly(RandomGenerator random, String... ordinary) {
    return random.nextInt(6) == 0 ? text(random) : ordinary[random.nextInt(ordinary.length)];
  }

  static String mostlyNumber(RandomGenerator random, String... ordinary) {
    return random.nextInt(12) == 0 ? number(random) : ordinary[random.nextInt(ordinary.length)];
  }

  static <T> T one(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
