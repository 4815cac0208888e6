package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one event leaves to the next in a process that lives on, and what it does not. */
class StayingPanelTest extends WithPanel {

  private LocalPanel staying;

  @BeforeEach
  void stay() {
    staying = LocalPanel.staying(root, 1);
  }

  @AfterEach
  void leave() {
    staying.close();
  }

  private static long connection(JdbcSession database) {
    return database.query("SELECT CONNECTION_ID() AS id").get(0).id();
  }

  /** The server's number of the connection that one event has had. */
  private static long connection(LocalPanel panel) {
    try (JdbcSession database = panel.forOneEvent().database()) {
      return connection(database);
    }
  }

  private static boolean isOpen(long connection) {
    return !standIn
        .query("SELECT id FROM information_schema.processlist WHERE id = ?", connection)
        .isEmpty();
  }

  @Test
  void databaseWhenTheLastEventHasEndedIsReachedByTheSameConnection() {
    long first = connection(staying);
    assertThat(connection(staying)).isEqualTo(first);
    assertThat(lines()).containsExactly("paramlist");
  }

  @Test
  void databaseWhenTwoEventsAreAtWorkHasAConnectionForEach() {
    connection(staying);
    try (JdbcSession one = staying.forOneEvent().database();
        JdbcSession other = staying.forOneEvent().database()) {
      assertThat(connection(one)).isNotEqualTo(connection(other));
    }
  }

  @Test
  void databaseWhenTheIdleConnectionHasDiedIsReachedByAnother() {
    long first = connection(staying);
    standIn.sql("KILL " + first);
    assertThat(connection(staying)).isNotEqualTo(first);
  }

  @Test
  void databaseWhenSomethingWentWrongElsewhereIsReachedByAnother() {
    JdbcSession wrong = staying.forOneEvent().database();
    long idle = connection(staying);
    assertThatThrownBy(() -> wrong.query("SELECT nothing FROM nowhere"))
        .isInstanceOf(BillingException.class);
    wrong.close();
    assertThat(connection(staying)).isNotEqualTo(idle);
  }

  @Test
  void databaseWhenSomethingWentWrongIsReachedByAnother() {
    long first = connection(staying);
    try (JdbcSession database = staying.forOneEvent().database()) {
      assertThatThrownBy(() -> database.query("SELECT nothing FROM nowhere"))
          .isInstanceOf(BillingException.class);
    }
    assertThat(connection(staying)).isNotEqualTo(first);
  }

  @Test
  void databaseWhenAllIsOverHasNoConnectionLeft() throws Exception {
    JdbcSession atWork = staying.forOneEvent().database();
    long used = connection(atWork);
    long idle = connection(staying);
    staying.close();
    atWork.close();
    long alone = connection(panel);
    for (int tries = 0; isOpen(idle) || isOpen(used) || isOpen(alone); tries++) {
      assertThat(tries).isLessThan(3_000);
      Thread.sleep(20);
    }
  }

  @Test
  void databaseWhenItHasMovedIsAskedForAgain(@TempDir Path elsewhere) throws Exception {
    try (LocalPanel kept = LocalPanel.staying(elsewhere, 1)) {
      try (PanelStandIn before = PanelStandIn.start(elsewhere)) {
        before.sql("KILL " + connection(kept));
        assertThat(before.calls()).hasSize(1);
      }
      try (PanelStandIn after = PanelStandIn.start(elsewhere)) {
        assertThat(connection(kept)).isPositive();
        assertThat(after.calls()).hasSize(1);
      }
    }
  }
}
