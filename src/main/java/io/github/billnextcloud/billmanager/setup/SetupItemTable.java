package io.github.billnextcloud.billmanager.setup;

import static io.github.billnextcloud.billmanager.setup.ExistingProductLookup.UNIT;
import static io.github.billnextcloud.billmanager.setup.ExistingProductLookup.id;
import static io.github.billnextcloud.billmanager.setup.SetupItem.Condition.that;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.setup.Product.NewModule;
import io.github.billnextcloud.billmanager.setup.Product.ProductParam;
import io.github.billnextcloud.billmanager.setup.Product.ProductTariff;
import io.github.billnextcloud.billmanager.setup.SetupItem.Condition;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of all that a product needs in the panel, in the order in which it is made (contract
 * §4.13, §4.14, §7.1). Its columns are those of {@link SetupItem}.
 */
record SetupItemTable(Product product, ExistingProductLookup panel) {

  private static final String NUMBER = "2";

  List<SetupItem> inOrder() {
    List<SetupItem> items = new ArrayList<>(List.of(type()));
    product.params().forEach(param -> items.add(param(param)));
    items.addAll(List.of(diskType(), module(product.module())));
    product.tariffs().forEach(tariff -> items.addAll(List.of(tariff(tariff), disk(tariff))));
    return items;
  }

  /** The one kind of service that our module is chosen for. */
  private SetupItem type() {
    return new SetupItem(
        Sentence.of("setup.type", product.intname()),
        panel::type,
        row -> Sentence.of("setup.found", row.text("name"), row.text("id")),
        row -> List.of(),
        List::of,
        List::of,
        () ->
            MgrctlRequest.of("itemtype.edit")
                .with("intname", product.intname())
                .withLabel("name", product.name())
                .withAll("monthly=on annually=on nostopholidays=off closetype=0 closesubtype=0")
                .withAll("sok=ok"),
        Sentence.of("setup.type_by_hand", product.intname()));
  }

  /** Without it nobody sees what we save. */
  private SetupItem param(ProductParam param) {
    boolean forStaff = param.readLevel() == ProductParam.STAFF;
    return new SetupItem(
        Sentence.of("setup.param", param.intname()),
        () -> panel.param(param.intname()),
        row -> Sentence.of("setup.param_shown", param.readLevel()),
        row ->
            List.of(
                that(!param.crypted() || row.isOn("crypted"), "setup.param_open"),
                that(
                    row.isOn("editvisible")
                        && row.number("editreadlevel").orElse(0) <= param.readLevel(),
                    "setup.param_hidden",
                    param.readLevel()),
                that(
                    param.isRequest()
                        || row.number("editwritelevel").orElse(0) >= ProductParam.STAFF,
                    "setup.param_writable"),
                that(!param.isRequest() || row.isOn("needsetparam"), "setup.param_unheard")),
        List::of,
        this::hasType,
        () ->
            MgrctlRequest.of("itemtype.param.edit")
                .with("plid", panel.typeId())
                .with("intname", param.intname())
                .withLabel("name", param.name())
                .withLabel("hint", param.hint())
                .withAll("inputtype=0 crypted=" + onOff(param.crypted()))
                .withAll("required=off ordervisible=off openvisible=" + onOff(param.asked()))
                .withAll("editvisible=on editreadlevel=" + param.readLevel())
                .withAll("editwritelevel=" + param.writeLevel())
                .withAll((param.isRequest() ? "needsetparam=on " : "") + "sok=ok"),
        Sentence.of(
            byHand(param),
            product.intname(),
            param.intname(),
            Sentence.of(forStaff ? "setup.by_staff" : "setup.by_customers")));
  }

  private static String byHand(ProductParam param) {
    if (param.isRequest()) {
      return "setup.param_of_customers_by_hand";
    }
    return param.crypted() ? "setup.param_crypted_by_hand" : "setup.param_by_hand";
  }

  /** The kind of add-on by which tariffs of the product say how much space they sell. */
  private SetupItem diskType() {
    return new SetupItem(
        Sentence.of("setup.disk_type"),
        panel::diskType,
        row -> Sentence.of("setup.found", row.text("intname"), row.text("id")),
        row -> List.of(),
        List::of,
        this::hasType,
        () ->
            MgrctlRequest.of("itemtype.detail.edit")
                .with("plid", panel.typeId())
                .with("intname", "disk")
                .withLabel("name", product.disk())
                .with("sok", "ok"),
        Sentence.of("setup.disk_type_by_hand", product.intname()));
  }

