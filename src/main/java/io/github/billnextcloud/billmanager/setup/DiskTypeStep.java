package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;

/** The kind of add-on by which tariffs of the product say how much space they sell. */
record DiskTypeStep(ProductCatalogue catalogue, Product product) implements ProductStep {

  @Override
  public String what() {
    return "The add-on type disk";
  }

  @Override
  public ProductFinding look() {
    return catalogue
        .diskType()
        .map(row -> ProductFinding.asWanted("'" + row.text("intname") + "', id " + row.text("id")))
        .orElse(ProductFinding.MISSING);
  }

  @Override
  public String obstacle() {
    return catalogue.type().isPresent() ? "" : "first the product type " + product.intname();
  }

  @Override
  public MgrctlCall call() {
    MgrctlCall call =
        MgrctlCall.of("itemtype.detail.edit")
            .with("plid", catalogue.typeId())
            .with("intname", "disk");
    return product.disk().in(call, "name").with("sok", "ok");
  }

  @Override
  public String byHand() {
    return "Products → Product types → "
        + product.intname()
        + " → Details → Add: internal name disk, or cloud_disk where disk is taken";
  }
}
