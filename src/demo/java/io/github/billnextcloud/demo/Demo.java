package io.github.billnextcloud.demo;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.AutoDetectingCloud;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.Caretaker;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Request;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.Call;
import io.github.billnextcloud.standin.panel.PanelOptions;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The main job, shown: a service is ordered, grows, is not paid, is paid, is cancelled; then one
 * that a team shares. The module is installed into a stand-in of the panel and started by its
 * launcher, as BILLmanager does it.
 */
public final class Demo {

  private static final List<String> STATES =
      List.of("unknown", "ordered", "active", "suspended", "deleted", "in work");

  private final DemoOptions options;
  private final DemoStory story;
  private final CloudStandIn standIn;
  private final Cloud cloud;
  private PanelStandIn panel;
  private long item;

  private Demo(DemoOptions options, CloudStandIn standIn, DemoStory story) {
    this.options = options;
    this.standIn = standIn;
    this.story = story;
    CloudEndpoint server =
        new CloudEndpoint(
            CloudAddress.parse(address())
                .orElseThrow(() -> new IllegalArgumentException("no address: " + address())),
            CloudCredentials.ofPassword(login(), new Secret(password())));
    this.cloud = new AutoDetectingCloud(server, Timeouts.OPERATION);
  }

  public static void main(String[] args) throws IOException {
    DemoOptions options = new DemoOptions();
    CommandLine line = new CommandLine(options).setCommandName("demo");
    try {
      line.parseArgs(args);
      if (options.help) {
        line.usage(System.out);
        return;
      }
      System.exit(play(options));
    } catch (IOException | RuntimeException failure) {
      System.err.println("demo: " + reason(failure));
      // Threads of the stand-ins may still wait for somebody.
      System.exit(1);
    }
  }

  /** What happened, down to its cause, in one line. */
  private static String reason(Throwable failure) {
    String said = Objects.requireNonNullElse(failure.getMessage(), failure.toString()).strip();
    Throwable cause = failure.getCause();
    return cause == null || said.contains(cause.toString()) ? said : said + ": " + reason(cause);
  }

