package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import java.util.Optional;

/**
 * How much space a tariff sells: its add-on of the type disk, included and ordered (contract
 * §4.14).
 */
final class TariffDiskStep implements ProductStep {

  private static final String ORDERED = "2";
  private static final String NUMBER = "2";
  private static final long MOST = 1024;

  private final ProductCatalogue catalogue;
  private final ProductTariff tariff;

  /** An amount in a tariff that was there before us is the provider's business. */
  private final boolean tariffIsTheirs;

  TariffDiskStep(ProductCatalogue catalogue, ProductTariff tariff) {
    this.catalogue = catalogue;
    this.tariff = tariff;
    this.tariffIsTheirs = catalogue.tariff(tariff.intname()).isPresent();
  }

  @Override
  public String what() {
    return "The disk of the tariff " + tariff.intname();
  }

  /** The panel may put a default add-on into a new tariff: that is not yet ours. */
  @Override
  public ProductFinding look() {
    ProductFinding found = disk().map(this::judge).orElse(ProductFinding.MISSING);
    return tariffIsTheirs || isAsWeWant() ? found : ProductFinding.MISSING;
  }

  private Optional<Row> row() {
    return catalogue.tariff(tariff.intname());
  }

  private Optional<Row> disk() {
    return row().flatMap(catalogue::disk);
  }

  private boolean isAsWeWant() {
    return disk().filter(it -> it.number("addonlimit") == tariff.included()).isPresent()
        && disk().map(catalogue::unitName).filter(ProductCatalogue.UNIT::equals).isPresent();
  }

  private ProductFinding judge(Row disk) {
    if (!disk.text("active").equals("on")) {
      return ProductFinding.amiss("It is switched off: such an add-on does not count");
    }
    if (!disk.text("addontype").equals(NUMBER)) {
      return ProductFinding.amiss("Its value is no number");
    }
    if (catalogue.unitName(disk).isEmpty()) {
      return ProductFinding.amiss("It has no unit");
    }
    String amount = disk.number("addonlimit") + " " + catalogue.unitName(disk) + " included";
    return ProductFinding.asWanted(
        isAsWeWant() ? amount : amount + "; a new one would have " + tariff.included());
  }

  @Override
  public String obstacle() {
    if (row().isEmpty()) {
      return "first the tariff " + tariff.intname();
    }
    if (catalogue.unit().isEmpty()) {
      return "a unit with the internal name " + ProductCatalogue.UNIT;
    }
    return catalogue.diskType().isPresent() ? "" : "first the add-on type disk";
  }

  @Override
  public MgrctlCall call() {
    MgrctlCall call =
        MgrctlCall.of("pricelist.detail.edit")
            .with("plid", ProductCatalogue.id(row(), "the tariff " + tariff.intname()));
    disk().ifPresent(it -> call.with("elid", it.text("id")));
    return call.with("itemtype", ProductCatalogue.id(catalogue.diskType(), "the add-on type disk"))
        .with("intname", "disk")
        .with("billtype", ORDERED)
        .with("addontype", NUMBER)
        .with("measure", ProductCatalogue.id(catalogue.unit(), "the unit " + ProductCatalogue.UNIT))
        .with("addonlimit", tariff.included())
        .with("addonstep", 1)
        .with("addonmax", MOST)
        .with("sok", "ok");
  }

  @Override
  public String byHand() {
    return "Products → Tariff plans → "
        + tariff.intname()
        + " → Options → Add: billing by order, type disk, a number in GiB, "
        + tariff.included()
        + " included, internal name disk";
  }
}
