package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;

/**
 * The processing module: one cloud and how we get in. The panel tests the connection when it saves
 * one, so a refusal may be the cloud's.
 */
record ModuleStep(ProductCatalogue catalogue, ModuleCatalogue modules, Product product)
    implements ProductStep {

  @Override
  public Sentence what() {
    return Sentence.of("setup.module", ProcessingModule.EXECUTABLE);
  }

  @Override
  public ProductFinding look() {
    return modules
        .module(catalogue.type())
        .map(
            row ->
                ProductFinding.asWanted(
                    Sentence.of(
                        "setup.module_found", row.text("name"), modules.address(row), id(row))))
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
          .map(row -> ProductFinding.amiss(Sentence.of("setup.module_empty", id(row))))
          .orElse(ProductFinding.MISSING);
    }
    boolean complete =
        product.module().settings().entrySet().stream()
                .allMatch(it -> modules.setting(made.get(), it.getKey()).equals(it.getValue()))
            && product.module().secrets().keySet().stream()
                .allMatch(name -> modules.hasSecret(made.get(), name));
    return complete ? look() : ProductFinding.amiss(Sentence.of("setup.module_half"));
  }

  @Override
  public Sentence obstacle() {
    if (!product.module().missing().isEmpty()) {
      return Sentence.of("setup.module_settings", product.module().missing());
    }
    if (product.module().datacenter() != 0 && modules.datacenter().isEmpty()) {
      return Sentence.of("setup.datacenter", product.module().datacenter());
    }
    return catalogue.type().isPresent()
        ? Sentence.NONE
        : Sentence.of("setup.type_first", product.intname());
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
  public Sentence byHand() {
    return Sentence.of("setup.module_by_hand", product.intname());
  }
}
