package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.operator.show.AccountLook.Seen;
import io.github.billnextcloud.provisioning.AccountDrift;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.text.Language;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** An account in the document. What cannot be told is an attribute, no failure. */
public record AccountReport(AccountLook look, Language language) {

  /** That of a service, as the cloud has it at this moment. */
  public static AccountReport at(Service service, LocalPanel panel, Language language) {
    return new AccountReport(AccountLook.at(service, panel), language);
  }

  public void addTo(XmlBuilder document) {
    add(document, "wanted", look.wanted(), it -> wanted(document, it));
    look.seen().ifPresent(part -> add(document, "observed", part, it -> observed(document, it)));
    look.drift().ifPresent(part -> add(document, "difference", part, it -> drift(document, it)));
  }

  private <T> void add(
      XmlBuilder document, String element, AccountLook.Part<T> part, Consumer<T> told) {
    document.open(element);
    part.failure().map(this::told).ifPresent(why -> document.with("error", why));
    part.value().ifPresent(told);
    document.close(element);
  }

  private String told(CommandFailure failure) {
    return failure.in(language);
  }

  private static void wanted(XmlBuilder document, WantedAccount wanted) {
    document.with("username", wanted.owner().id());
    account(document, wanted.quota(), wanted.groups(), wanted.profile());
  }

  private void observed(XmlBuilder document, Seen seen) {
    UserId name = seen.user().map(CloudUser::id).or(look::login).orElseThrow();
    document.with("username", name).with("present", yes(seen.user().isPresent()));
    seen.user().ifPresent(user -> observed(document, user, seen.ours()));
  }

  private static void observed(XmlBuilder document, CloudUser user, boolean ours) {
    document.with("ours", yes(ours));
    document.with("enabled", user.isShown() ? yes(user.isEnabled()) : "");
    account(document, user.quota(), user.groups(), user.profile());
    user.usage().bytes().ifPresent(bytes -> document.with("stored", bytes));
    user.usage().lastLogin().ifPresent(time -> document.with("last_login", time));
  }

  private static void account(
      XmlBuilder document, Object quota, Set<String> groups, UserProfile profile) {
    document.with("quota", quota).with("groups", String.join(",", new TreeSet<>(groups)));
    document.with("email", profile.email().orElse(""));
    document.with("name", profile.displayName().orElse(""));
    profile.language().ifPresent(language -> document.with("language", language));
  }

  private void drift(XmlBuilder document, AccountDrift drift) {
    document.with("count", drift.sentences().size());
    drift.sentences().forEach(sentence -> document.element("step", sentence.in(language)));
  }

  private static String yes(boolean it) {
    return it ? "yes" : "no";
  }
}
