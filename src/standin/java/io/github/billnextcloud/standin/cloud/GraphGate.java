package io.github.billnextcloud.standin.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out who is calling Infinite Scale or OpenCloud: the proxy before all services does. */
final class GraphGate {

  private final State state;
  private final GraphState graph;

  GraphGate(State state) {
    this.state = state;
    this.graph = state.graph;
  }

  /**
   * The account, enabled, with the drive that its first sign-in makes.
   *
   * @throws Refused otherwise
   */
  Account enter(Call call, Work work) {
    Credentials given = call.credentials();
    Account account = graph.missing.contains("idm") ? null : account(given, work);
    if (account == null) {
      throw new Refused(unknown(call));
    }
    if (!account.enabled()) {
      throw new Refused(GraphAnswer.empty(401));
    }
    if (graph.missing.contains("settings")) {
      throw new Refused(GraphAnswer.empty(500));
    }
    account.signInOnGraph(graph.missing.contains("storage-users") ? null : graph.newDrive(account));
    return account;
  }

  private Account account(Credentials given, Work work) {
    if (given == null) {
      return null;
    }
    if (!given.isBasic()) {
      return graph.byAccessToken(given.secret());
    }
    Account named = state.account(given.login());
    if (named == null) {
      return null;
    }
    if (graph.passwords) {
      work.checkPassword();
      if (given.secret().equals(named.password()) && !given.secret().isEmpty()) {
        return named;
      }
    }
    return graph.takesAppTokens() && isAppToken(given.secret(), named, work) ? named : null;
  }

  /** Each of the account's tokens is compared by its hash. */
  private boolean isAppToken(String secret, Account named, Work work) {
    for (long compared = graph.appTokensOf(named); compared > 0; compared--) {
      work.checkPassword();
    }
    GraphState.GivenToken token = graph.appTokensGiven().get(secret);
    return token != null && token.account() == named;
  }

  /** No or wrong credentials; with X-Requested-With, as of a browser's script, without a word. */
  private Answer unknown(Call call) {
    List<String> challenges = new ArrayList<>();
    if (call.header("X-Requested-With") == null) {
      challenges.add("Bearer realm=\"stand-in\", charset=\"UTF-8\"");
      if (graph.passwords || state.flavour == Flavour.OPENCLOUD && graph.appTokens) {
        challenges.add("Basic realm=\"stand-in\", charset=\"UTF-8\"");
      }
    }
    return new Answer.Raw(
        401, null, "", challenges.isEmpty() ? Map.of() : Map.of("WWW-Authenticate", challenges));
  }
}
