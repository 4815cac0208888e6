package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import java.util.Optional;

/**
 * A tariff, served by our processing module. It is made inactive and without prices, so that
 * nothing is sold before the provider has looked at it.
 */
record TariffStep(
    ProductCatalogue catalogue, ModuleCatalogue modules, Product product, ProductTariff tariff)
    implements ProductStep {

  @Override
  public String what() {
    return "The tariff " + tariff.intname();
  }

  @Override
  public ProductFinding look() {
    return catalogue.tariff(tariff.intname()).map(this::judge).orElse(ProductFinding.MISSING);
  }

  private ProductFinding judge(Row row) {
    boolean ours =
        modules.ours(catalogue.type()).stream()
            .anyMatch(module -> catalogue.modules(row).contains(module.number("id")));
    String active = row.text("active").equals("on") ? "active" : "not active";
    return ours
        ? ProductFinding.asWanted("id " + row.text("id") + ", " + active)
        : ProductFinding.amiss(
            "No processing module of " + ProcessingModule.EXECUTABLE + " serves it");
  }

  @Override
  public ProductFinding verify() {
    boolean sold =
        catalogue
            .tariff(tariff.intname())
            .filter(row -> row.text("active").equals("on"))
            .isPresent();
    return sold
        ? ProductFinding.amiss("The panel made it active: disable it until you have set its prices")
        : look();
  }

  @Override
  public String obstacle() {
    if (catalogue.type().isEmpty()) {
      return "first the product type " + product.intname();
    }
    if (module().isEmpty()) {
      return "first the processing module";
    }
    return catalogue.project().isPresent() ? "" : "a provider in the panel";
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
  public String byHand() {
    return "Products → Tariff plans → Add: product type "
        + product.intname()
        + ", internal name "
        + tariff.intname()
        + ", the processing module, not active";
  }
}
