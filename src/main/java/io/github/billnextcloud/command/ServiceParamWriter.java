package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.CustomerLinks;
import io.github.billnextcloud.provisioning.TariffSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service's params, saved only where they are not so already, to the letter: each costs a call of
 * the panel, but a name that was typed with a blank would not be found among those of others.
 */
public final class ServiceParamWriter {

  private ServiceParamWriter() {}

  public static void save(Billing billing, Service service, String name, String value) {
    if (!value.equals(service.params().plain().get(name))) {
      billing.saveParam(name, value);
    }
  }

  /** Those that are there: each costs a call of the panel, too. */
  public static void drop(Billing billing, Service service, List<String> names) {
    for (String name : names) {
      if (service.params().find(name).isPresent()) {
        billing.dropParam(name);
      }
    }
  }

  /**
   * What has proven to be ours is here: a cloud that was given another name is still this one, and
   * a deletion that was in doubt has not come true. As long as that is on record, a suspension that
   * finds nobody takes the service for closed.
   *
   * @param logins on record, and in the cloud
   */
  public static void savePresence(CommandContext event, Service service, UserId... logins) {
    if (service.hasAccount() && !service.isHere()) {
      event.billing().saveParam(ServiceParams.URL, CloudFactory.address(service.module()));
    }
    event.deletedLogins().forget(logins);
  }

  /**
   * Who this is from now on, where customers can rename themselves: somebody has said so, or the id
   * on record does.
   */
  public static void saveIdentity(Billing billing, Service service, CloudUser user) {
    saveStableId(billing, service, user);
    saveName(billing, service, user);
  }

  /** Of whom the id tells; elsewhere the name is what everything hangs on. */
  public static void saveName(Billing billing, Service service, CloudUser user) {
    UserId recorded = new UserId(service.params().find(ServiceParams.USERNAME).orElse(""));
    if (user.id().isIdentified() && !user.id().equals(recorded)) {
      save(billing, service, ServiceParams.USERNAME, user.id().value());
    }
  }

  private static void saveStableId(Billing billing, Service service, CloudUser user) {
    user.id().stableId().ifPresent(id -> save(billing, service, ServiceParams.CLOUD_USER_ID, id));
  }

  /** By what we find the account again, and where the customer's programs do. */
  public static void saveLinks(Billing billing, Service service, CloudUser user) {
    saveStableId(billing, service, user);
    Map<String, String> links =
        new CustomerLinks(CloudFactory.address(service.module()), user).params();
    if (user.id().isIdentified() && TariffSettings.of(service).sellsTeams()) {
      // There a team's space is none of the owner's files, and known only later.
      links.remove(ServiceParams.WEBDAV);
    }
    links.forEach((name, value) -> save(billing, service, name, value));
    CustomerLinks.toOrder(service.module(), service.id())
        .ifPresent(link -> save(billing, service, ServiceParams.ORDER_LINK, link));
  }

  /**
   * Where the customer's programs find what was sold: a project space, which is none of its owner's
   * files, else these. Elsewhere a team's space is a folder among them.
   *
   * @param space its id; empty of a service that has none, or has it no more
   */
  public static void saveFilesLink(
      Billing billing, Service service, UserId owner, Optional<String> space) {
    if (owner.isIdentified()) {
      String address = CloudFactory.address(service.module());
      String link =
          space
              .map(id -> CustomerLinks.toSpace(address, id))
              .orElseGet(() -> CustomerLinks.toFiles(address, owner));
      save(billing, service, ServiceParams.WEBDAV, link);
    }
  }
}