  private static int play(DemoOptions options) throws IOException {
    DemoStory story = new DemoStory(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    story.title("bill-nextcloud: one service through its whole life");
    try (CloudStandIn standIn =
        options.isRealCloud() ? null : CloudStandIn.start(options.flavour)) {
      if (standIn != null) {
        standIn.takePasswords(true);
        standIn.enableTeamFolders();
      }
      Demo demo = new Demo(options, standIn, story);
      story.fact("cloud", demo.cloud.checkAccess().product() + " at " + demo.address());
      return demo.play();
    }
  }

  private String address() {
    return standIn == null ? options.cloud : standIn.url().toString();
  }

  private String login() {
    return standIn == null ? options.user : CloudStandIn.ADMIN;
  }

  private String password() {
    return standIn == null ? options.password() : CloudStandIn.ADMIN_PASSWORD;
  }

  private int play() throws IOException {
    Path root = Files.createTempDirectory("mgr5-");
    Caretaker.watch(root);
    story.fact("panel", "mgrctl and MariaDB at " + root + " are made ready: some seconds …");
    try (PanelStandIn standInPanel =
        PanelStandIn.start(root, PanelOptions.defaults().withRealKey())) {
      panel = standInPanel;
      install(root);
      return live() ? 0 : 1;
    }
  }

  private void install(Path root) throws IOException {
    story.fact("module", "is installed there, with its archive of classes: some seconds …");
    Ran ran = run(List.of("sh", "dist/install.sh", "--prefix", root.toString()), Path.of("."));
    if (ran.exitCode != 0) {
      throw new IOException("the module could not be installed " + ran.output);
    }
  }

  private boolean live() throws IOException {
    long module =
        panel.addModule(
            Map.of("base_url", address(), "nc_username", login()),
            Map.of("nc_password", password()));
    long small = tariff("personal", module, 10);
    long large = tariff("business", module, 100);
    long customer = panel.addAccount("Petrov", "ivan@example.org", "Иван Петров", "ru");
    item = panel.order(customer, small, module);

    boolean good = event("The customer orders 10 GB and pays", "open");
    panel.changeTariff(item, large);
    good &= event("A bigger tariff: 100 GB, another group", "setparam");
    good &= event("The bill is not paid", "suspend");
    good &= event("The payment has come", "resume");
    good &= event("The customer cancels", "close");
    good &= liveAsATeam(module, customer);
    story.end(good ? "Every step came true." : "Something failed: see the answers above.");
    return good;
  }

  /** Where the cloud has what a team could share. */
  private boolean liveAsATeam(long module, long customer) throws IOException {
    if (cloud.teamSpaces().isEmpty()) {
      return true;
    }
    long tariff = panel.addTariff(TariffSpec.named("team").servedBy(module).param("team", "auto"));
    panel.addAddOn(tariff, AddOnSpec.disk("disk disc").in("gib").included(50));
    panel.addAddOn(tariff, AddOnSpec.disk("seats").ofType("seats").included(3));
    item = panel.order(customer, tariff, module);
    list("Ann Bee <ann@example.org>\nbob@example.org");
    boolean good = event("A team of three shares 50 GB: the customer lists the others", "open");
    list("Ann Bee <ann@example.org>");
    good &= event("Bob leaves the team", "setparam");
    return good & event("The team cancels", "close");
  }

  private void list(String members) {
    panel.param(item, ServiceParams.MEMBERS, members, false);
  }

  /** Groups of a real cloud are its administrator's business. */
  private long tariff(String name, long module, long gigabytes) {
    TariffSpec spec = TariffSpec.named(name).servedBy(module);
    if (standIn != null) {
      standIn.addGroup(name);
      spec = spec.param("usergroup", name);
    }
    long tariff = panel.addTariff(spec);
    panel.addAddOn(tariff, AddOnSpec.disk("disk disc").in("gib").included(gigabytes));
    return tariff;
  }

  private boolean event(String what, String command) throws IOException {
    story.event(what);
    panel.forgetCalls();
    if (standIn != null) {
      standIn.forgetRequests();
    }
    long operation = panel.beginOperation(item, command);
    String program = panel.root().resolve("processing").resolve("pmnextcloud").toString();
    String arguments = "--command " + command + " --item " + item;
    long begun = System.nanoTime();
    Ran ran =
        run(
            Stream.of(program + " " + arguments + " --runningoperation " + operation)
                .flatMap(line -> Stream.of(line.split(" ")))
                .toList(),
            panel.root());
    story.asked("pmnextcloud " + arguments, ran.exitCode, (System.nanoTime() - begun) / 1_000_000);
    if (ran.exitCode != 0) {
      story.said(ran.output);
    }
    if (standIn != null) {
      story.lines("to the cloud", standIn.writes().stream().map(Request::line).toList());
    }
    story.lines(
        "call-backs",
        panel.calls().stream().map(Call::line).filter(line -> line.contains("sok=ok")).toList());
    story.service(serviceState());
    Map<String, String> params = panel.params(item);
    if (params.containsKey(ServiceParams.MEMBERS_REPORT)) {
      story.fact("the customer", params.get(ServiceParams.MEMBERS_REPORT));
    }
    story.cloud(cloud.findUser(userId()));
    return ran.exitCode == 0;
  }

  private UserId userId() {
    return new UserId(panel.params(item).getOrDefault(ServiceParams.USERNAME, "user_" + item));
  }

  private String serviceState() {
    Map<String, String> params = panel.params(item);
    String password = panel.secretParam(item, ServiceParams.PASSWORD);
    return "service "
        + item
        + " is "
        + STATES.get(panel.status(item))
        + " · "
        + params.getOrDefault(ServiceParams.URL, "no address yet")
        + " · login "
        + params.getOrDefault(ServiceParams.USERNAME, "none yet")
        + (password == null ? "" : " · a password of " + password.length() + " characters");
  }

  private record Ran(int exitCode, String output) {}

  private static Ran run(List<String> command, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Ran(process.waitFor(), output);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
