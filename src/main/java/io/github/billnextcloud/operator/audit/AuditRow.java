package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
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
    List<Sentence> details,
    CloudUser user) {

  boolean isTrouble() {
    return kinds.stream().anyMatch(AuditStatus::isTrouble);
  }

  List<String> details(Language language) {
    return details.stream().map(detail -> detail.in(language)).toList();
  }

  private boolean isUnseen() {
    return user == null || !user.isShown();
  }

  String quota() {
    return isUnseen() ? "" : user.quota().toString();
  }

  String quota(Language language) {
    return isUnseen() ? "" : user.quota().in(language);
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
