package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.DeletedLoginNames;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.UserId;
import java.util.Arrays;
import java.util.List;

/**
 * The names whose users a service has deleted: remembered before each deletion, since a user made
 * anew under one of them would inherit what was shared.
 */
public final class DeletedLogins {

  private final Billing billing;
  private DeletedLoginNames names;

  public DeletedLogins(Billing billing, Service service) {
    this.billing = billing;
    this.names = DeletedLoginNames.of(service.params());
  }

  public boolean has(UserId id) {
    return names.has(id.value());
  }

  /** True when this service has had a user of this name, and it was deleted. */
  public static boolean has(Service service, UserId id) {
    return DeletedLoginNames.of(service.params()).has(id.value());
  }

  public void remember(UserId... ids) {
    save(names.with(values(ids)));
  }

  /** Of one who is there after all; mostly nobody is on record, and nothing is made for that. */
  public void forget(UserId... ids) {
    if (!names.text().isEmpty()) {
      save(names.without(values(ids)));
    }
  }

  private static List<String> values(UserId... ids) {
    return Arrays.stream(ids).map(UserId::value).toList();
  }

  private void save(DeletedLoginNames next) {
    if (next.text().equals(names.text())) {
      return;
    }
    if (next.text().isEmpty()) {
      billing.dropParam(ServiceParams.DELETED_LOGINS);
    } else {
      billing.saveParam(ServiceParams.DELETED_LOGINS, next.text());
    }
    names = next;
  }
}