  /**
   * One cloud and how we get in. The panel tests the connection when it saves one, so a refusal may
   * be the cloud's.
   */
  private SetupItem module(NewModule module) {
    return new SetupItem(
        Sentence.of("setup.module", ProcessingModule.EXECUTABLE),
        panel::module,
        row ->
            Sentence.of(
                "setup.module_found",
                row.text("name"),
                panel.address(row).orElse(""),
                row.text("id")),
        row -> List.of(),
        this::isSavedWhole,
        () ->
            List.of(
                that(module.missing().isEmpty(), "setup.module_settings", module.missing()),
                that(
                    module.datacenter().isEmpty() || panel.datacenter().isPresent(),
                    "setup.datacenter",
                    module.datacenter().map(Object::toString).orElse("–")),
                typeFirst()),
        () -> {
          MgrctlRequest call =
              MgrctlRequest.of("processing.add.settings")
                  .with("module", ProcessingModule.EXECUTABLE)
                  .with("type", product.intname())
                  .with("name", module.name());
          panel.datacenter().ifPresent(row -> call.with("datacenter", row.text("id")));
          module.settings().forEach(call::with);
          module.secrets().forEach(call::withSecret);
          return call.withAll("clicked_button=finish sok=ok");
        },
        Sentence.of("setup.module_by_hand", product.intname()));
  }

  private List<Condition> isSavedWhole() {
    return panel.module().isPresent()
        ? panel.module().stream()
            .map(row -> that(panel.hasAllSettings(row), "setup.module_half"))
            .toList()
        : panel.moduleWithoutAddress().stream()
            .map(row -> that(false, "setup.module_empty", row.text("id")))
            .toList();
  }

  /** Made inactive and without prices: nothing is sold before the provider has looked at it. */
  private SetupItem tariff(ProductTariff tariff) {
    return new SetupItem(
        Sentence.of("setup.tariff", tariff.intname()),
        () -> panel.tariff(tariff),
        row ->
            Sentence.of(
                row.isOn("active") ? "setup.tariff_active" : "setup.tariff_inactive",
                row.text("id")),
        row ->
            List.of(
                that(panel.isServed(row), "setup.tariff_unserved", ProcessingModule.EXECUTABLE)),
        () ->
            List.of(
                that(
                    panel.tariff(tariff).filter(row -> row.isOn("active")).isEmpty(),
                    "setup.tariff_made_active")),
        () ->
            List.of(
                typeFirst(),
                that(panel.module().isPresent(), "setup.module_first"),
                that(panel.project().isPresent(), "setup.provider")),
        () ->
            MgrctlRequest.of("pricelist.add.step2")
                .with("itemtype", panel.typeId())
                .with("project", id(panel.project(), "the provider"))
                .with("processingmodule", id(panel.module(), "the processing module"))
                .with("intname", tariff.intname())
                .withLabel("name", tariff.name())
                .withAll("activate=off create_addon=off billdaily=off billhourly=off")
                .withAll("chargestoped=on clicked_button=finish sok=ok"),
        Sentence.of("setup.tariff_by_hand", product.intname(), tariff.intname()));
  }

  /**
   * How much space a tariff sells. The panel may put a default add-on into a new tariff: that is
   * not yet ours; the amount in a tariff that was there before us is the provider's business.
   */
  private SetupItem disk(ProductTariff tariff) {
    boolean tariffIsTheirs = panel.tariff(tariff).isPresent();
    return new SetupItem(
        Sentence.of("setup.disk", tariff.intname()),
        () -> panel.disk(tariff).filter(row -> tariffIsTheirs || panel.includes(row, tariff)),
        row ->
            Sentence.of(
                panel.includes(row, tariff)
                    ? "setup.disk_included"
                    : "setup.disk_included_otherwise",
                row.number("addonlimit").orElse(0),
                panel.unitName(row).orElse(""),
                tariff.included()),
        row ->
            List.of(
                that(row.isOn("active"), "setup.disk_off"),
                that(row.text("addontype").equals(NUMBER), "setup.disk_no_number"),
                that(panel.unitName(row).isPresent(), "setup.disk_no_unit")),
        List::of,
        () ->
            List.of(
                that(panel.tariff(tariff).isPresent(), "setup.tariff_first", tariff.intname()),
                that(panel.unit().isPresent(), "setup.unit", UNIT),
                that(panel.diskType().isPresent(), "setup.disk_type_first")),
        () -> {
          MgrctlRequest call =
              MgrctlRequest.of("pricelist.detail.edit")
                  .with("plid", id(panel.tariff(tariff), "the tariff " + tariff.intname()));
          panel.disk(tariff).ifPresent(row -> call.with("elid", row.text("id")));
          return call.with("itemtype", id(panel.diskType(), "the add-on type disk"))
              .withAll("intname=disk billtype=2")
              .with("addontype", NUMBER)
              .with("measure", id(panel.unit(), "the unit gib"))
              .with("addonlimit", tariff.included())
              .withAll("addonstep=1 addonmax=1024 sok=ok");
        },
        Sentence.of("setup.disk_by_hand", tariff.intname(), tariff.included()));
  }

  private List<Condition> hasType() {
    return List.of(typeFirst());
  }

  private Condition typeFirst() {
    return that(panel.type().isPresent(), "setup.type_first", product.intname());
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
