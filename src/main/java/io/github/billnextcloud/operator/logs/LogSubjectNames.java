package io.github.billnextcloud.operator.logs;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose stories are told. The log itself keeps numbers and logins, since it is sent to others when
 * something is wrong: who the customers are, the panel is asked when somebody reads it here, and
 * not missed where it does not answer.
 *
 * @param head the line above the stories
 * @param logins of the services that the stories are of, by their numbers
 */
record LogSubjectNames(String head, Map<Long, String> logins) {

  static LogSubjectNames read(
      LocalPanel panel, LogSubject sought, List<LoggedRun> stories, Language language) {
    Messages texts = Messages.of("help", language);
    long number = Long.parseLong(sought.number());
    boolean ofService = sought.key().equals("item");
    String subject = texts.get("story." + sought.key(), sought.number());
    try (JdbcSession database = panel.database()) {
      Map<Long, String> logins =
          ServiceNames.logins(database, ofService ? List.of(number) : services(stories));
      String known =
          ofService
              ? ofService(
                  ServiceNames.read(database, number, language.code()),
                  Optional.ofNullable(logins.get(number)),
                  texts)
              : ServiceNames.ofModule(database, number, language.code()).orElse("");
      return new LogSubjectNames(
          known.isEmpty() ? texts.get("story.unknown", subject) : subject + ": " + known,
          ofService ? Map.of() : logins);
    } catch (BillingException silent) {
      return new LogSubjectNames(texts.get("story.untold", subject), Map.of());
    }
  }

  private static List<Long> services(List<LoggedRun> stories) {
    return stories.stream()
        .map(story -> story.first().facts().getOrDefault("item", ""))
        .filter(item -> item.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .distinct()
        .toList();
  }

  private static String ofService(ServiceNames names, Optional<String> login, Messages texts) {
    return Stream.of(
            names.customer(),
            login.map(it -> texts.get("story.login", it)),
            names.tariff().map(it -> texts.get("story.tariff", it)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** Of the service of a story, in brackets; nothing where it is not known. */
  String login(String item) {
    return item.matches("\\d{1,18}") && logins.containsKey(Long.valueOf(item))
        ? " (" + logins.get(Long.valueOf(item)) + ")"
        : "";
  }
}
