package io.github.billnextcloud.standin.panel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Schemas whose panels are gone, as if they were new: making the tables takes the database longer
 * than all that most tests ask of it. What was changed is made anew; emptied by deleting, a table
 * would be read in another order than a new one.
 */
final class SpareSchemas {

  private static final String TABLES =
      "SELECT TABLE_NAME, AUTO_INCREMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?";
  private static final String VISITORS =
      "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE DB = ?";

  /** A statement of {@code rows.sql}. */
  private static final Pattern FIRST_ROWS =
      Pattern.compile("INSERT INTO (\\w+) .*?;\n", Pattern.DOTALL);

  private final Queue<Schema> schemas = new ConcurrentLinkedQueue<>();

  /** What is in each table of a new schema. */
  private volatile Map<String, String> whenNew = Map.of();

  Optional<Schema> take() {
    return Optional.ofNullable(schemas.poll());
  }

  /** To be told of a new schema before anybody works in it. */
  void learn(Sql admin, Schema schema) {
    if (whenNew.isEmpty()) {
      whenNew = contents(admin, schema);
    }
  }

  /**
   * Makes it as new and keeps it, unless somebody is in it still: a program that was killed a
   * moment ago, whose last statement would change what the next panel has.
   *
   * @return whether it is kept
   */
  boolean keep(Sql admin, Schema schema) {
    if (admin.number(VISITORS, schema.name()) > 0) {
      return false;
    }
    Map<String, String> now = contents(admin, schema);
    now.entrySet().removeAll(whenNew.entrySet());
    StringBuilder script = new StringBuilder("SET foreign_key_checks = 0;");
    now.keySet().forEach(table -> script.append("TRUNCATE ").append(table).append(';'));
    Matcher rows = FIRST_ROWS.matcher(Schema.rows());
    while (rows.find()) {
      script.append(now.containsKey(rows.group(1)) ? rows.group() : "");
    }
    admin.script("USE " + schema.name() + ";" + script);
    return schemas.add(schema);
  }

  /** By table, what its rows add up to and the id of the next. */
  private static Map<String, String> contents(Sql admin, Schema schema) {
    Map<String, String> contents = new TreeMap<>();
    for (Map<String, String> table : admin.query(TABLES, schema.name())) {
      contents.put(table.get("TABLE_NAME"), "next " + table.get("AUTO_INCREMENT"));
    }
    List<String> names = contents.keySet().stream().map(it -> schema.name() + "." + it).toList();
    for (Map<String, String> sum : admin.query("CHECKSUM TABLE " + String.join(", ", names))) {
      String name = sum.get("Table").substring(schema.name().length() + 1);
      contents.merge(name, " sum " + sum.get("Checksum"), String::concat);
    }
    return contents;
  }
}
