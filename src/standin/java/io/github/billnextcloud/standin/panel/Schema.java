package io.github.billnextcloud.standin.panel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** The database of one panel: the tables of {@code schema.sql} with {@code rows.sql} in them. */
record Schema(Database database, String name, String user, String password) {

  /** A connection as the panel's own user. */
  Sql open() {
    try {
      return new Sql(database.connect(user, password, name));
    } catch (SQLException e) {
      throw new IllegalStateException("no connection to the panel's database", e);
    }
  }

  /**
   * Nobody needs it any more.
   *
   * @param asMade whether its tables are those that it was made with
   */
  void leave(boolean asMade) {
    database.leave(this, asMade);
  }

  static String tables() {
    return script("/standin/panel/schema.sql");
  }

  static String rows() {
    return script("/standin/panel/rows.sql");
  }

  private static String script(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
