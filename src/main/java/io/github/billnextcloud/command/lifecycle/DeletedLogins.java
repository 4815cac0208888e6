package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.UserId;
import java.util.Arrays;

/**
 * The names whose users a service has deleted: remembered before each deletion, since a user made
 * anew under one of them would inherit what was shared.
 */
public final class DeletedLogins {

  private final Billing billing;
  private String names;

  DeletedLogins(Billing billing, Service service) {
    this.billing = billing;
    this.names = saved(service);
  }

  private static String saved(Service service) {
    return service.params().find(ServiceParams.DELETED_LOGINS).orElse("");
  }

  boolean has(UserId id) {
    return isAmong(names, id);
  }

  /** True when this service has had a user of this name, and it was deleted. */
  static boolean has(Service service, UserId id) {
    return isAmong(saved(service), id);
  }

  /** A directory's ids may have commas of their own. */
  private static boolean isAmong(String names, UserId id) {
    return Arrays.stream(names.split(",")).map(UserId::new).anyMatch(id::equals)
        || ("," + names + ",").contains("," + id + ",");
  }

  /** What is remembered now, to come back to when nobody was deleted after all. */
  String remembered() {
    return names;
  }

  void remember(UserId... ids) {
    StringBuilder more = new StringBuilder(names);
    for (UserId id : ids) {
      if (!isAmong(more.toString(), id)) {
        more.append(more.isEmpty() ? "" : ",").append(id.value());
      }
    }
    save(more.toString());
  }

  void backTo(String before) {
    save(before);
  }

  private void save(String next) {
    if (next.equals(names)) {
      return;
    }
    if (next.isEmpty()) {
      billing.dropParam(ServiceParams.DELETED_LOGINS);
    } else {
      billing.saveParam(ServiceParams.DELETED_LOGINS, next);
    }
    names = next;
  }
}
