package io.github.billnextcloud.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/** Answers of a cloud whose fields are of any type, any size and any depth. */
final class Answers {

  private static final List<String> FIELDS =
      List.of(
          "id",
          "enabled",
          "quota",
          "definition",
          "email",
          "displayname",
          "language",
          "groups",
          "home",
          "message",
          "statuscode",
          "data",
          "meta",
          "ocs");

  private Answers() {}

  static String ocs(RandomGenerator random) {
    String meta = object("statuscode", or(random, "100"), "message", or(random, "\"OK\""));
    String quota =
        object(
            random.nextBoolean() ? "quota" : "definition",
            or(random, "\"5 GB\"", "\"none\"", "5368709120", "-3", "\"default\""));
    String user =
        object(
            "enabled",
            or(random, "true", "\"true\"", "false"),
            "id",
            or(random, "\"user_4711\""),
            "quota",
            or(random, quota),
            "email",
            or(random, "null", "\"a@example.org\""),
            "displayname",
            or(random, "\"Anna\""),
            random.nextBoolean() ? "home" : "website",
            or(random, "\"/srv\""),
            random.nextInt(3) > 0 ? "groups" : "none",
            or(random, "[\"pro\",\"all\"]", "{\"0\":\"pro\",\"2\":\"all\"}", "[]"),
            "language",
            or(random, "\"ru\""));
    return object("ocs", object("meta", or(random, meta), "data", or(random, user)));
  }

  private static String object(String... namesAndValues) {
    StringBuilder json = new StringBuilder("{");
    for (int index = 0; index < namesAndValues.length; index += 2) {
      json.append(index == 0 ? "\"" : ",\"").append(namesAndValues[index]).append("\":");
      json.append(namesAndValues[index + 1]);
    }
    return json.append('}').toString();
  }

  private static String or(RandomGenerator random, String... ordinary) {
    return random.nextInt(12) == 0
        ? anything(random, 3)
        : ordinary[random.nextInt(ordinary.length)];
  }

  private static String anything(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> "null";
      case 1 -> Boolean.toString(random.nextBoolean());
      case 2 -> Nasty.number(random);
      case 3 -> "\"" + Nasty.number(random) + (random.nextBoolean() ? " GB\"" : "\"");
      case 4 -> Long.toString(random.nextLong());
      case 5, 6 -> text(Nasty.text(random), random);
      case 7 -> "[" + anything(random, depth - 1) + "," + anything(random, depth - 1) + "]";
      case 8 ->
          object(
              Nasty.one(FIELDS, random), anything(random, depth - 1),
              Nasty.one(FIELDS, random), anything(random, depth - 1));
      default -> "[".repeat(900) + "]".repeat(900);
    };
  }

  /** Quoted; what JSON would have escaped is so mostly. */
  private static String text(String text, RandomGenerator random) {
    StringBuilder json = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      boolean plain = character >= ' ' && character != '"' && character != '\\';
      json.append(
          plain || random.nextInt(30) == 0
              ? String.valueOf(character)
              : String.format("\\u%04x", (int) character));
    }
    return json.append('"').toString();
  }
}
