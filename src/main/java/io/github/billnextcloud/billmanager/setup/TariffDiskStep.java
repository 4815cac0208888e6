package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.text.Sentence;
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
  public Sentence what() {
    return Sentence.of("setup.disk", tariff.intname());
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
      return ProductFinding.amiss(Sentence.of("setup.disk_off"));
    }
    if (!disk.text("addontype").equals(NUMBER)) {
      return ProductFinding.amiss(Sentence.of("setup.disk_no_number"));
    }
    if (catalogue.unitName(disk).isEmpty()) {
      return ProductFinding.amiss(Sentence.of("setup.disk_no_unit"));
    }
    long amount = disk.number("addonlimit");
    String unit = catalogue.unitName(disk);
    return ProductFinding.asWanted(
        isAsWeWant()
            ? Sentence.of("setup.disk_included", amount, unit)
            : Sentence.of("setup.disk_included_otherwise", amount, unit, tariff.included()));
  }

  @Override
  public Sentence obstacle() {
    if (row().isEmpty()) {
      return Sentence.of("setup.tariff_first", tariff.intname());
    }
    if (catalogue.unit().isEmpty()) {
      return Sentence.of("setup.unit", ProductCatalogue.UNIT);
    }
    return catalogue.diskType().isPresent() ? Sentence.NONE : Sentence.of("setup.disk_type_first");
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
  public Sentence byHand() {
    return Sentence.of("setup.disk_by_hand", tariff.intname(), tariff.included());
  }
}
