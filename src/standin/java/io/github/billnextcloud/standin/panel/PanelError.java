package io.github.billnextcloud.standin.panel;

/** A refusal in the panel's own words: the type says what is wrong, with which object and value. */
final class PanelError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final String object;
  private final String value;

  PanelError(String type, String object, String value) {
    super(type + " " + object + " " + value);
    this.type = type;
    this.object = object;
    this.value = value;
  }

  static PanelError missed(String object, Object value) {
    return new PanelError("missed", object, String.valueOf(value));
  }

  /** What a call gets while the panel restarts. */
  static PanelError restarting() {
    return new PanelError("client", "open", "billmgr");
  }

  /** The line mgrctl prints to stderr. */
  String line() {
    return "ERROR Error: Type: '" + type + "' Object: '" + object + "' Value: '" + value + "'";
  }

  Reply reply() {
    Reply doc = new Reply("doc");
    doc.child("error")
        .attribute("type", type)
        .attribute("object", object)
        .attribute("lang", "en")
        .attribute("code", "1")
        .with(param("object", object).attribute("type", "msg").attribute("msg", object))
        .with(param("value", value))
        .with(param("desc", "desck_empty").attribute("type", "msg"))
        .with(new Reply("group").text("__object__: __value__"))
        .with(new Reply("msg").text(object + ": " + value));
    return doc;
  }

  private static Reply param(String name, String value) {
    return new Reply("param").attribute("name", name).text(value);
  }
}
