package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts an OCS result into the meta/data envelope, with the HTTP status each server gives it. */
final class Envelope {
  private static final Map<String, List<String>> ASK_FOR_PASSWORD =
      Map.of("WWW-Authenticate", List.of("Basic realm=\"Authorisation Required\""));

  private final Flavour flavour;
  private final boolean v2;
  private final boolean json;

  Envelope(Flavour flavour, boolean v2, boolean json) {
    this.flavour = flavour;
    this.v2 = v2;
    this.json = json;
  }

  Answer.Raw wrap(Answer.Ocs ocs) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("meta", meta(ocs));
    content.put("data", ocs.data());
    // Nextcloud 28 and 29 forget the wanted format when they refuse credentials.
    boolean asJson = json && !(ocs.voice() == Voice.LOGIN && flavour.olderNextcloud());
    String xmlType = framework(ocs.voice()) ? Answer.APPLICATION_XML : Answer.TEXT_XML;
    return new Answer.Raw(
        http(ocs.code()),
        asJson ? Answer.JSON : xmlType,
        asJson ? Json.of(Map.of("ocs", content)) : Xml.of("ocs", content),
        asksForPassword(ocs) ? ASK_FOR_PASSWORD : Map.of());
  }

  private Map<String, Object> meta(Answer.Ocs ocs) {
    boolean ok = ocs.code() == 100;
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("status", ok ? "ok" : "failure");
    meta.put("statuscode", statuscode(ocs));
    meta.put("message", message(ocs, ok));
    if (countsItems(ocs.voice())) {
      meta.put("totalitems", "");
      meta.put("itemsperpage", "");
    }
    return meta;
  }

  private String message(Answer.Ocs ocs, boolean ok) {
    if (ocs.message() != null) {
      return ocs.message();
    }
    if (!framework(ocs.voice()) && !flavour.nextcloud()) {
      return null;
    }
    return ok ? "OK" : "";
  }

  private boolean countsItems(Voice voice) {
    if (flavour.nextcloud()) {
      return !v2 && (framework(voice) || flavour == Flavour.NEXTCLOUD_34);
    }
    return framework(voice);
  }

  private boolean framework(Voice voice) {
    return voice == Voice.FRAMEWORK || voice == Voice.PROVISIONING && flavour.nextcloud();
  }

  private boolean asksForPassword(Answer.Ocs ocs) {
    return ocs.voice() == Voice.LOGIN
        || ocs.code() == 997 && !flavour.nextcloud() && !framework(ocs.voice());
  }

  /** ownCloud's v2 and the entry script of older Nextclouds repeat the HTTP status. */
  private int statuscode(Answer.Ocs ocs) {
    boolean repeats =
        flavour == Flavour.OWNCLOUD_10 || flavour.olderNextcloud() && !framework(ocs.voice());
    boolean mapped = ocs.code() == 100 || repeats && ocs.code() != 997;
    return v2 && mapped ? http(ocs.code()) : ocs.code();
  }

  private int http(int code) {
    if (code == 997) {
      return 401;
    }
    return v2 ? httpOfV2(code) : code == 503 ? 503 : 200;
  }

  private int httpOfV2(int code) {
    return switch (code) {
      case 100 -> 200;
      case 104 -> flavour.nextcloud() ? 400 : 403;
      case 998 -> 404;
      case 996, 999 -> 500;
      default -> code >= 200 && code <= 600 ? code : 400;
    };
  }
}
