package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background operation as which BILLmanager runs us: where a failure is told and who runs it
 * again (contract §5.3). Success needs no word here: the confirmation removes the operation.
 */
public final class RunningOperation {

  private static final Logger LOG = LoggerFactory.getLogger(RunningOperation.class);

  private final LocalPanel panel;
  private final long id;

  public RunningOperation(LocalPanel panel, long id) {
    this.panel = panel;
    this.id = id;
  }

  /** How often BILLmanager has started it already; empty when it is not in the table. */
  public OptionalLong tryCount() {
    try (JdbcSession database = panel.database()) {
      return database.query("SELECT trycount FROM runningoperation WHERE id = ?", id).stream()
          .mapToLong(row -> row.number("trycount").orElse(0))
          .findFirst();
    }
  }

  /** Shows the operator why it failed. */
  public void recordError(XmlBuilder error) {
    panel.insist(
        MgrctlRequest.change("runningoperation.edit", id).with("errorxml", error.toString()));
    LOG.info("told: the error is recorded at the running operation {}", id);
  }

  /** BILLmanager stops running it again by itself. */
  public void setManual() {
    panel.insist(MgrctlRequest.change("runningoperation.setmanual", id));
    LOG.info("told: the running operation {} waits for a person", id);
  }

  /** Opens a task for staff, unless there is one or the panel has no such kind of task. */
  public void openTask(String command, long item) {
    if (hasTask()) {
      return;
    }
    panel
        .call(MgrctlRequest.of("task.gettype").with("operation", command).with("item", item))
        .find("task_type")
        .map(XmlElement::text)
        .filter(type -> !type.isEmpty())
        .ifPresent(type -> openTaskOf(type, item));
  }

  private void openTaskOf(String type, long item) {
    panel.insist(
        MgrctlRequest.of("task.edit")
            .with("item", item)
            .with("runningoperation", id)
            .with("type", type)
            .with("sok", "ok"));
    LOG.info("told: a task is opened for staff");
  }

  private boolean hasTask() {
    try (JdbcSession database = panel.database()) {
      return !database
          .query("SELECT id FROM task WHERE runningoperation = ? AND COALESCE(status, 0) <> 2", id)
          .isEmpty();
    } catch (BillingException unknown) {
      LOG.warn("whether there is a task already is not known: {}", unknown.getMessage());
      return false;
    }
  }

  /**
   * Gives the service its previous tariff back.
   *
   * @param userId who changed it, where that was told
   */
  public void rollbackTariff(long item, Optional<String> userId) {
    MgrctlRequest call = MgrctlRequest.change("service.changepricelist.rollback", item);
    userId.ifPresent(user -> call.with("userid", user));
    panel.insist(call);
    LOG.info("told: the tariff change of service {} is taken back", item);
  }
}
