package io.github.billnextcloud.operator.audit;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
import io.github.billnextcloud.provisioning.AccountDrift;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a service and its account, or an account alone, stand to each other. */
enum AuditStatus {
  MATCH("as promised", "как обещано", null),
  SUSPENDED_ENABLED("suspended but enabled", "приостановлена, но работает", null),
  STATE("wrong state", "не то состояние", AccountDrift.DriftKind.STATE),
  QUOTA("wrong quota", "не та квота", AccountDrift.DriftKind.QUOTA),
  GROUPS("wrong groups", "не те группы", AccountDrift.DriftKind.GROUPS),
  PROFILE("wrong profile", "не тот профиль", AccountDrift.DriftKind.PROFILE),
  LETTER("letter not sent", "письмо не отправлено", null),
  MISSING("missing in the cloud", "нет в облаке", null),
  NOT_BILLED("in the cloud, not billed", "в облаке, но не в биллинге", null),
  CLOSED("closed, but still enabled", "закрыта, но работает", null),
  SHARED("shared by two services", "одна на две услуги", null),
  REFUSED("left alone", "не трогаем", null),
  UNCLEAR("cannot be told", "не определить", null),
  IN_WORK("in work", "в обработке", null);

  private final BilingualText words;
  private final AccountDrift.DriftKind of;

  AuditStatus(String english, String russian, AccountDrift.DriftKind of) {
    this.words = text(english, russian);
    this.of = of;
  }

  BilingualText words() {
    return words;
  }

  /** For programs. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** False where nobody has to do anything. */
  boolean isTrouble() {
    return this != MATCH && this != IN_WORK;
  }

  /** What a repair of it changes; empty when only a person can mend it. */
  Optional<AccountDrift.DriftKind> repair() {
    return this == SUSPENDED_ENABLED
        ? Optional.of(AccountDrift.DriftKind.STATE)
        : Optional.ofNullable(of);
  }

  static AuditStatus of(AccountDrift.DriftKind difference) {
    return Arrays.stream(values()).filter(kind -> kind.of == difference).findFirst().orElseThrow();
  }
}
