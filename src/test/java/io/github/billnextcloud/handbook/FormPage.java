package io.github.billnextcloud.handbook;

import io.github.billnextcloud.handbook.Form.Field;

/** A form as a page of its own, for the handbook's pictures. */
record FormPage(Form form, String title) {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8"><title>%s</title><style>
      body { margin: 0; padding: 24px; background: #eef1f5; color: #1d2733;
             font: 15px/1.4 "DejaVu Sans", "Liberation Sans", sans-serif; }
      main { max-width: 860px; background: #fff; border: 1px solid #d5dbe3; border-radius: 8px;
             padding: 20px 28px; }
      h1 { font-size: 19px; margin: 0 0 14px; }
      .row { display: grid; grid-template-columns: 240px 1fr; gap: 4px 20px; padding: 8px 0;
             border-top: 1px solid #eef1f5; }
      label { padding-top: 6px; } b { color: #c0392b; }
      input, select { font: inherit; padding: 5px 8px; width: 100%%; box-sizing: border-box;
                      border: 1px solid #b9c2cd; border-radius: 5px; background: #fff; }
      input[type=checkbox] { width: auto; margin-top: 10px; }
      small { grid-column: 2; color: #5d6b7a; font-size: 13px; }
      code { color: #7a8796; font-size: 12px; display: block; }
      .choices { grid-column: 2; color: #35414e; font-size: 13px; margin: 0; padding-left: 18px; }
      </style></head><body><main><h1>%s</h1>
      """;

  String html() {
    StringBuilder html = new StringBuilder(HEAD.formatted(form.language(), title, title));
    form.fields().forEach(field -> row(html, field));
    return html.append("</main></body></html>\n").toString();
  }

  private static void row(StringBuilder html, Field field) {
    html.append("<div class=row><label>").append(escaped(field.label()));
    html.append(field.required() ? " <b>*</b>" : "");
    html.append("<code>").append(field.name()).append("</code></label><div>");
    html.append(input(field)).append("</div>");
    if (!field.hint().isEmpty()) {
      html.append("<small>").append(escaped(field.hint())).append("</small>");
    }
    if (!field.choices().isEmpty()) {
      html.append("<ul class=choices>");
      field.choices().forEach(it -> html.append("<li>").append(escaped(it)).append("</li>"));
      html.append("</ul>");
    }
    html.append("</div>\n");
  }

  private static String input(Field field) {
    if (field.type().equals("select")) {
      String first = field.choices().isEmpty() ? "" : field.choices().get(0);
      return "<select><option>" + escaped(first) + "</option></select>";
    }
    return "<input type=" + field.type() + " placeholder=\"" + escaped(field.placeholder()) + "\">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
