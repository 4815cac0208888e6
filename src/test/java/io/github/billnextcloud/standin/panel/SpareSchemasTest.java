package io.github.billnextcloud.standin.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A panel whose schema another had before. */
class SpareSchemasTest {

  @TempDir Path roots;

  private PanelStandIn panel() throws IOException {
    return PanelStandIn.start(Files.createTempDirectory(roots, "panel"));
  }

  private static String schema(PanelStandIn panel) {
    return panel.query("SELECT DATABASE() AS name").get(0).get("name");
  }

  private static Map<String, Object> rows(PanelStandIn panel) {
    Map<String, Object> rows = new TreeMap<>();
    for (Map<String, String> table : panel.query("SHOW TABLES")) {
      String name = table.values().iterator().next();
      rows.put(name, panel.query("SELECT * FROM " + name));
    }
    return rows;
  }

  private static long account(PanelStandIn panel) {
    return panel.addAccount("a", "a@example.org", "Ann", "en");
  }

  private static void change(PanelStandIn panel) {
    panel.sql("UPDATE itemtypeparam SET required = 'on'");
    panel.sql("DELETE FROM measure WHERE id = 7");
    panel.insert("task", Map.of("type", "gone"));
    panel.sql("DELETE FROM task");
    account(panel);
  }

  /** Which panel gets it is open: other tests leave theirs, too. */
  @Test
  void panelWhenAnotherHadItsSchemaIsAsNew() throws IOException {
    Set<String> changed = new HashSet<>();
    Map<String, Object> whenNew;
    try (PanelStandIn panel = panel()) {
      whenNew = rows(panel);
      changed.add(schema(panel));
      change(panel);
    }
    boolean met = false;
    for (int tries = 0; tries < 1_000 && !met; tries++) {
      try (PanelStandIn next = panel()) {
        met = !changed.add(schema(next));
        assertThat(rows(next)).isEqualTo(whenNew);
        assertThat(next.insert("task", Map.of("type", "new"))).isEqualTo(1);
        change(next);
      }
    }
    assertThat(met).isTrue();
  }
}
