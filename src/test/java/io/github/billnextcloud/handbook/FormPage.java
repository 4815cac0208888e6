package io.github.billnextcloud.handbook;

import io.github.billnextcloud.handbook.Form.Field;
import java.util.List;

/** A form as a page of its own, for the handbook's pictures. */
record FormPage(Form form, String title) {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8"><title>%s</title><style>
      * { box-sizing: border-box; }
      body { margin: 0; padding: 20px; background: #eef1f5; color: #1d2733;
             font: 15px/1.4 "DejaVu Sans", "Liberation Sans", sans-serif; }
      main { max-width: 920px; margin: 0 auto; background: #fff; border: 1px solid #d5dbe3;
             border-radius: 8px; padding: 18px 28px 14px; }
      h1 { font-size: 19px; margin: 0 0 12px; }
      .row { display: grid; grid-template-columns: 230px 1fr; gap: 24px; padding: 10px 0 11px;
             border-top: 1px solid #e6eaf0; }
      .label { padding-top: 6px; } .label.flag { padding-top: 0; }
      b { color: #c0392b; font-weight: normal; }
      code { display: block; color: #67758a; font-size: 12px; }
      .box { position: relative; min-height: 34px; padding: 5px 10px; border: 1px solid #b4becb;
             border-radius: 5px; }
      .box.empty { color: #8390a1; }
      .box.list::after { content: ""; position: absolute; right: 12px; top: 13px;
             border: 5px solid transparent; border-top-color: #51606f; }
      .open { margin: 2px 0 0; padding: 4px 0; list-style: none; border: 1px solid #cfd7e1;
              border-radius: 5px; box-shadow: 0 2px 5px #1d273314; font-size: 14px; }
      .open li { padding: 2px 10px; } .open li:first-child { background: #e3ecf8; }
      .flag-box { display: inline-block; width: 17px; height: 17px; margin-top: 2px;
              border: 1px solid #8a97a6; border-radius: 3px; }
      p { margin: 5px 0 0; color: #51606f; font-size: 13px; }
      </style></head><body><main><h1>%s</h1>
      """;

  /** Tells who takes the picture how high the page is. */
  private static final String TAIL =
      """
      </main><script>
      document.documentElement.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);
      </script></body></html>
      """;

  String html() {
    StringBuilder html =
        new StringBuilder(HEAD.formatted(form.language(), escaped(title), escaped(title)));
    form.fields().forEach(field -> row(html, field));
    return html.append(TAIL).toString();
  }

  private static void row(StringBuilder html, Field field) {
    boolean flag = field.type().equals("checkbox");
    html.append("<div class=row><div class=\"label").append(flag ? " flag\">" : "\">");
    html.append(escaped(field.label())).append(field.required() ? " <b>*</b>" : "");
    html.append("<code>").append(field.name()).append("</code></div><div>");
    html.append(flag ? "<span class=flag-box></span>" : box(field));
    if (!field.hint().isEmpty()) {
      html.append("<p>").append(escaped(field.hint())).append("</p>");
    }
    html.append("</div></div>\n");
  }

  private static String box(Field field) {
    List<String> choices = field.choices();
    if (field.type().equals("select")) {
      StringBuilder list = new StringBuilder("<div class=\"box list\">");
      list.append(choices.isEmpty() ? "" : escaped(choices.get(0))).append("</div><ul class=open>");
      choices.forEach(choice -> list.append("<li>").append(escaped(choice)).append("</li>"));
      return list.append("</ul>").toString();
    }
    String value = field.type().equals("password") ? "•".repeat(12) : field.value();
    boolean empty = field.value().isEmpty();
    return "<div class=\"box%s\">%s</div>"
        .formatted(empty ? " empty" : "", escaped(empty ? field.placeholder() : value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
