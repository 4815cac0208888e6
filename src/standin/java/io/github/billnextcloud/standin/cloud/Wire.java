package io.github.billnextcloud.standin.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.billnextcloud.standin.Passage;
import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes requests off the wire and puts answers on it, with the faults a test asked for. */
final class Wire implements HttpHandler {
  private final State state;
  private final Gate gate;
  private final Router router;
  private final TeamFoldersApi folders;
  private final GraphApi graph;
  private final SessionPages pages;
  private final Journal journal;
  private final String installPath;
  private final boolean tls;
  private final Set<InetSocketAddress> visitors = ConcurrentHashMap.newKeySet();
  private final AtomicInteger passwordChecks = new AtomicInteger();
  private final AtomicInteger keyPairs = new AtomicInteger();
  private volatile Costs costs = Costs.NONE;
  private volatile Passage passage = Passage.OPEN;

  Wire(
      State state,
      Sessions sessions,
      LoginFlow flow,
      OAuthPages oauth,
      Journal journal,
      String installPath,
      boolean tls) {
    this.state = state;
    this.gate = new Gate(state, sessions, installPath, tls);
    this.pages = new SessionPages(state, sessions, flow, oauth);
    this.router = new Router(state);
    this.folders = new TeamFoldersApi(state);
    this.graph = new GraphApi(state);
    this.journal = journal;
    this.installPath = installPath;
    this.tls = tls;
  }

  void costs(Costs all) {
    costs = all;
  }

  void passwordCheckCosts(Duration duration) {
    costs = costs.withCheck(duration);
  }

  int passwordChecks() {
    return passwordChecks.get();
  }

  int keyPairs() {
    return keyPairs.get();
  }

  void forgetWork() {
    passwordChecks.set(0);
    keyPairs.set(0);
  }

  void watch(Passage watched) {
    passage = watched;
  }

  int connections() {
    return visitors.size();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    visitors.add(exchange.getRemoteAddress());
    try {
      Call call = Call.read(exchange, installPath, state.flavour.instanceId());
      if (call == null) {
        send(exchange, ServerPages.nginxNotFound(), false);
      } else if (passage.lets("before " + call.request().target())) {
        journal.add(call.request());
        handle(exchange, call, journal.faultFor(call.request()));
      }
    } catch (RuntimeException e) {
      // A mistake in the stand-in must not look like a server that dropped the connection.
      send(exchange, new Answer.Raw(500, "text/plain", "Stand-in: " + e, Map.of()), false);
    } finally {
      exchange.close();
    }
  }

  private void handle(HttpExchange exchange, Call call, Fault fault) throws IOException {
    if (fault instanceof Fault.DropBefore) {
      return;
    }
    Answer.Raw answer = instead(call, fault);
    if (answer == null) {
      answer = answer(exchange, call);
    }
    if (fault instanceof Fault.Delay delay) {
      sleep(delay.duration());
    }
    boolean heard = passage.lets("after " + call.request().target());
    if (heard && !(fault instanceof Fault.DropAfter)) {
      send(exchange, answer, fault instanceof Fault.CutJson);
    }
  }

  /** The answer of a fault that keeps the request from being handled, or null. */
  private Answer.Raw instead(Call call, Fault fault) {
    if (fault instanceof Fault.Status status) {
      Map<String, List<String>> headers = new LinkedHashMap<>();
      status.headers().forEach((name, value) -> headers.put(name, List.of(value)));
      return new Answer.Raw(status.code(), status.contentType(), status.body(), headers);
    }
    if (fault instanceof Fault.Ocs ocs) {
      return wrap(call, Answer.no(ocs.statuscode(), ocs.message()));
    }
    return fault instanceof Fault.HtmlLogin
        ? new Answer.Raw(200, Answer.HTML, ServerPages.LOGIN_PAGE, Map.of())
        : null;
  }

