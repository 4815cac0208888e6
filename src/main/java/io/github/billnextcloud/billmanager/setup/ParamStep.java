package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;

/** A param of the product type: without it nobody sees what we save (contract §7.1). */
record ParamStep(ProductCatalogue catalogue, Product product, ProductParam param)
    implements ProductStep {

  private static final int LINE_OF_TEXT = 0;

  @Override
  public String what() {
    return "The param " + param.intname();
  }

  @Override
  public ProductFinding look() {
    return catalogue.param(param.intname()).map(this::judge).orElse(ProductFinding.MISSING);
  }

  private ProductFinding judge(Row row) {
    if (param.crypted() && !row.text("crypted").equals("on")) {
      return ProductFinding.amiss("It is not encrypted: everybody who reads the database reads it");
    }
    if (!row.text("editvisible").equals("on") || row.number("editreadlevel") > param.readLevel()) {
      return ProductFinding.amiss(
          "It is not shown in the service's form from level " + param.readLevel());
    }
    if (row.number("editwritelevel") < ProductParam.STAFF) {
      return ProductFinding.amiss("Customers may write it: give the right to staff only");
    }
    return ProductFinding.asWanted("shown from level " + param.readLevel());
  }

  @Override
  public String obstacle() {
    return catalogue.type().isPresent() ? "" : "first the product type " + product.intname();
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
  public String byHand() {
    return "Products → Product types → "
        + product.intname()
        + " → Parameters → Add: internal name "
        + param.intname()
        + (param.crypted() ? ", encrypted" : "")
        + ", shown when editing, read by "
        + (param.readLevel() == ProductParam.STAFF ? "staff" : "customers")
        + ", written by staff only";
  }
}
