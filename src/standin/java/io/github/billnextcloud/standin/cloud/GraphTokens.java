package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** App tokens, of one's own and, where that is switched on, of others. */
final class GraphTokens {

  private final State state;
  private final GraphState graph;

  GraphTokens(State state) {
    this.state = state;
    this.graph = state.graph;
  }

  Answer answer(Call call, Account caller) {
    if (!graph.takesAppTokens()) {
      return GraphAnswer.webPage();
    }
    return switch (call.method()) {
      case "POST" -> make(call, caller);
      case "DELETE" -> delete(call, caller);
      default -> Answer.notModelled("GET auth-app/tokens");
    };
  }

  private Answer make(Call call, Account caller) {
    String named = call.field("userName");
    String numbered = call.field("userID");
    boolean others = named != null || numbered != null;
    if (!call.fieldOrEmpty("expiry").matches("\\d+[smh]")) {
      return plain(400, "error parsing expiry. Use e.g. 30m or 72h");
    }
    if (others && caller.role() != GraphRole.ADMIN) {
      return GraphAnswer.empty(403);
    }
    if (others && !graph.impersonation) {
      return plain(403, "impersonation is not allowed");
    }
    Account whose = others ? whose(named, numbered) : caller;
    if (whose == null || !whose.enabled()) {
      return GraphAnswer.empty(500);
    }
    String text = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    graph.giveAppToken(text, whose);
    Map<String, Object> token = new LinkedHashMap<>();
    token.put("token", text);
    token.put("expiration_date", "2026-11-25T13:25:50.983902894Z");
    token.put("created_date", "2026-11-25T13:20:51Z");
    token.put("label", "Generated via " + (others ? impersonation() : "API"));
    return plain(200, Json.of(token) + "\n");
  }

  private String impersonation() {
    return state.flavour == Flavour.OPENCLOUD ? "API (Impersonation)" : "Impersonation API";
  }

  private Account whose(String named, String numbered) {
    return named == null ? state.byStableId(numbered) : state.account(named);
  }

  /** Infinite Scale knows a token only by the hash that its list shows. */
  private Answer delete(Call call, Account caller) {
    String text = call.fieldOrEmpty("token");
    if (state.flavour != Flavour.OPENCLOUD || graph.appTokensGiven().get(text) != caller) {
      return GraphAnswer.empty(500);
    }
    graph.appTokensGiven().remove(text);
    return GraphAnswer.empty(200);
  }

  private static Answer plain(int status, String text) {
    return Answer.raw(status, "text/plain; charset=utf-8", text);
  }
}
