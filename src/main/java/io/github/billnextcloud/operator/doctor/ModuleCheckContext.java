package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.CloudDiagnostics;
import io.github.billnextcloud.cloud.probe.ServerStatus;
import io.github.billnextcloud.command.ModuleCloud;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One module's checks on their way: what earlier ones have found, for later ones. */
final class ModuleCheckContext {

  final LocalPanel panel;
  final InstantSource clock;
  private final boolean looksAsCustomer;
  private final Supplier<List<ServedTariff>> tariffs;
  private final Function<ProcessingModule, Set<String>> onlyService;
  private @Nullable ProcessingModule settings;
  private @Nullable CloudDiagnostics way;
  private @Nullable ServerStatus status;
  private @Nullable UserId actingUser;

  List<String> addresses = List.of();

  ModuleCheckContext(LocalPanel panel, Supplier<List<ServedTariff>> tariffs, InstantSource clock) {
    this(panel, tariffs, module -> Set.of(), clock, false);
  }

  /**
   * @param onlyService the logins of a module's only service; none where there are several
   * @param looksAsCustomer whether customers may be made, and deleted again, to look as they do
   */
  ModuleCheckContext(
      LocalPanel panel,
      Supplier<List<ServedTariff>> tariffs,
      Function<ProcessingModule, Set<String>> onlyService,
      InstantSource clock,
      boolean looksAsCustomer) {
    this.panel = panel;
    this.tariffs = tariffs;
    this.onlyService = onlyService;
    this.clock = clock;
    this.looksAsCustomer = looksAsCustomer;
  }

  boolean looksAsCustomer() {
    return looksAsCustomer;
  }

  void begin(ProcessingModule module) {
    settings = module;
  }

  ProcessingModule settings() {
    return found(settings);
  }

  void reached(ServerStatus told) {
    status = told;
  }

  ServerStatus status() {
    return found(status);
  }

  void signedIn(UserId user) {
    actingUser = user;
  }

  UserId actingUser() {
    return found(actingUser);
  }

  /** By a check that each needs who asks for it. */
  private static <T> T found(@Nullable T earlier) {
    return Objects.requireNonNull(earlier, "an earlier check finds it");
  }

  List<ServedTariff> tariffs() {
    return tariffs.get();
  }

  Set<String> accountsOfOnlyService() {
    return onlyService.apply(settings());
  }

  /** One for all: a second would sign in again. */
  CloudDiagnostics way() {
    if (way == null) {
      way = ModuleCloud.diagnosis(settings(), Timeouts.FORM, panel);
    }
    return way;
  }
}
