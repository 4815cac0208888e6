package io.github.billnextcloud.hostile;

import static io.github.billnextcloud.hostile.Nasty.mostly;
import static io.github.billnextcloud.hostile.Nasty.mostlyNumber;

import java.util.random.RandomGenerator;

/** Documents of every shape that we read, with what a hostile writer puts into their places. */
final class Shapes {

  private static final String[] UNITS = {"gib", "mib", "byte", "box", "crate", "GiB", "piece"};

  private Shapes() {}

  /** As in docs/design/service-document.md. */
  static String service(RandomGenerator random) {
    Markup xml = new Markup(random);
    xml.raw("<doc><service id=\"" + mostlyNumber(random, "4711", "1") + "\" type=\"nextcloud\"");
    xml.raw(" other_owner=\"" + mostlyNumber(random, "0", "8") + "\">");
    tariff(xml, "tariff");
    times(random, () -> tariff(xml, "previous_tariff"));
    addOn(xml, "disk", "disk disc", "DISC");
    times(random, () -> addOn(xml, "users", "mails"));
    times(random, () -> measure(xml));
    String name = mostly(random, "Иван Петров", "Anna");
    String email = mostly(random, "ivan@example.org");
    xml.element("customer", "", "email", email, "name", name, "language", mostly(random, "ru"));
    times(random, () -> param(xml, "username", mostly(random, "user_4711", "anna"), "no"));
    times(random, () -> param(xml, "userpassword", mostly(random, "word"), "yes"));
    times(random, () -> param(xml, Nasty.text(random), Nasty.text(random), Nasty.text(random)));
    xml.raw("<processingmodule id=\"" + mostlyNumber(random, "3") + "\">");
    param(xml, "base_url", Nasty.address(random), "no");
    param(xml, "nc_username", mostly(random, "admin"), "no");
    param(xml, mostly(random, "nc_password", "nc_token"), mostly(random, "word"), "yes");
    return xml.raw("</processingmodule></service></doc>").toString();
  }

  private static void times(RandomGenerator random, Runnable writing) {
    int times = random.nextInt(40) == 0 ? 60 : random.nextInt(3);
    for (int time = 0; time < times; time++) {
      writing.run();
    }
  }

  private static void tariff(Markup xml, String name) {
    RandomGenerator random = xml.random();
    xml.raw("<" + name + " id=\"" + mostlyNumber(random, "12", "13") + "\">");
    times(random, () -> param(xml, "usergroup", mostly(random, "basic", "pro,all"), "no"));
    times(random, () -> param(xml, "unlimited_quota", mostly(random, "off", "on"), "no"));
    xml.raw("</" + name + ">");
  }

  private static void addOn(Markup xml, String... names) {
    RandomGenerator random = xml.random();
    String type = random.nextInt(20) > 0 ? "integer" : mostly(random, "", "boolean", "enumeration");
    String name = mostly(random, names);
    String value = mostlyNumber(random, "10", "-1", "0", "5000");
    xml.element("addon", "", "name", name, "type", type, "value", value, "unit", unit(random));
  }

  private static String unit(RandomGenerator random) {
    return mostly(random, UNITS);
  }

  /** Few names for many measures: chains get long, and many of them end in their own beginning. */
  private static void measure(Markup xml) {
    RandomGenerator random = xml.random();
    String relation = mostlyNumber(random, "1024", "50", "0", "0.001");
    String name = unit(random) + (random.nextBoolean() ? "" : random.nextInt(60));
    String less = unit(random) + (random.nextBoolean() ? "" : random.nextInt(60));
    xml.element("measure", "", "name", name, "relation", relation, "less", less);
  }

  private static void param(Markup xml, String name, String value, String crypted) {
    xml.element("param", value, "name", name, "crypted", crypted);
  }

  /** The settings as an administrator types them: what check_connection reads. */
  static String form(RandomGenerator random) {
    Markup xml = new Markup(random).raw("<doc><func>processing.edit</func>");
    boolean inside = random.nextInt(4) > 0;
    xml.raw(inside ? "<processingmodule>" : "");
    times(random, () -> xml.child("id", random.nextInt(400) == 0 ? "1" : Nasty.text(random)));
    settings(xml);
    return xml.raw(inside ? "</processingmodule>" : "").raw("</doc>").toString();
  }

  private static void settings(Markup xml) {
    RandomGenerator random = xml.random();
    xml.child("base_url", Nasty.address(random));
    xml.child("nc_username", mostly(random, "admin"));
    xml.child(mostly(random, "nc_password"), mostly(random, "word", "сл\"ово"));
    times(random, () -> xml.child("nc_token", mostly(random, "aaaaa-bbbbb")));
    times(random, () -> xml.child("panel_wait", Nasty.number(random)));
  }

  /** What mgrctl prints: a form, the panel's settings, or an error. */
  static String panelAnswer(RandomGenerator random) {
    Markup xml = new Markup(random).raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc>");
    switch (random.nextInt(4)) {
      case 0 -> settings(xml);
      case 1 ->
          times(random, () -> xml.raw("<elem>").child("DBHost", Nasty.text(random)).raw("</elem>"));
      case 2 -> xml.element("error", "", "type", Nasty.text(random), "object", Nasty.text(random));
      default -> xml.raw("<a><b><task_type>").raw("5</task_type></b></a>");
    }
    return xml.raw("</doc>").toString();
  }
}
