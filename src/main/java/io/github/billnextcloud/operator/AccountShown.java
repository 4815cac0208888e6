package io.github.billnextcloud.operator;

import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Profile;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.command.Failure;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Difference;
import io.github.billnextcloud.provisioning.Owner;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Refusal;
import io.github.billnextcloud.provisioning.Wanted;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A service's account, promised and observed. What cannot be told is an attribute, no failure. */
record AccountShown(Service service) {

  void addTo(XmlOut document) {
    try {
      Owner owner = Policy.owner(service);
      addWanted(document, owner);
      addObserved(document, owner);
    } catch (Refusal | BadRequest noName) {
      trouble(document, "wanted", noName);
    }
  }

  private void addWanted(XmlOut document, Owner owner) {
    Wanted wanted;
    try {
      wanted = Policy.wanted(service, owner);
    } catch (Refusal unclear) {
      trouble(document, "wanted", unclear);
      return;
    }
    document.open("wanted").with("username", owner.id());
    account(document, wanted.quota(), wanted.groups(), wanted.profile()).close("wanted");
  }

  private void addObserved(XmlOut document, Owner owner) {
    Optional<CloudUser> user;
    boolean ours;
    try {
      Cloud cloud = Clouds.of(service.module(), Patience.FORM);
      user = cloud.findUser(owner.id());
      ours = user.filter(it -> owner.isOurs(it) && owner.isProven(it, cloud)).isPresent();
    } catch (CloudException | Refusal unknown) {
      trouble(document, "observed", unknown);
      return;
    }
    document.open("observed").with("username", owner.id()).with("present", yes(user.isPresent()));
    user.ifPresent(it -> observed(document, it, ours));
    document.close("observed");
    user.filter(it -> ours).ifPresent(it -> addDifference(document, it));
  }

  private static void observed(XmlOut document, CloudUser user, boolean ours) {
    document.with("ours", yes(ours)).with("enabled", yes(user.enabled()));
    account(document, user.quota(), user.groups(), user.profile());
    user.usage().bytes().ifPresent(bytes -> document.with("stored", bytes));
    user.usage().lastLogin().ifPresent(time -> document.with("last_login", time));
  }

  private static XmlOut account(
      XmlOut document, Object quota, Set<String> groups, Profile profile) {
    document.with("quota", quota).with("groups", String.join(",", new TreeSet<>(groups)));
    document.with("email", profile.email()).with("name", profile.displayName());
    return profile.languageIsSettable() ? document.with("language", profile.language()) : document;
  }

  /** What {@code sync_item} would do. */
  private void addDifference(XmlOut document, CloudUser user) {
    try {
      Difference difference = Difference.of(service, user);
      document.open("difference").with("count", difference.sentences().size());
      difference.sentences().forEach(sentence -> document.element("step", sentence));
      document.close("difference");
    } catch (Refusal | BadRequest unclear) {
      trouble(document, "difference", unclear);
    }
  }

  private static void trouble(XmlOut document, String element, RuntimeException why) {
    document.open(element).with("error", Failure.of(why)).close(element);
  }

  private static String yes(boolean it) {
    return it ? "yes" : "no";
  }
}
