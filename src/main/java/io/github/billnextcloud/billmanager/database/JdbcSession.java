package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.model.BillingException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads, and for statistics writes, what mgrctl has no function for. Values go in as parameters,
 * never into the text.
 */
public final class JdbcSession implements AutoCloseable {

  /** The class of SQL states that say: nothing is wrong, do it again. */
  private static final String ROLLED_BACK = "40";

  private static final int MOST_TRIES = 10;

  private final Connection connection;
  private final Lender lender;
  private boolean failed;

  public JdbcSession(Connection connection, Lender lender) {
    this.connection = connection;
    this.lender = lender;
  }

  /** Who has opened the connection. */
  interface Lender {

    /** False when it is not wanted back, and has to be closed. */
    boolean takesBack(Connection connection);

    /** Something went wrong with this one; others may be no better. */
    void distrust();
  }

  /** One row: column label in lower case → text; a NULL is not there. */
  public record Row(Map<String, String> columns) {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,20})?");

    public Optional<String> find(String column) {
      return Optional.ofNullable(columns.get(column));
    }

    /** Empty when NULL, or when this panel has no such column. */
    public String text(String column) {
      return columns.getOrDefault(column, "");
    }

    public boolean isOn(String column) {
      return text(column).equals("on");
    }

    /** By which others name this row. */
    public long id() {
      return number("id").orElseThrow();
    }

    /** The id of a row elsewhere; empty when none is named, by NULL or by 0. */
    public Optional<Long> reference(String column) {
      return decimal(column).map(BigDecimal::longValue).filter(id -> id > 0);
    }

    /** A whole number, however the column is typed; empty when there is none. */
    public OptionalLong number(String column) {
      return decimal(column).stream().mapToLong(BigDecimal::longValue).findFirst();
    }

    /** Empty when NULL, blank, or no number at all. */
    public Optional<BigDecimal> decimal(String column) {
      String text = text(column).strip();
      return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
  }

  public List<Row> query(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        return rows(result);
      }
    } catch (SQLException failure) {
      throw refused("panel.refused_to_answer", failure);
    }
  }

  public void update(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw refused("panel.refused_a_change", failure);
    }
  }

  /** As numbers or texts: for others the driver would look through its forty kinds of values. */
  /** So many values of a query, to be put between brackets. */
  public static String places(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int index = 0; index < values.length; index++) {
      if (values[index] instanceof Long number) {
        statement.setLong(index + 1, number);
      } else {
        statement.setString(index + 1, Objects.toString(values[index], null));
      }
    }
  }

  /** All of these changes, or none; again when the database chose us to end a deadlock. */
  public void inOneGo(Runnable changes) {
    for (int tries = 1; ; tries++) {
      try {
        attempt(changes);
        return;
      } catch (BillingException failure) {
        boolean deadlock =
            failure.getCause() instanceof SQLException refused
                && String.valueOf(refused.getSQLState()).startsWith(ROLLED_BACK);
        if (!deadlock || tries == MOST_TRIES) {
          throw failure;
        }
      }
    }
  }

  private void attempt(Runnable changes) {
    try {
      connection.setAutoCommit(false);
      try {
        changes.run();
        connection.commit();
      } finally {
        // After the commit there is nothing left to take back.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw refused("panel.refused_a_change", failure);
    }
  }

  private static List<Row> rows(ResultSet result) throws SQLException {
    ResultSetMetaData about = result.getMetaData();
    List<Row> rows = new ArrayList<>();
    while (result.next()) {
      Map<String, String> columns = new LinkedHashMap<>();
      for (int column = 1; column <= about.getColumnCount(); column++) {
        String value = result.getString(column);
        if (value != null) {
          columns.putIfAbsent(about.getColumnLabel(column).toLowerCase(Locale.ROOT), value);
        }
      }
      rows.add(new Row(columns));
    }
    return rows;
  }

  private BillingException refused(String key, SQLException failure) {
    failed = true;
    lender.distrust();
    return BillingException.ofDatabase(key, failure);
  }

  @Override
  public void close() {
    if (!failed && lender.takesBack(connection)) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException failure) {
      throw BillingException.ofDatabase("panel.not_closed", failure);
    }
  }
}
