package io.github.billnextcloud.handbook;

import io.github.billnextcloud.Description;
import io.github.billnextcloud.billmanager.XmlIn;
import io.github.billnextcloud.command.ProblemActors;
import java.util.Map;

/** Every error id with what people read, taken from the messages themselves. */
record ErrorsReference(String language) {

  private static final String KEY = "msg_error_pmnextcloud_";
  private static final String REASON = "__reason__";

  private static final Map<String, String> HEADS =
      Map.of(
          "en",
          """
          # Errors

          [Русский](errors.ru.md)

          BILLmanager shows the text, and after it the reason: the sentence that tells what was tried and
          what came of it. The id, with `pmnextcloud_` before it, is in the running operation's error and in
          `var/pmnextcloud.log`. Nothing has to be undone: once the cause is gone, every operation may be run
          again. When which error arises: [errors by fault](../errors.md).

          This page is made from the messages that the panel shows.

          | id | cause | remedy | who acts next |
          |---|---|---|---|
          """,
          "ru",
          """
          # Ошибки

          [English](errors.md)

          BILLmanager показывает текст, а за ним причину: фразу о том, что было сделано и чем закончилось.
          Идентификатор с `pmnextcloud_` впереди записан в ошибке текущей операции и в
          `var/pmnextcloud.log`. Отменять ничего не нужно: когда причина устранена, любую операцию можно
          запустить снова. Когда возникает какая ошибка: [ошибки по сбоям](../errors.md) (англ.).

          Страница сделана из сообщений, которые показывает панель.

          | ид | причина | что делать | кто действует |
          |---|---|---|---|
          """);

  String page() {
    XmlIn description = Description.read();
    StringBuilder page = new StringBuilder(HEADS.get(language));
    Description.messages(description, language, "msgerror")
        .forEach((key, text) -> page.append(row(key.substring(KEY.length()), text)));
    return page.toString();
  }

  private String row(String id, String text) {
    String plain = text.replace(REASON, "").strip();
    int end = plain.indexOf(". ") + 1;
    String cause = end > 0 ? plain.substring(0, end) : plain;
    String remedy = end > 0 ? plain.substring(end).strip() : "–";
    String actor = ProblemActors.of(id, language);
    return "| `%s` | %s | %s | %s |%n".formatted(id, cause, remedy, actor);
  }
}
