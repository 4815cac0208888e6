package io.github.billnextcloud.standin.panel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** The database of one panel, with the tables and seed rows of {@code schema.sql}. */
record Schema(Database database, String name, String user, String password) {

  private static final String SCRIPT = "/standin/panel/schema.sql";

  /** A connection as the panel's own user, to tables that are there. */
  Sql open() {
    try {
      Sql sql = new Sql(database.connect(user, password, name));
      sql.script(script());
      return sql;
    } catch (SQLException e) {
      throw new IllegalStateException("no connection to the panel's database", e);
    }
  }

  void drop() {
    database.drop(this);
  }

  private static String script() {
    try (InputStream in = Schema.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + SCRIPT, e);
    }
  }
}
