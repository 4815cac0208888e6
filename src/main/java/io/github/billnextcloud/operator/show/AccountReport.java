package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.AccountDrift;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.text.Language;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A service's account, promised and observed. What cannot be told is an attribute, no failure. */
record AccountReport(Service service, LocalPanel panel, Language language) {

  void addTo(XmlBuilder document) {
    try {
      AccountOwnership owner = Policy.owner(service);
      addWanted(document, owner);
      addObserved(document, owner);
    } catch (ProvisioningException | InvalidInputException noName) {
      trouble(document, "wanted", noName);
    }
  }

  private void addWanted(XmlBuilder document, AccountOwnership owner) {
    WantedAccount wanted;
    try {
      wanted = Policy.wanted(service, owner);
    } catch (ProvisioningException unclear) {
      trouble(document, "wanted", unclear);
      return;
    }
    document.open("wanted").with("username", owner.id());
    account(document, wanted.quota(), wanted.groups(), wanted.profile()).close("wanted");
  }

  private void addObserved(XmlBuilder document, AccountOwnership owner) {
    Optional<CloudUser> user;
    boolean ours;
    try {
      Cloud cloud = ModuleCloud.of(service.module(), Timeouts.FORM, panel);
      user = cloud.findUser(owner.id()).map(cloud::withEmail);
      ours = user.filter(it -> owner.isOurs(it) && owner.isProven(it, cloud)).isPresent();
    } catch (CloudException | ProvisioningException unknown) {
      trouble(document, "observed", unknown);
      return;
    }
    UserId name = user.map(CloudUser::id).orElse(owner.id());
    document.open("observed").with("username", name).with("present", yes(user.isPresent()));
    user.ifPresent(it -> observed(document, it, ours));
    document.close("observed");
    user.filter(it -> ours).ifPresent(it -> addDifference(document, it));
  }

  private static void observed(XmlBuilder document, CloudUser user, boolean ours) {
    document.with("ours", yes(ours));
    document.with("enabled", user.isShown() ? yes(user.isEnabled()) : "");
    account(document, user.quota(), user.groups(), user.profile());
    user.usage().bytes().ifPresent(bytes -> document.with("stored", bytes));
    user.usage().lastLogin().ifPresent(time -> document.with("last_login", time));
  }

  private static XmlBuilder account(
      XmlBuilder document, Object quota, Set<String> groups, UserProfile profile) {
    document.with("quota", quota).with("groups", String.join(",", new TreeSet<>(groups)));
    document.with("email", profile.email().orElse(""));
    document.with("name", profile.displayName().orElse(""));
    profile.language().ifPresent(language -> document.with("language", language));
    return document;
  }

  /** What {@code sync_item} would do. */
  private void addDifference(XmlBuilder document, CloudUser user) {
    try {
      AccountDrift difference = AccountDrift.of(service, user);
      document.open("difference").with("count", difference.sentences().size());
      difference.sentences().forEach(sentence -> document.element("step", sentence.in(language)));
      document.close("difference");
    } catch (ProvisioningException | InvalidInputException unclear) {
      trouble(document, "difference", unclear);
    }
  }

  private void trouble(XmlBuilder document, String element, RuntimeException why) {
    document.open(element).with("error", CommandFailure.of(why).in(language)).close(element);
  }

  private static String yes(boolean it) {
    return it ? "yes" : "no";
  }
}
