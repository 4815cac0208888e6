package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.text.Sentence;

/** The kind of add-on by which tariffs of the product say how much space they sell. */
record DiskTypeStep(ProductCatalogue catalogue, Product product) implements ProductStep {

  @Override
  public Sentence what() {
    return Sentence.of("setup.disk_type");
  }

  @Override
  public ProductFinding look() {
    return catalogue
        .diskType()
        .map(
            row ->
                ProductFinding.asWanted(
                    Sentence.of("setup.found", row.text("intname"), row.text("id"))))
        .orElse(ProductFinding.MISSING);
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
        MgrctlCall.of("itemtype.detail.edit")
            .with("plid", catalogue.typeId())
            .with("intname", "disk");
    return product.disk().in(call, "name").with("sok", "ok");
  }

  @Override
  public Sentence byHand() {
    return Sentence.of("setup.disk_type_by_hand", product.intname());
  }
}
