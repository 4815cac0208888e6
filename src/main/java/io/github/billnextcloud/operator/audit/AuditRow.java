package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.cloud.CloudUser;
import java.util.List;
import java.util.Set;

/**
 * One line of the audit: a service, with its account where there is one, or an account alone.
 *
 * @param item the service; 0 for an account that no service has
 * @param details what differs, in words
 * @param user null where the cloud has none
 */
record AuditRow(
    long item,
    long tariff,
    String login,
    Set<AuditStatus> kinds,
    List<String> details,
    CloudUser user) {

  boolean isTrouble() {
    return kinds.stream().anyMatch(AuditStatus::isTrouble);
  }

  private boolean isUnseen() {
    return user == null || !user.isShown();
  }

  String quota() {
    return isUnseen() ? "" : user.quota().toString();
  }

  /** Bytes; empty when not known. */
  String stored() {
    return user == null || user.usage().bytes().isEmpty()
        ? ""
        : Long.toString(user.usage().bytes().getAsLong());
  }

  String enabled() {
    return isUnseen() ? "" : user.enabled() ? "yes" : "no";
  }

  String lastLogin() {
    return user == null ? "" : user.usage().lastLogin().map(Object::toString).orElse("");
  }
}
