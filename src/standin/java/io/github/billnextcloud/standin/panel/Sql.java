package io.github.billnextcloud.standin.panel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The panel's own connection to its database; all threads share it one after the other. */
final class Sql implements AutoCloseable {

  /** What leaves tables as they are. */
  private static final Pattern ON_ROWS =
      Pattern.compile("(INSERT|UPDATE|DELETE|REPLACE)\\b.*", Pattern.DOTALL);

  private final Connection connection;
  private boolean hasChangedRowsOnly = true;

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Runs a script of several statements. */
  synchronized void script(String statements) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException("SQL script failed", e);
    }
  }

  /** Changes rows and says how many. */
  synchronized int update(String sql, Object... values) {
    hasChangedRowsOnly &= ON_ROWS.matcher(sql).matches();
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Whether all updates were of rows, and none of tables, triggers or settings. */
  synchronized boolean hasChangedRowsOnly() {
    return hasChangedRowsOnly;
  }

  /** Inserts one row and returns its id. */
  synchronized long insert(String table, Map<String, ?> columns) {
    String names = String.join(", ", columns.keySet());
    String marks = columns.keySet().stream().map(any -> "?").collect(Collectors.joining(", "));
    String sql = "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      bind(statement, columns.values().toArray());
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        return keys.next() ? keys.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The rows as text by column label; SQL NULL is null. */
  synchronized List<Map<String, String>> query(String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet found = statement.executeQuery()) {
      List<Map<String, String>> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row(found));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The first column of the first row, if there is a row and its value is not NULL. */
  Optional<String> value(String sql, Object... values) {
    return query(sql, values).stream()
        .findFirst()
        .flatMap(row -> row.values().stream().limit(1).map(Optional::ofNullable).findFirst())
        .flatMap(value -> value);
  }

  /** The first column of the first row as a number, 0 if there is none. */
  long number(String sql, Object... values) {
    return value(sql, values).map(Long::parseLong).orElse(0L);
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, values);
    return statement;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static Map<String, String> row(ResultSet found) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      row.put(columns.getColumnLabel(i), found.getString(i));
    }
    return row;
  }

  private static IllegalStateException failed(String sql, SQLException e) {
    return new IllegalStateException("SQL failed: " + sql, e);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot close the database connection", e);
    }
  }
}
