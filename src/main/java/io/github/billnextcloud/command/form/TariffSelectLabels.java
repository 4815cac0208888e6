package io.github.billnextcloud.command.form;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the lists of the tariff's form offer: setting → key → text. The first is the usual one. */
final class TariffSelectLabels {

  /** Keys of their texts: behind the first point the setting, behind the second what is stored. */
  private static final List<String> ALL =
      List.of(
          "form.quota_source.addon",
          "form.quota_source.fixed",
          "form.quota_source.unlimited",
          "form.password_rule.strong",
          "form.password_rule.letters_digits",
          "form.password_rule.long",
          "form.password_rule.mail",
          "form.user_language.null",
          "form.user_language.en",
          "form.user_language.ru",
          "form.user_language.de",
          "form.user_language.es",
          "form.user_language.fr",
          "form.user_language.uk",
          "form.suspend_style.disable",
          "form.suspend_style.read_only",
          "form.suspend_style.group",
          "form.close_policy.delete",
          "form.close_policy.disable",
          "form.close_policy.delete_later",
          "form.account_source.module",
          "form.account_source.directory",
          "form.team.off",
          "form.team.space",
          "form.team.shared_folder",
          "form.team.auto",
          "form.seats_over.notice",
          "form.seats_over.block_newest");

  private TariffSelectLabels() {}

  static Map<String, Map<String, String>> in(Language language) {
    Map<String, Map<String, String>> choices = new LinkedHashMap<>();
    for (String key : ALL) {
      String[] parts = key.split("\\.");
      choices
          .computeIfAbsent(parts[1], setting -> new LinkedHashMap<>())
          .put(parts[2], Sentence.of(key).in(language));
    }
    return choices;
  }
}
