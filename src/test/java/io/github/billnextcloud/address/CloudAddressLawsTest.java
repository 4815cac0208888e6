package io.github.billnextcloud.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every cloud, however its address is spelled. */
class CloudAddressLawsTest {

  /**
   * A cloud, before anybody has spelled its address.
   *
   * @param port 0 for the usual one
   */
  record Place(String scheme, String host, int port, List<String> folders) {

    /** One of the many ways to type its address. */
    String spelled(Random random) {
      StringBuilder text = new StringBuilder(blank(random));
      text.append(cased(scheme, random)).append("://").append(spelledHost(random));
      int usual = scheme.equals("https") ? 443 : 80;
      if (port != 0) {
        text.append(':').append(port);
      } else if (random.nextBoolean()) {
        text.append(random.nextBoolean() ? ":" : ":" + usual);
      }
      for (String folder : folders) {
        text.append("/".repeat(1 + random.nextInt(2)));
        if (random.nextInt(4) == 0) {
          text.append(List.of("./", "a/../", "%2e/", "a/%2E./").get(random.nextInt(4)));
        }
        text.append(escaped(folder, random));
      }
      List<String> tails =
          List.of("", "/", "//", "/index.php", "/index.php/apps/files/?dir=/a#b", "/?x=1", "/#x");
      return text + tails.get(random.nextInt(tails.size())) + blank(random);
    }

    private String spelledHost(Random random) {
      boolean letters = host.chars().anyMatch(it -> it > 0x7F);
      // What java.net.IDN makes of a sharp s is another name.
      boolean coded = letters && random.nextBoolean() && !host.contains("ß");
      String spelled = cased(coded ? IDN.toASCII(host) : host, random);
      return spelled + (host.startsWith("[") || random.nextInt(4) > 0 ? "" : ".");
    }

    private static String cased(String text, Random random) {
      return random.nextBoolean() && !text.contains("ß") ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String blank(Random random) {
      return List.of("", " ", "\n", "\u00A0\uFEFF").get(random.nextInt(4));
    }

    /** Any letter may be escaped; some must be. */
    private static String escaped(String folder, Random random) {
      StringBuilder text = new StringBuilder();
      folder
          .codePoints()
          .forEach(
              point -> {
                String letter = Character.toString(point);
                boolean must = "/?#%\\".contains(letter);
                text.append(must || random.nextInt(3) == 0 ? hex(letter, random) : letter);
              });
      return text.toString();
    }

    private static String hex(String letter, Random random) {
      StringBuilder hex = new StringBuilder();
      for (byte part : letter.getBytes(StandardCharsets.UTF_8)) {
        hex.append(String.format(Locale.ROOT, random.nextBoolean() ? "%%%02x" : "%%%02X", part));
      }
      return hex.toString();
    }
  }

  @Property
  void parseWhenSpelledOtherwiseIsTheSame(
      @ForAll("places") Place place, @ForAll Random one, @ForAll Random other) {
    assertThat(address(place.spelled(one))).isEqualTo(address(place.spelled(other)));
  }

  @Property
  void parseWhenOfAnotherCloudIsAnother(
      @ForAll("places") Place one, @ForAll("places") Place other, @ForAll Random random) {
    assertThat(address(one.spelled(random)).equals(address(other.spelled(random))))
        .isEqualTo(one.equals(other));
  }

  @Property
  void toStringWhenSavedIsTheSameAddressInPlainLetters(
      @ForAll("places") Place place, @ForAll Random random) {
    String saved = address(place.spelled(random)).toString();
    assertThat(saved).matches("https?://[!-~]+[^/]");
    assertThat(address(saved)).hasToString(saved).isEqualTo(address(place.spelled(random)));
  }

  @Property
  void parseWhenAnythingIsTypedIsAddressOrNothing(@ForAll String typed) {
    for (String text : List.of(typed, "https://h.org/" + typed, "http://" + typed)) {
      CloudAddress.parse(text)
          .ifPresent(at -> assertThat(CloudAddress.parse(at.toString())).contains(at));
    }
  }

  private static CloudAddress address(String spelled) {
    return CloudAddress.parse(spelled).orElseThrow(() -> new AssertionError("no: " + spelled));
  }

  @Provide
  Arbitrary<Place> places() {
    return Combinators.combine(
            Arbitraries.of("http", "https"),
            Arbitraries.of(
                "cloud.example.org",
                "other.example.org",
                "облако.рф",
                "облака.рф",
                "strasse.example.org",
                "straße.example.org",
                "127.0.0.1",
                "[2001:db8::1]"),
            Arbitraries.of(0, 0, 8443),
            Arbitraries.of("nextcloud", "Nextcloud", "~a b", "облако", "50%", "a/b", "c;d=1")
                .list()
                .ofMaxSize(2))
        .as(Place::new);
  }
}
