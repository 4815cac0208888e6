package io.github.billnextcloud.handbook;

import io.github.billnextcloud.operator.explain.ErrorExplanation;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.List;
import java.util.Map;

/** Every error id with what people read, made of what {@code pmnextcloud explain} tells. */
record ErrorsReference(Language language) {

  private static final Map<Language, String> HEADS =
      Map.of(
          Language.EN,
          """
          # Errors

          [Русский](errors.ru.md) · [Handbook](../handbook/README.md)

          BILLmanager shows a text, and after it the reason: the sentence that tells what was tried and what
          came of it. The id, with `pmnextcloud_` before it, is in the running operation's error and in
          `var/pmnextcloud.log`. Nothing has to be undone: once the cause is gone, every operation may be run
          again. `pmnextcloud explain cloud_busy` says the same on the billing host.

          This page is made from the messages that the panel shows and from what `explain` tells. Which fault
          leads to which error: [errors by fault](../design/faults.md).

          """,
          Language.RU,
          """
          # Ошибки

          [English](errors.md) · [Руководство](../handbook/README.ru.md)

          BILLmanager показывает текст, а за ним причину: фразу о том, что было сделано и чем закончилось.
          Идентификатор с `pmnextcloud_` впереди записан в ошибке текущей операции и в
          `var/pmnextcloud.log`. Отменять ничего не нужно: когда причина устранена, любую операцию можно
          запустить снова. То же самое на сервере биллинга говорит `pmnextcloud explain cloud_busy`.

          Страница сделана из сообщений, которые показывает панель, и из того, что говорит `explain`. Какой
          сбой к какой ошибке ведёт: [ошибки по сбоям](../design/faults.md) (англ.).

          """);

  String page() {
    List<ErrorExplanation> errors = ErrorExplanation.all(language);
    StringBuilder page = new StringBuilder(HEADS.get(language));
    errors.forEach(error -> page.append(line(error)));
    errors.forEach(error -> page.append(section(error)));
    return page.toString();
  }

  private static String line(ErrorExplanation error) {
    return "* [`%s`](#%s) – %s%n".formatted(error.id(), error.id(), error.headline());
  }

  private String section(ErrorExplanation error) {
    Messages words = Messages.of("help", language);
    return "%n## %s%n%n> %s%n%n* **%s.** %s%n* **%s.** %s%n* **%s.** %s%n"
        .formatted(
            error.id(),
            error.shown(),
            words.get("explain.cause"),
            error.cause(),
            words.get("explain.remedy"),
            error.remedy(),
            words.get("explain.actor"),
            error.actor());
  }
}
