package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import java.util.Optional;

/**
 * The processing module: one cloud and how we get in. The panel tests the connection when it saves
 * one, so a refusal may be the cloud's.
 */
record ModuleStep(ProductCatalogue catalogue, ModuleCatalogue modules, Product product)
    implements ProductStep {

  @Override
  public String what() {
    return "The processing module of " + ProcessingModule.EXECUTABLE;
  }

  @Override
  public ProductFinding look() {
    return modules
        .module(catalogue.type())
        .map(
            row ->
                ProductFinding.asWanted(
                    "'" + row.text("name") + "' at " + modules.address(row) + ", id " + id(row)))
        .orElse(ProductFinding.MISSING);
  }

  private static String id(Row row) {
    return row.text("id");
  }

  /** One that was saved without its settings is not found at its address. */
  @Override
  public ProductFinding verify() {
    Optional<Row> made = modules.module(catalogue.type());
    if (made.isEmpty()) {
      return modules.ours(catalogue.type()).stream()
          .filter(row -> modules.address(row).isBlank())
          .reduce((earlier, later) -> later)
          .map(row -> ProductFinding.amiss("It is there, id " + id(row) + ", without its settings"))
          .orElse(ProductFinding.MISSING);
    }
    boolean complete =
        product.module().settings().entrySet().stream()
                .allMatch(it -> modules.setting(made.get(), it.getKey()).equals(it.getValue()))
            && product.module().secrets().keySet().stream()
                .allMatch(name -> modules.hasSecret(made.get(), name));
    return complete ? look() : ProductFinding.amiss("Its settings were not all saved as given");
  }

  @Override
  public String obstacle() {
    if (!product.module().missing().isEmpty()) {
      return "its settings: " + String.join(", ", product.module().missing());
    }
    if (product.module().datacenter() != 0 && modules.datacenter().isEmpty()) {
      return "a data centre with the id " + product.module().datacenter();
    }
    return catalogue.type().isPresent() ? "" : "first the product type " + product.intname();
  }

  @Override
  public MgrctlCall call() {
    MgrctlCall call =
        MgrctlCall.of("processing.add.settings")
            .with("module", ProcessingModule.EXECUTABLE)
            .with("type", product.intname())
            .with("name", product.module().name());
    modules.datacenter().ifPresent(row -> call.with("datacenter", row.text("id")));
    product.module().settings().forEach(call::with);
    product.module().secrets().forEach(call::withSecret);
    return call.with("clicked_button", "finish").with("sok", "ok");
  }

  @Override
  public String byHand() {
    return "Integration → Processing modules → Add: product type "
        + product.intname()
        + ", module Nextcloud / ownCloud, then its settings";
  }
}