  private Answer.Raw answer(HttpExchange exchange, Call call) {
    if (state.flavour.graph()) {
      return (Answer.Raw) answerByGraph(call);
    }
    String path = call.request().path();
    if (path.equals("/status.php")) {
      return wrap(call, ServerPages.status(state));
    }
    boolean api = call.isOcs() || state.teamFoldersOn && call.isTeamFolders();
    String page = api ? null : pages.page(call);
    if (!api && page == null) {
      boolean inSession = gate.isInSession(call);
      return wrap(call, ServerPages.page(state, path, base(exchange), inSession));
    }
    if (state.maintenance) {
      if (state.flavour.nextcloud()) {
        exchange.getResponseHeaders().add("X-Nextcloud-Maintenance-Mode", "1");
      }
      return wrap(call, Answer.no(Voice.CORE, 503, "Service unavailable"));
    }
    Object queue;
    synchronized (state) {
      queue = gate.queue(call);
    }
    synchronized (queue) {
      Work work = new Work();
      Answer answer = signedIn(exchange, call, page, work);
      passwordChecks.addAndGet(work.passwordChecks());
      keyPairs.addAndGet(work.keyPairs());
      costs.charge(work);
      return wrap(call, answer);
    }
  }

  private Answer answerByGraph(Call call) {
    Work work = new Work();
    Answer answer;
    synchronized (state) {
      answer = graph.answer(call, work);
    }
    passwordChecks.addAndGet(work.passwordChecks());
    costs.charge(work);
    return answer;
  }

  /** One request at a time: the servers settle races in the database, this one in front. */
  private Answer signedIn(HttpExchange exchange, Call call, String page, Work work) {
    synchronized (state) {
      // Whom a client of OAuth names there is no account.
      boolean nobody = page != null && page.endsWith(OAuthPages.PAGE);
      Entry entry = nobody ? Entry.ofNobody() : gate.enter(call, work);
      entry.cookies().forEach(line -> exchange.getResponseHeaders().add("Set-Cookie", line));
      Caller caller = entry.caller();
      if (!caller.isNobody() && state.flavour == Flavour.NEXTCLOUD_34) {
        exchange.getResponseHeaders().add("X-User-Id", caller.account().id());
      }
      if (entry.refusal() != null) {
        return call.isOcs() ? entry.refusal() : ofPage(entry.refusal());
      }
      try {
        if (page == null) {
          return call.isOcs() ? router.answer(call, caller, work) : folders.answer(call, caller);
        }
        return pages.answer(page, call, caller, base(exchange), work);
      } catch (Refused e) {
        return e.answer();
      }
    }
  }

  /** What is wrong with a sign-in is said there without the envelope. */
  private Answer ofPage(Answer refusal) {
    return state.teamFoldersOn && refusal instanceof Answer.Ocs ocs && ocs.code() == 997
        ? Answer.raw(401, Answer.JSON, "{\"message\":\"\"}")
        : refusal;
  }

  private String base(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return (tls ? "https://" : "http://") + host + installPath;
  }

  private Answer.Raw wrap(Call call, Answer answer) {
    if (answer instanceof Answer.Ocs ocs) {
      String format = call.field("format");
      boolean byHeader = format == null && state.flavour.nextcloud() && call.acceptsJson();
      boolean json = "json".equals(format) || byHeader;
      return new Envelope(state.flavour, call.v2(), json).wrap(ocs);
    }
    return (Answer.Raw) answer;
  }

  private static void send(HttpExchange exchange, Answer.Raw answer, boolean cut)
      throws IOException {
    byte[] body = bytes(answer.body());
    byte[] sent = cut ? Arrays.copyOf(body, body.length / 2) : body;
    if (answer.contentType() != null) {
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    }
    answer.headers().forEach(exchange.getResponseHeaders()::put);
    exchange.sendResponseHeaders(answer.http(), sent.length == 0 ? -1 : sent.length);
    if (sent.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(sent);
      }
    }
  }

  /** Half of a pair of UTF-16 goes out as it came in: as three bytes that are no UTF-8. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            it -> {
              if (Character.getType(it) == Character.SURROGATE) {
                out.write(0xE0 | it >> 12);
                out.write(0x80 | it >> 6 & 0x3F);
                out.write(0x80 | it & 0x3F);
              } else {
                out.writeBytes(Character.toString(it).getBytes(StandardCharsets.UTF_8));
              }
            });
    return out.toByteArray();
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
