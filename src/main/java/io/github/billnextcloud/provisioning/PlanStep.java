package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;

/**
 * One change of a user in the cloud, which {@link PlanExecutor} makes: it can say what it is.
 *
 * @param quota of {@link ChangeKind#QUOTA}
 * @param text the group, the language, the address, the name; empty where the kind says it all
 * @param mayWait of a quota: whether it is set another time where the cloud cannot do it yet
 */
public record PlanStep(ChangeKind kind, Quota quota, String text, boolean mayWait) {

  /** What is changed, how people are told, also with the user, and how the log, without texts. */
  public enum ChangeKind {
    QUOTA("change.quota", "change.quota_of", "set the quota to {0}"),
    /** Where the cloud's own mails go. */
    EMAIL("change.email", "change.email_of", "set the e-mail address"),
    /** How others see the user. */
    DISPLAY_NAME("change.name", "change.name_of", "set the display name"),
    /** That of the cloud's pages and mails. */
    LANGUAGE("change.language", "change.language_of", "set the language to {0}"),
    JOIN_GROUP("change.join_group", "change.join", "join the group '{0}'"),
    LEAVE_GROUP("change.leave_group", "change.leave", "leave the group '{0}'"),
    ENABLE("change.enable_user", "change.enable", "enable the user"),
    /** Keeps the user out; files stay. */
    DISABLE("change.disable_user", "change.disable", "disable the user"),
    /** The only one that destroys: part of {@code close} and of nothing else. */
    DELETE("change.delete_user", "change.delete", "delete the user with all files"),
    /** Likewise, unless the cloud keeps who is deleted for a while. */
    DELETE_SOFTLY(
        "change.delete_user_softly",
        "change.delete_softly",
        "delete the user, with all files unless the cloud keeps them for a while");

    private final String key;
    private final String keyWithUser;
    private final String log;

    ChangeKind(String key, String keyWithUser, String log) {
      this.key = key;
      this.keyWithUser = keyWithUser;
      this.log = log;
    }
  }

  static PlanStep of(ChangeKind kind) {
    return of(kind, "");
  }

  static PlanStep of(ChangeKind kind, String text) {
    return new PlanStep(kind, Quota.UNKNOWN, text, false);
  }

  static PlanStep of(Quota quota) {
    return of(quota, false);
  }

  static PlanStep of(Quota quota, boolean mayWait) {
    return new PlanStep(ChangeKind.QUOTA, quota, "", mayWait);
  }

  /** Nice to have: a server's "no" to it does not fail the operation. */
  boolean isCourtesy() {
    return kind == ChangeKind.EMAIL
        || kind == ChangeKind.DISPLAY_NAME
        || kind == ChangeKind.LANGUAGE;
  }

  /** For the log: "set the quota to 10 GB". It reads no texts. */
  String describe() {
    return kind.log.replace("{0}", String.valueOf(value()));
  }

  /** The same for people. */
  Sentence sentence() {
    return Sentence.of(kind.key, value());
  }

  /** And with the user whom it is about. */
  Sentence sentence(UserId id) {
    return Sentence.of(kind.keyWithUser, id, value());
  }

  private Object value() {
    return kind == ChangeKind.QUOTA ? quota : text;
  }
}
