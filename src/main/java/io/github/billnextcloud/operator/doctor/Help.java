package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.operator.Text;

/** What {@code doctor --help} says. */
final class Help {

  static final Text TEXT =
      new Text(
          """
          Usage: processing/pmnextcloud doctor [--module M] [--json] [--lang en|ru]

          Looks for what is wrong, from Java on this host to the groups in the cloud, and says what
          to do about it. Changes nothing in the panel and in the cloud, and signs in once.

            --module M   only this processing module, by its number; without it, every one
            --json       one JSON object, for monitoring
            --lang       the language of the answer

          Marks: ✔ fine, ! warning, ✖ failed, – passed over, because something before it failed.
          Exit code: 0 all is well, 1 something failed, 2 there are only warnings.
          """,
          """
          Вызов: processing/pmnextcloud doctor [--module M] [--json] [--lang en|ru]

          Ищет, что не в порядке, — от Java на этом хосте до групп в облаке — и говорит, что с этим
          сделать. Ничего не меняет ни в панели, ни в облаке; входит в облако один раз.

            --module M   только этот обработчик услуг, по номеру; без него — все
            --json       один объект JSON, для мониторинга
            --lang       язык ответа

          Знаки: ✔ в порядке, ! предупреждение, ✖ ошибка, – пропущено из-за ошибки раньше.
          Код возврата: 0 — всё в порядке, 1 — есть ошибки, 2 — есть только предупреждения.
          """);

  private Help() {}
}
