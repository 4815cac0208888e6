package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Sentence;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The product's rules, with {@link TariffSettings}, {@link SoldQuotaCalculator} and {@link
 * LoginChoice}: what a service of BILLmanager means in the cloud. Pure: the same service always
 * means the same.
 */
public final class Policy {

  /** ownCloud breaks down over a longer display name, Nextcloud refuses it. */
  private static final int LONGEST_NAME = 64;

  private Policy() {}

  /** The account that the service promises to this user of it. */
  public static WantedAccount wanted(Service service, AccountOwnership owner) {
    TariffSettings terms = TariffSettings.of(service);
    Set<String> groups = groups(service);
    Set<String> former = leftGroups(service);
    if (groups.stream().anyMatch(AdminGroupNameMatcher::isNamedBy)) {
      throw new ProvisioningException(
          Reason.ADMINISTRATORS_GROUP, Sentence.of("product.administrators"));
    }
    if (terms.sellsTeams() && terms.suspendStyle() == SuspendStyle.GROUP) {
      throw TariffSettings.bad(TariffSettings.SUSPEND_STYLE, "group");
    }
    if (terms.sellsTeams() && terms.usesDirectory()) {
      throw TariffSettings.bad(TariffSettings.ACCOUNT_SOURCE, "directory");
    }
    return new WantedAccount(
        owner,
        terms.sellsTeams() ? terms.memberQuota() : SoldQuotaCalculator.quota(service),
        profile(service),
        groups,
        terms.ownGroups(service),
        former,
        // What a customer has stored alone stays, and is moved into the team's space by hand.
        terms.allowsShrinking() || terms.sellsTeams(),
        terms.limitsLater() || terms.usesDirectory() || quotaMayWait(service));
  }

  /** All that the tariff and the add-ons give. */
  public static Set<String> groups(Service service) {
    TariffSettings terms = TariffSettings.of(service);
    Set<String> groups = terms.groups(service);
    groups.addAll(terms.addOnGroups().joined(service.addOns()));
    return groups;
  }

  /** Those that only the tariff before gave, and those of add-ons that say otherwise. */
  public static Set<String> leftGroups(Service service) {
    Set<String> left = TariffSettings.of(service).addOnGroups().left(service.addOns());
    service
        .previousTariff()
        .map(TariffSettings::new)
        .ifPresent(
            former -> {
              left.addAll(former.groups(service));
              left.addAll(former.addOnGroups().all());
            });
    left.removeAll(groups(service));
    return left;
  }

  /** Groups of this customer alone. */
  public static Set<String> ownGroups(Service service) {
    return TariffSettings.of(service).ownGroups(service);
  }

  /** Those of the tariff before, which may be empty now. */
  public static Set<String> formerOwnGroups(Service service) {
    Set<String> former = new LinkedHashSet<>();
    service
        .previousTariff()
        .ifPresent(it -> former.addAll(new TariffSettings(it).ownGroups(service)));
    former.removeAll(ownGroups(service));
    return former;
  }

  /**
   * What was delivered so is not taken back because the tariff has changed. A team that is there
   * works in its space, and does not wait for an owner who has never signed in.
   */
  private static boolean quotaMayWait(Service service) {
    return service.params().unfinished().contains(WantedAccount.WAITS_FOR_QUOTA)
        || TariffSettings.of(service).sellsTeams() && service.standing().opened();
  }

  /**
   * The user of the service. Its name alone is not enough to make it ours: a customer may have
   * typed it as a wish. With the address beside it, it is what we have saved, and no rule for new
   * names judges it: single sign-on and directories give names of all kinds. Unless it was open at
   * this very address, somebody else may have got that name: whoever has it must prove it.
   */
  public static AccountOwnership owner(Service service) {
    String name = service.params().find(ServiceParams.USERNAME).orElse("user_" + service.id());
    boolean wished = service.params().find(ServiceParams.URL).isEmpty();
    UserId id = wished ? userId(name) : new UserId(name, stable(service));
    boolean recorded = service.hasAccount();
    boolean known = service.standing().opened() && (!recorded || service.isHere());
    Optional<OwnershipProof> demanded =
        known ? Optional.empty() : Optional.of(OwnershipProof.of(service));
    return new AccountOwnership(id, recorded, service.otherOwner(), demanded);
  }

  /** Also at an address that nobody knows: no other cloud has given this id. */
  private static String stable(Service service) {
    return service.hasAccount()
        ? service.params().find(ServiceParams.CLOUD_USER_ID).orElse("")
        : "";
  }

  static UserId userId(String name) {
    return UserId.parse(name)
        .orElseThrow(
            () ->
                new ProvisioningException(
                    Reason.BAD_USERNAME, Sentence.of("product.bad_user_id", name)));
  }

  /** What the tariff wants of a user that this cloud leaves to the user alone. */
  public static Optional<Sentence> overlooked(Service service, CloudUser user) {
    return TariffSettings.of(service)
        .language()
        .filter(language -> !user.profile().isLanguageSettable())
        .map(language -> Sentence.of("product.language_overlooked", language, user.id()));
  }

  /**
   * Who the customer is; nothing of an account that others keep. A language that the cloud has
   * taken, and does not show, is not one.
   */
  public static UserProfile profile(Service service) {
    if (TariffSettings.of(service).usesDirectory()) {
      return UserProfile.UNKNOWN;
    }
    Customer customer = service.customer();
    Optional<String> told = service.params().find(ServiceParams.TOLD_LANGUAGE);
    return new UserProfile(
        customer.mailAddress(),
        customer
            .name()
            .map(it -> PrintableText.line(it, LONGEST_NAME))
            .filter(name -> !name.isEmpty()),
        TariffSettings.of(service)
            .language()
            .or(customer::language)
            .filter(language -> language.matches("[a-z]{2,3}([_-][A-Za-z]{2,4})?"))
            .filter(language -> !told.equals(Optional.of(language))),
        true,
        true);
  }
}
