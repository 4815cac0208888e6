package io.github.billnextcloud.command.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the lists of the tariff's form offer: setting → key → text. The first is the usual one. */
final class TariffFormOptions {

  private static final String[][] ALL = {
    {"quota_source", "addon", "The disk add-on", "Дополнение с диском"},
    {
      "quota_source",
      "fixed",
      "A fixed size, the same for all",
      "Фиксированный объём, один для всех"
    },
    {"quota_source", "unlimited", "No limit", "Без ограничения"},
    {"password_rule", "strong", "Letters, digits and a symbol", "Буквы, цифры и знак"},
    {"password_rule", "letters_digits", "Letters and digits only", "Только буквы и цифры"},
    {"password_rule", "long", "Twice as long", "Вдвое длиннее"},
    {
      "password_rule",
      "mail",
      "None: Nextcloud mails a link to set one",
      "Без пароля: Nextcloud присылает ссылку, чтобы его задать"
    },
    {"user_language", "null", "The customer's own", "Язык клиента"},
    {"user_language", "en", "English", "Английский"},
    {"user_language", "ru", "Russian", "Русский"},
    {"user_language", "de", "German", "Немецкий"},
    {"user_language", "es", "Spanish", "Испанский"},
    {"user_language", "fr", "French", "Французский"},
    {"user_language", "uk", "Ukrainian", "Украинский"},
    {"suspend_style", "disable", "Disable the user", "Отключить пользователя"},
    {
      "suspend_style",
      "read_only",
      "Read only: nothing more can be stored",
      "Только чтение: нового не сохранить"
    },
    {"suspend_style", "group", "Move to another group", "Перевести в другую группу"},
    {"close_policy", "delete", "Delete the user and all files", "Удалить пользователя и все файлы"},
    {
      "close_policy",
      "disable",
      "Disable the user, keep the files",
      "Отключить пользователя, файлы сохранить"
    },
    {
      "close_policy",
      "delete_later",
      "Disable now, delete after some days",
      "Отключить сразу, удалить через несколько дней"
    },
  };

  private TariffFormOptions() {}

  static Map<String, Map<String, String>> of(boolean russian) {
    Map<String, Map<String, String>> choices = new LinkedHashMap<>();
    for (String[] choice : ALL) {
      choices
          .computeIfAbsent(choice[0], setting -> new LinkedHashMap<>())
          .put(choice[1], russian ? choice[3] : choice[2]);
    }
    return choices;
  }
}
