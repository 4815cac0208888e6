package io.github.billnextcloud.app;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.resident.ProgramFilesSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the resident worker keeps of the panel between requests: where its database is, which every
 * process has to ask mgrctl for, connections to it, and processing modules' secrets. Not for long,
 * and only while the files that the panel itself reads it from are as they were (contract §1.2).
 */
final class CachedPanel implements AutoCloseable {

  private final Path root;
  private final int connections;
  private final Duration longest;
  private LocalPanel panel;
  private ProgramFilesSnapshot settings;
  private long begun;

  /**
   * @param connections to the database that may wait for the next request
   * @param longest after this time everything is asked for and opened anew
   */
  CachedPanel(Path root, int connections, Duration longest) {
    this.root = root;
    this.connections = connections;
    this.longest = longest;
    begin();
  }

  private void begin() {
    Path etc = root.resolve("etc");
    settings =
        ProgramFilesSnapshot.of(
            List.of(
                etc.resolve("billmgr.conf"),
                etc.resolve("billmgr.conf.d"),
                etc.resolve("billmgr.conf.d/db.conf")));
    panel = LocalPanel.staying(root, connections);
    begun = System.nanoTime();
  }

  synchronized LocalPanel forOneEvent() {
    if (System.nanoTime() - begun > longest.toNanos() || !settings.isUnchanged()) {
      close();
      begin();
    }
    return panel.forOneEvent();
  }

  @Override
  public synchronized void close() {
    panel.close();
  }
}
