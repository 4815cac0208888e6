package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.GraphState.GivenToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
      default -> plain(200, Json.of(list(caller)));
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
    Instant now = Instant.ofEpochMilli(state.now());
    Instant ends = now.plus(Duration.parse("PT" + call.fieldOrEmpty("expiry")));
    GivenToken token =
        new GivenToken(
            whose,
            ends,
            now.truncatedTo(ChronoUnit.SECONDS),
            "Generated via " + (others ? impersonation() : "API"));
    graph.giveAppToken(text, token);
    return plain(200, Json.of(shown(text, token)) + "\n");
  }

  /** Nobody is shown a token again. */
  private List<Object> list(Account caller) {
    List<Object> all = new ArrayList<>();
    graph
        .appTokensGiven()
        .forEach(
            (text, token) -> {
              if (token.account() == caller) {
                all.add(shown(hash(text), token));
              }
            });
    return all;
  }

  private static Map<String, Object> shown(String text, GivenToken token) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("token", text);
    shown.put("expiration_date", token.ends().toString());
    shown.put("created_date", token.made().toString());
    shown.put("label", token.label());
    return shown;
  }

  /** Infinite Scale shows a hash with "$" and "/" in it, OpenCloud a number. */
  private String hash(String text) {
    String number = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    return state.flavour == Flavour.OPENCLOUD ? number : "$2a$11$" + number.replace('-', '/');
  }

  private String impersonation() {
    return state.flavour == Flavour.OPENCLOUD ? "API (Impersonation)" : "Impersonation API";
  }

  private Account whose(String named, String numbered) {
    return named == null ? state.byStableId(numbered) : state.account(named);
  }

  /** Infinite Scale knows a token only by the hash that its list shows. */
  private Answer delete(Call call, Account caller) {
    String named = call.fieldOrEmpty("token");
    boolean byText = state.flavour == Flavour.OPENCLOUD;
    boolean done =
        graph
            .appTokensGiven()
            .entrySet()
            .removeIf(
                it ->
                    it.getValue().account() == caller
                        && named.equals(byText ? it.getKey() : hash(it.getKey())));
    return GraphAnswer.empty(done ? 200 : 500);
  }

  private static Answer plain(int status, String text) {
    return Answer.raw(status, "text/plain; charset=utf-8", text);
  }
}
