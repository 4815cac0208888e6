package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.text.Sentence;

/** The product type: the one kind of service that our module is chosen for. */
record ProductTypeStep(ProductCatalogue catalogue, Product product) implements ProductStep {

  @Override
  public Sentence what() {
    return Sentence.of("setup.type", product.intname());
  }

  @Override
  public ProductFinding look() {
    return catalogue
        .type()
        .map(
            row ->
                ProductFinding.asWanted(
                    Sentence.of("setup.found", row.text("name"), row.text("id"))))
        .orElse(ProductFinding.MISSING);
  }

  @Override
  public Sentence obstacle() {
    return Sentence.NONE;
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
  public Sentence byHand() {
    return Sentence.of("setup.type_by_hand", product.intname());
  }
}
