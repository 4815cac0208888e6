package io.github.billnextcloud.billmanager.setup;

import static io.github.billnextcloud.billmanager.setup.ExistingProductLookup.id;
import static io.github.billnextcloud.billmanager.setup.ProductSetupStep.Condition.that;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.setup.Product.NewModule;
import io.github.billnextcloud.billmanager.setup.Product.ProductAddOn;
import io.github.billnextcloud.billmanager.setup.Product.ProductParam;
import io.github.billnextcloud.billmanager.setup.Product.ProductTariff;
import io.github.billnextcloud.billmanager.setup.ProductSetupStep.Condition;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of all that a product needs in the panel, in the order in which it is made (contract
 * §4.13, §4.14, §7.1). Its columns are those of {@link ProductSetupStep}.
 */
record ProductSetupSteps(Product product, ExistingProductLookup panel) {

  /** Of {@code addontype} an amount, of {@code billtype} by order. */
  private static final String NUMBER = "2";

  /** Kinds of a param's field (contract §7.1). */
  private static final int ONE_LINE = 0;

  private static final int LINES = 4;

  List<ProductSetupStep> inOrder() {
    List<ProductSetupStep> items = new ArrayList<>(List.of(type()));
    product.params().forEach(param -> items.add(param(param)));
    product.addOns().forEach(kind -> items.add(addOnType(kind)));
    items.add(module(product.module()));
    product.tariffs().forEach(tariff -> items.addAll(all(tariff)));
    return items;
  }

  private List<ProductSetupStep> all(ProductTariff tariff) {
    List<ProductSetupStep> items = new ArrayList<>(List.of(tariff(tariff)));
    product.addOns().stream()
        .filter(tariff.included()::containsKey)
        .forEach(kind -> items.add(addOn(tariff, kind)));
    if (tariff.isTeam()) {
      items.add(team(tariff));
    }
    return items;
  }

  /** The one kind of service that our module is chosen for. */
  private ProductSetupStep type() {
    return new ProductSetupStep(
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
  private ProductSetupStep param(ProductParam param) {
    boolean forStaff = param.readLevel() == ProductParam.STAFF;
    return new ProductSetupStep(
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
                that(
                    !param.isRequest()
                        || row.number("editwritelevel").orElse(0) <= param.writeLevel(),
                    "setup.param_not_writable"),
                that(!param.isRequest() || row.isOn("needsetparam"), "setup.param_unheard")),
        List::of,
        this::hasType,
        () ->
            MgrctlRequest.of("itemtype.param.edit")
                .with("plid", panel.typeId())
                .with("intname", param.intname())
                .withLabel("name", param.name())
                .withLabel("hint", param.hint())
                .with("inputtype", param.inLines() ? LINES : ONE_LINE)
                .with("crypted", onOff(param.crypted()))
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

  private ProductSetupStep addOnType(ProductAddOn kind) {
    return new ProductSetupStep(
        Sentence.of("setup.add_on_type", kind.intname()),
        () -> panel.addOnType(kind),
        row -> Sentence.of("setup.found", row.text("intname"), row.text("id")),
        row -> List.of(),
        List::of,
        this::hasType,
        () ->
            MgrctlRequest.of("itemtype.detail.edit")
                .with("plid", panel.typeId())
                .with("intname", kind.intname())
                .withLabel("name", kind.name())
                .with("sok", "ok"),
        Sentence.of("setup.add_on_type_by_hand", product.intname(), kind.intname()));
  }

  /**
   * One cloud and how we get in. The panel tests the connection when it saves one, so a refusal may
   * be the cloud's.
   */
  private ProductSetupStep module(NewModule module) {
    return new ProductSetupStep(
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
  private ProductSetupStep tariff(ProductTariff tariff) {
    return new ProductSetupStep(
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
   * How much of this a tariff sells. The panel may put a default add-on into a new tariff: that is
   * not yet ours; the amount in a tariff that was there before us is the provider's business.
   */
  private ProductSetupStep addOn(ProductTariff tariff, ProductAddOn kind) {
    boolean tariffIsTheirs = panel.tariff(tariff).isPresent();
    long amount = tariff.included().getOrDefault(kind, 0L);
    return new ProductSetupStep(
        Sentence.of("setup.add_on", kind.intname(), tariff.intname()),
        () ->
            panel
                .addOn(tariff, kind)
                .filter(row -> tariffIsTheirs || panel.includes(row, kind, amount)),
        row ->
            Sentence.of(
                panel.includes(row, kind, amount)
                    ? "setup.add_on_included"
                    : "setup.add_on_included_otherwise",
                row.number("addonlimit").orElse(0),
                panel.unitName(row).orElse(""),
                amount),
        row ->
            List.of(
                that(row.isOn("active"), "setup.add_on_off"),
                that(row.text("addontype").equals(NUMBER), "setup.add_on_no_number"),
                that(!kind.needsUnit() || panel.unitName(row).isPresent(), "setup.add_on_no_unit")),
        List::of,
        () ->
            List.of(
                tariffFirst(tariff),
                that(!kind.needsUnit() || panel.unit(kind).isPresent(), "setup.unit", kind.units()),
                that(panel.addOnType(kind).isPresent(), "setup.add_on_type_first", kind.intname())),
        () -> {
          MgrctlRequest call =
              MgrctlRequest.of("pricelist.detail.edit")
                  .with("plid", id(panel.tariff(tariff), "the tariff " + tariff.intname()));
          panel.addOn(tariff, kind).ifPresent(row -> call.with("elid", row.text("id")));
          call.with("itemtype", id(panel.addOnType(kind), "the add-on type " + kind.intname()))
              .with("intname", kind.intname())
              .with("billtype", NUMBER)
              .with("addontype", NUMBER);
          if (kind.needsUnit() || panel.unit(kind).isPresent()) {
            call.with("measure", id(panel.unit(kind), "the unit " + kind.units().get(0)));
          }
          return call.with("addonlimit", amount)
              .withAll("addonstep=1 addonmax=" + kind.most() + " sok=ok");
        },
        Sentence.of(
            kind.needsUnit() ? "setup.add_on_in_unit_by_hand" : "setup.add_on_by_hand",
            tariff.intname(),
            kind.intname(),
            amount));
  }

  /** That many share what the tariff sells: else it would sell an account with so much space. */
  private ProductSetupStep team(ProductTariff tariff) {
    boolean tariffIsTheirs = panel.tariff(tariff).isPresent();
    return new ProductSetupStep(
        Sentence.of("setup.team", tariff.intname()),
        () -> panel.team(tariff).filter(row -> tariffIsTheirs || isTeam(row)),
        row -> Sentence.of("setup.team_found", row.text("value")),
        row -> List.of(that(isTeam(row), "setup.team_off")),
        List::of,
        () -> List.of(tariffFirst(tariff)),
        () ->
            MgrctlRequest.of("pricelist.edit")
                .with("elid", id(panel.tariff(tariff), "the tariff " + tariff.intname()))
                .with(Product.TEAM, "auto")
                .with("sok", "ok"),
        Sentence.of("setup.team_by_hand", tariff.intname()));
  }

  private static boolean isTeam(Row setting) {
    return !setting.text("value").isBlank() && !setting.text("value").equals(Product.NO_TEAM);
  }

  private Condition tariffFirst(ProductTariff tariff) {
    return that(panel.tariff(tariff).isPresent(), "setup.tariff_first", tariff.intname());
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
