package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.CloudProbe;
import io.github.billnextcloud.cloud.probe.ServerStatus;
import io.github.billnextcloud.provisioning.CloudFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** One module's checks on their way: what earlier ones have found, for later ones. */
final class ModuleCheckContext {

  final InstantSource clock;
  private final Supplier<List<ServedTariff>> tariffs;
  private ProcessingModule settings;
  private CloudProbe way;

  List<String> addresses = List.of();
  ServerStatus status;
  UserId actingUser;

  ModuleCheckContext(Supplier<List<ServedTariff>> tariffs, InstantSource clock) {
    this.tariffs = tariffs;
    this.clock = clock;
  }

  void begin(ProcessingModule module) {
    settings = module;
  }

  ProcessingModule settings() {
    return settings;
  }

  List<ServedTariff> tariffs() {
    return tariffs.get();
  }

  /** One for all: a second would sign in again. */
  CloudProbe way() {
    if (way == null) {
      way = CloudFactory.diagnosis(settings, Timeouts.FORM);
    }
    return way;
  }
}
