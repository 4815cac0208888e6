package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;

/** The product type: the one kind of service that our module is chosen for. */
record ProductTypeStep(ProductCatalogue catalogue, Product product) implements ProductStep {

  @Override
  public String what() {
    return "The product type " + product.intname();
  }

  @Override
  public ProductFinding look() {
    return catalogue
        .type()
        .map(row -> ProductFinding.asWanted("'" + row.text("name") + "', id " + row.text("id")))
        .orElse(ProductFinding.MISSING);
  }

  @Override
  public String obstacle() {
    return "";
  }

  @Override
  public MgrctlCall call() {
    return product
        .name()
        .in(MgrctlCall.of("itemtype.edit").with("intname", product.intname()), "name")
        .with("monthly", "on")
        .with("annually", "on")
        .with("nostopholidays", "off")
        .with("closetype", 0)
        .with("closesubtype", 0)
        .with("sok", "ok");
  }

  @Override
  public String byHand() {
    return "Products → Product types → Add: internal name "
        + product.intname()
        + ", periods month and year";
  }
}
