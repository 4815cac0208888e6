package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;

/** A cloud, a module of it, and ways to spoil either. */
abstract class WithWayToCloud {

  private static final MeasureConversion MEASURES =
      new MeasureConversion(
          List.of(new MeasureConversion.Measure("gib", BigDecimal.valueOf(1L << 30), "byte")));

  CloudStandIn cloud;
  final Map<String, String> settings = new LinkedHashMap<>();
  final Map<String, String> secrets = new LinkedHashMap<>();
  String password = CloudStandIn.ADMIN_PASSWORD;
  Map<String, List<String>> terms = Map.of();
  List<AddOn> sold = List.of();
  Set<String> onlyService = Set.of();
  Duration ourError = Duration.ZERO;
  boolean asCustomer;

  void start(Flavour flavour) {
    cloud = CloudStandIn.start(flavour);
    cloud.takePasswords(true);
    cloud.keepApart();
    settings.put("base_url", cloud.url().toString());
    settings.put("nc_username", CloudStandIn.ADMIN);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  DoctorReport examine() {
    InstantSource clock = () -> Instant.now().plus(ourError);
    ModuleCheckContext visit =
        new ModuleCheckContext(
            new LocalPanel(Path.of("/nowhere")),
            () ->
                List.of(
                    new ServedTariff(
                        "cloud_s", "nextcloud", new Tariff(1, terms), sold, List.of(), MEASURES)),
            module -> onlyService,
            clock,
            asCustomer);
    Map<String, Secret> all = new LinkedHashMap<>();
    all.put("nc_password", new Secret(password));
    secrets.forEach((name, value) -> all.put(name, new Secret(value)));
    visit.begin(new ProcessingModule(1, settings, all));
    CheckRunner examination = new CheckRunner(Duration.ofMinutes(2), TerminalProgress.none());
    examination.go(OptionalLong.of(1), Doctor.wayToCloud(visit));
    return new DoctorReport(Path.of("/panel"), List.of(), Spoken.complete(examination.results()));
  }

  static final String NOT_LOGGED_IN =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,"
          + "\"message\":\"Current user is not logged in\"},\"data\":[]}}";

  static final String SLOWED =
      "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100,\"message\":\"OK\"},\"data\":"
          + "{\"version\":{\"major\":34},\"capabilities\":{\"bruteforce\":"
          + "{\"delay\":12800,\"allow-listed\":false}}}}}";

  void answer(String path, int code, String type, String body) {
    fault(path, Fault.status(code, Map.of(), type, body));
  }

  void redirect(String path) {
    fault(
        path,
        Fault.status(
            301, Map.of("Location", "https://elsewhere.example.org/status.php"), "text/html", ""));
  }

  void status(String fields) {
    answer("/status.php", 200, "application/json", "{" + fields + "}");
  }

  void fault(String path, Fault fault) {
    Predicate<Request> there = request -> request.path().equals(path);
    cloud.fault(there, fault);
  }

  void slowDown() {
    answer("/ocs/v1.php/cloud/capabilities", 200, "application/json", SLOWED);
  }

  void block() {
    String right = password;
    for (int time = 0; time < 11; time++) {
      password = "wrong";
      examine();
    }
    password = right;
  }

  void beClerk() {
    cloud.addAccount("clerk").setPassword("a clerk's own");
    settings.put("nc_username", "clerk");
    password = "a clerk's own";
  }

  void useAppPassword() {
    cloud.appPassword("aaaaa-bbbbb");
    password = "aaaaa-bbbbb";
  }
}
