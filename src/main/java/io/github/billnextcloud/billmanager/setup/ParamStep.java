package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.text.Sentence;

/** A param of the product type: without it nobody sees what we save (contract §7.1). */
record ParamStep(ProductCatalogue catalogue, Product product, ProductParam param)
    implements ProductStep {

  private static final int LINE_OF_TEXT = 0;

  @Override
  public Sentence what() {
    return Sentence.of("setup.param", param.intname());
  }

  @Override
  public ProductFinding look() {
    return catalogue.param(param.intname()).map(this::judge).orElse(ProductFinding.MISSING);
  }

  private ProductFinding judge(Row row) {
    if (param.crypted() && !row.text("crypted").equals("on")) {
      return ProductFinding.amiss(Sentence.of("setup.param_open"));
    }
    if (!row.text("editvisible").equals("on") || row.number("editreadlevel") > param.readLevel()) {
      return ProductFinding.amiss(Sentence.of("setup.param_hidden", param.readLevel()));
    }
    if (row.number("editwritelevel") < ProductParam.STAFF) {
      return ProductFinding.amiss(Sentence.of("setup.param_writable"));
    }
    return ProductFinding.asWanted(Sentence.of("setup.param_shown", param.readLevel()));
  }

  @Override
  public Sentence obstacle() {
    return catalogue.type().isPresent()
        ? Sentence.NONE
        : Sentence.of("setup.type_first", product.intname());
  }

  @Override
  public MgrctlCall call() {
    MgrctlCall call =
        MgrctlCall.of("itemtype.param.edit")
            .with("plid", catalogue.typeId())
            .with("intname", param.intname());
    param.name().in(call, "name");
    return param
        .hint()
        .in(call, "hint")
        .with("inputtype", LINE_OF_TEXT)
        .with("crypted", onOff(param.crypted()))
        .with("required", "off")
        .with("ordervisible", "off")
        .with("openvisible", onOff(param.asked()))
        .with("editvisible", "on")
        .with("editreadlevel", param.readLevel())
        .with("editwritelevel", ProductParam.STAFF)
        .with("sok", "ok");
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  @Override
  public Sentence byHand() {
    boolean forStaff = param.readLevel() == ProductParam.STAFF;
    return Sentence.of(
        param.crypted() ? "setup.param_crypted_by_hand" : "setup.param_by_hand",
        product.intname(),
        param.intname(),
        Sentence.of(forStaff ? "setup.by_staff" : "setup.by_customers"));
  }
}
