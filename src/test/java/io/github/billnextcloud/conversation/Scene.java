package io.github.billnextcloud.conversation;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.installed.InstalledConversations;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Request;
import io.github.billnextcloud.standin.panel.Call;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One service of a panel and one cloud, with the whole program between them.
 *
 * @param item the service
 * @param operation the running operation of what is asked next
 */
public record Scene(PanelStandIn panel, CloudStandIn cloud, long item, long operation)
    implements AutoCloseable {

  private static final Pattern GENERATED = Pattern.compile("[-_.+=!@A-Za-z2-9]{24}");

  private static final String FIGURES =
      "SELECT s.item, s.statdate, s.param, s.value, m.intname FROM itemstat s"
          + " LEFT JOIN measure m ON m.id = s.measure ORDER BY s.item, s.param";

  /** Only what is not as it was. */
  private static final String MODULES =
      "SELECT id, laststatdate, config FROM processingmodule"
          + " WHERE laststatdate IS NOT NULL OR COALESCE(config, '') <> '<doc/>' ORDER BY id";

  /**
   * What the program said.
   *
   * @param stderr empty where nobody listened
   */
  public record Said(int exitCode, String stdout, String stderr) {

    public Said(int exitCode, String stdout) {
      this(exitCode, stdout, "");
    }
  }

  /** Runs the program as BILLmanager would. */
  Said ask(String stdin, String... args) {
    if (InstalledConversations.ARE_PLAYED) {
      return InstalledConversations.ask(panel.root(), stdin, args);
    }
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayInputStream document =
        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
    PrintStream outer = System.err;
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8));
    int exitCode;
    try {
      exitCode = Main.run(document, stdout, panel.root(), args);
    } finally {
      System.setErr(outer);
      outer.print(stderr.toString(StandardCharsets.UTF_8));
    }
    return new Said(
        exitCode, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
  }

  public long module() {
    return column("processingmodule");
  }

  public long tariff() {
    return column("pricelist");
  }

  private long column(String name) {
    return Long.parseLong(
        panel.query("SELECT " + name + " FROM item WHERE id = ?", item).get(0).get(name));
  }

  /** The call-backs in order, one a line; an error document is told by its type alone. */
  public String told() {
    return lines(panel.calls().stream().map(Call::line).map(Scene::shortened).toList());
  }

  private static String shortened(String line) {
    Matcher error =
        Pattern.compile("errorxml=.*?type=\"([^\"]*)\".*", Pattern.DOTALL).matcher(line);
    return error.replaceFirst("errorxml=<$1>");
  }

  /** The requests that changed something, in order, one a line. */
  public String done() {
    return lines(cloud.writes().stream().map(Request::line).toList());
  }

  /** What the cloud holds afterwards, and what the panel knows. */
  public String holds() {
    List<String> lines = new ArrayList<>();
    cloud.accounts().stream()
        .filter(account -> !account.id().equals(CloudStandIn.ADMIN))
        .forEach(account -> lines.add(describe(account)));
    cloud.spaceLines().forEach(line -> lines.add("space " + line));
    cloud.mails().forEach(id -> lines.add("letter of the cloud to " + id));
    cloud.links().forEach(id -> lines.add("link to set a password to " + id));
    lines.add("service: status " + panel.status(item) + ", operation " + operationState());
    panel.params(item).forEach((name, value) -> lines.add("param " + name + "=" + value));
    String password = panel.secretParam(item, "userpassword");
    if (password != null) {
      lines.add("secret userpassword, " + passwordState(password));
    }
    panel.tasks().forEach(task -> lines.add("task " + task.get("type")));
    panel.query(FIGURES).forEach(row -> lines.add("figure " + row.values()));
    panel.query(MODULES).forEach(row -> lines.add("processing module " + row.values()));
    return lines(lines);
  }

  private String operationState() {
    if (!panel.operationOpen(operation)) {
      return "done";
    }
    return panel.manual(operation) ? "manual" : "automatic";
  }

  private String passwordState(String password) {
    boolean opens = cloud.accounts().stream().anyMatch(it -> password.equals(it.password()));
    String made = GENERATED.matcher(password).matches() ? "generated" : "given";
    return made + (opens ? ", opens the account" : "");
  }

  private static String describe(Account account) {
    return account.id()
        + (account.enabled() ? " enabled" : " disabled")
        + ", quota "
        + account.quota()
        + ", groups "
        + account.groups().stream().sorted().toList()
        + ", "
        + account.email()
        + ", "
        + account.displayName().replace("\uD800", GivenState.HALF)
        + ", "
        + account.language()
        + (account.administered().isEmpty() ? "" : ", administers " + account.administered());
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  @Override
  public void close() throws IOException {
    cloud.close();
    panel.close();
  }
}
