package io.github.billnextcloud.operator.survey;

import io.github.billnextcloud.billmanager.checkup.PanelSurveyQueries;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this program takes for granted, and the panel alone can tell: contract §16. */
final class PanelAssumptions {

  private final PanelSurveyQueries panel;
  private final PanelLogReader logs;
  private final Map<String, String> functions = new HashMap<>();

  PanelAssumptions(PanelSurveyQueries panel, PanelLogReader logs) {
    this.panel = panel;
    this.logs = logs;
  }

  /** What the panel says of a function; asked for once. */
  String function(String name) {
    return functions.computeIfAbsent(name, panel::function);
  }

  List<PanelAssumption> all() {
    List<PanelAssumption> all = new ArrayList<>();
    for (String function : PanelSurveyQueries.FUNCTIONS) {
      all.add(PanelAssumption.of("16.7", "the panel has " + function, () -> known(function)));
    }
    for (String type : productTypes()) {
      String name = PanelReportAnonymizer.names(type);
      all.add(
          PanelAssumption.of(
              "16.4", "the panel has " + name + ".open", () -> known(type + ".open")));
      all.add(
          PanelAssumption.of(
              "16.4",
              "opening a " + name + " demands nothing that we do not save",
              () -> others(panel.demandedToOpen(type))));
    }
    all.add(PanelAssumption.of("16.6", "units of space lead to bytes", this::units));
    all.add(
        PanelAssumption.of(
            "16.9",
            "statistics need no column that we do not know, or the panel is not strict",
            () ->
                panel.isStrict()
                    ? PanelReportAnonymizer.names(String.join(" ", panel.demandedOfStatistics()))
                    : ""));
    all.add(
        PanelAssumption.of(
            "8.4", "Sort is the module's: no link has one", () -> none(panel.sortedLinks())));
    all.add(
        PanelAssumption.of("5.3", "tasks have a status", () -> none(panel.tasksWithoutStatus())));
    all.add(PanelAssumption.of("16.11", "the key is one unencrypted block", this::key));
    all.add(
        PanelAssumption.of(
            "16.15", "-e hands a value over", () -> panel.takesEnvironment() ? "" : "it does not"));
    all.add(new PanelAssumption("16.17", "processing.edit shows secrets in clear", this::secrets));
    for (String command :
        List.of("get_suitable_module", "get_server_config", "sync_item", "import", "stat")) {
      all.add(
          new PanelAssumption(
              "16.10", "the panel calls " + command, () -> called("--command " + command)));
    }
    all.add(
        new PanelAssumption(
            "16.19",
            "whole modules are worked on in running operations",
            () -> called("--module N.*--runningoperation|--runningoperation N.*--module")));
    return all;
  }

  /** None when the database does not tell. */
  List<String> productTypes() {
    try {
      return panel.productTypes();
    } catch (BillingException unknown) {
      return List.of();
    }
  }

  private String known(String function) {
    return function(function).isBlank() ? "it is not known there" : "";
  }

  private static String others(List<String> params) {
    return PanelReportAnonymizer.names(
        String.join(
            " ", params.stream().filter(it -> !ServiceParams.alwaysSaved().contains(it)).toList()));
  }

  private static String none(long count) {
    return count == 0 ? "" : count + " are otherwise";
  }

  private String units() {
    List<String> strange = new ArrayList<>();
    for (List<String> addOn : panel.addOns()) {
      String unit =
          addOn.stream()
              .filter(it -> it.startsWith("unit="))
              .map(it -> it.substring(5))
              .findFirst()
              .orElse("");
      boolean disk = addOn.stream().anyMatch(it -> it.matches("(intname|type)=.*dis[ck].*"));
      if (disk && !panel.leadsToBytes(unit)) {
        strange.add(unit.isEmpty() ? "none" : PanelReportAnonymizer.names(unit));
      }
    }
    return String.join(", ", strange);
  }

  private String key() {
    List<String> key = panel.key();
    boolean one = key.size() == 2 && key.get(0).matches("-----BEGIN (RSA )?PRIVATE KEY-----");
    return one ? "" : key.size() - 1 + " blocks";
  }

  /** Those that are empty, or not there at all, prove nothing. */
  private Optional<String> secrets() {
    List<String> told = panel.secretsInForm();
    List<String> masked = told.stream().filter(it -> it.endsWith("masked")).toList();
    return masked.isEmpty() && told.stream().noneMatch(it -> it.endsWith("shown"))
        ? Optional.empty()
        : Optional.of(String.join(", ", masked));
  }

  /** That it was not called lately proves nothing. */
  private Optional<String> called(String how) throws IOException {
    return logs.calls().keySet().stream().anyMatch(it -> it.matches(".*(" + how + ").*"))
        ? Optional.of("")
        : Optional.empty();
  }
}
