package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;

/** One change in the cloud: it can say what it is, and do it. */
public sealed interface PlanStep {

  /** Makes it true; true already is no error. */
  void applyTo(Cloud cloud, UserId id);

  /** For the log: "set the quota to 10 GB". It reads no texts. */
  String describe();

  /** The same for people. */
  Sentence sentence();

  /** Nice to have: a server's "no" to it does not fail the operation. */
  sealed interface Courtesy extends PlanStep {}

  /** The new limit. */
  record SetQuota(Quota quota) implements PlanStep {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.setQuota(id, quota);
    }

    @Override
    public String describe() {
      return "set the quota to " + quota;
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.quota", quota);
    }
  }

  /** Where the cloud's own mails go. */
  record SetEmail(String email) implements Courtesy {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.setEmail(id, email);
    }

    @Override
    public String describe() {
      return "set the e-mail address";
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.email");
    }
  }

  /** How others see the user. */
  record SetDisplayName(String displayName) implements Courtesy {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.setDisplayName(id, displayName);
    }

    @Override
    public String describe() {
      return "set the display name";
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.name");
    }
  }

  /** The language of the cloud's pages and mails. */
  record SetLanguage(String language) implements Courtesy {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.setLanguage(id, language);
    }

    @Override
    public String describe() {
      return "set the language to " + language;
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.language", language);
    }
  }

  /** A group that the tariff names. */
  record JoinGroup(String group) implements PlanStep {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.joinGroup(id, group);
    }

    @Override
    public String describe() {
      return "join the group '" + group + "'";
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.join_group", group);
    }
  }

  /** A group that only the previous tariff named. */
  record LeaveGroup(String group) implements PlanStep {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.leaveGroup(id, group);
    }

    @Override
    public String describe() {
      return "leave the group '" + group + "'";
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.leave_group", group);
    }
  }

  /** Lets the user in. */
  record Enable() implements PlanStep {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.enableUser(id);
    }

    @Override
    public String describe() {
      return "enable the user";
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.enable_user");
    }
  }

  /** Keeps the user out; files stay. */
  record Disable() implements PlanStep {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.disableUser(id);
    }

    @Override
    public String describe() {
      return "disable the user";
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.disable_user");
    }
  }

  /** The only step that destroys: part of {@code close} and of nothing else. */
  record DeleteUser() implements PlanStep {
    @Override
    public void applyTo(Cloud cloud, UserId id) {
      cloud.deleteUser(id);
    }

    @Override
    public String describe() {
      return "delete the user with all files";
    }

    @Override
    public Sentence sentence() {
      return Sentence.of("change.delete_user");
    }
  }
}
