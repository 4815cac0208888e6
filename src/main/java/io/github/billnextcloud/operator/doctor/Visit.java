package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.PanelCheckup.ServedTariff;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.cloud.ServerStatus;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.ocs.Diagnosis;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** One module's checks on their way: what earlier ones have found, for later ones. */
final class Visit {

  final InstantSource clock;
  private final Supplier<List<ServedTariff>> tariffs;
  private ProcessingModule settings;
  private Diagnosis way;

  List<String> addresses = List.of();
  ServerStatus status;
  UserId actingUser;

  Visit(Supplier<List<ServedTariff>> tariffs, InstantSource clock) {
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
  Diagnosis way() {
    if (way == null) {
      way = Clouds.diagnosis(settings, Patience.FORM);
    }
    return way;
  }
}
