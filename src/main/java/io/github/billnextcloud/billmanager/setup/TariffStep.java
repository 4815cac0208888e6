package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;

/**
 * A tariff, served by our processing module. It is made inactive and without prices, so that
 * nothing is sold before the provider has looked at it.
 */
record TariffStep(
    ProductCatalogue catalogue, ModuleCatalogue modules, Product product, ProductTariff tariff)
    implements ProductStep {

  @Override
  public Sentence what() {
    return Sentence.of("setup.tariff", tariff.intname());
  }

  @Override
  public ProductFinding look() {
    return catalogue.tariff(tariff.intname()).map(this::judge).orElse(ProductFinding.MISSING);
  }

  private ProductFinding judge(Row row) {
    boolean ours =
        modules.ours(catalogue.type()).stream()
            .anyMatch(module -> catalogue.modules(row).contains(module.number("id")));
    String key = row.text("active").equals("on") ? "setup.tariff_active" : "setup.tariff_inactive";
    return ours
        ? ProductFinding.asWanted(Sentence.of(key, row.text("id")))
        : ProductFinding.amiss(Sentence.of("setup.tariff_unserved", ProcessingModule.EXECUTABLE));
  }

  @Override
  public ProductFinding verify() {
    boolean sold =
        catalogue
            .tariff(tariff.intname())
            .filter(row -> row.text("active").equals("on"))
            .isPresent();
    return sold ? ProductFinding.amiss(Sentence.of("setup.tariff_made_active")) : look();
  }

  @Override
  public Sentence obstacle() {
    if (catalogue.type().isEmpty()) {
      return Sentence.of("setup.type_first", product.intname());
    }
    if (module().isEmpty()) {
      return Sentence.of("setup.module_first");
    }
    return catalogue.project().isPresent() ? Sentence.NONE : Sentence.of("setup.provider");
  }

  private Optional<Row> module() {
    return modules.module(catalogue.type());
  }

  @Override
  public MgrctlCall call() {
    MgrctlCall call =
        MgrctlCall.of("pricelist.add.step2")
            .with("itemtype", catalogue.typeId())
            .with("project", ProductCatalogue.id(catalogue.project(), "the provider"))
            .with("processingmodule", ProductCatalogue.id(module(), "the processing module"))
            .with("intname", tariff.intname());
    return tariff
        .name()
        .in(call, "name")
        .with("activate", "off")
        .with("create_addon", "off")
        .with("billdaily", "off")
        .with("billhourly", "off")
        .with("chargestoped", "on")
        .with("clicked_button", "finish")
        .with("sok", "ok");
  }

  @Override
  public Sentence byHand() {
    return Sentence.of("setup.tariff_by_hand", product.intname(), tariff.intname());
  }
}
