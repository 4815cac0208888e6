package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.setup.StepReport.StepState;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a product in the panel, step by step, and never twice: what is there is left as it is. The
 * names of some functions are known from few sources, so every step is looked at in the tables.
 */
public final class ProductSetup {

  private static final Logger LOG = LoggerFactory.getLogger(ProductSetup.class);

  private static final long PAUSE_MILLIS = 1_000;

  /** A panel that got a new product type may restart. */
  private static final Duration RESTART = Duration.ofMinutes(3);

  private static final int LOOKS = 3;

  private final LocalPanel panel;
  private final Product product;

  public ProductSetup(LocalPanel panel, Product product) {
    this.panel = panel;
    this.product = product;
  }

  /** Tells what is there and what would be done, and changes nothing. */
  public List<StepReport> look() {
    return each(this::planned);
  }

  /** Does what is missing; what is refused keeps only that back which builds on it. */
  public List<StepReport> apply() {
    return each(this::done);
  }

  private List<StepReport> each(Function<ProductStep, StepReport> telling) {
    try (JdbcSession database = panel.database()) {
      List<StepReport> reports = new ArrayList<>();
      steps(database).forEach(step -> reports.add(telling.apply(step)));
      return reports;
    }
  }

  private List<ProductStep> steps(JdbcSession database) {
    ProductCatalogue catalogue = new ProductCatalogue(database, product);
    ModuleCatalogue modules = new ModuleCatalogue(database, product.module());
    List<ProductStep> steps = new ArrayList<>();
    steps.add(new ProductTypeStep(catalogue, product));
    product.params().forEach(param -> steps.add(new ParamStep(catalogue, product, param)));
    steps.add(new DiskTypeStep(catalogue, product));
    steps.add(new ModuleStep(catalogue, modules, product));
    product
        .tariffs()
        .forEach(
            tariff -> {
              steps.add(new TariffStep(catalogue, modules, product, tariff));
              steps.add(new TariffDiskStep(catalogue, tariff));
            });
    return steps;
  }

  private StepReport planned(ProductStep step) {
    ProductFinding found = step.look();
    if (!found.isMissing()) {
      return there(step, found);
    }
    List<Sentence> details = new ArrayList<>(List.of(line(step.call())));
    if (!step.obstacle().isEmpty()) {
      details.add(Sentence.of("setup.needs", step.obstacle()));
    }
    return new StepReport(StepState.MISSING, step.what(), details);
  }

  private static StepReport there(ProductStep step, ProductFinding found) {
    return found.kind() == ProductFinding.FindingKind.AMISS
        ? amiss(step, found)
        : new StepReport(StepState.THERE, step.what(), List.of(found.sentence()));
  }

  private static StepReport amiss(ProductStep step, ProductFinding found) {
    return new StepReport(
        StepState.AMISS,
        step.what(),
        List.of(found.sentence(), Sentence.of("setup.as_it_should", step.byHand())));
  }

  private StepReport done(ProductStep step) {
    ProductFinding found = step.look();
    if (!found.isMissing()) {
      return there(step, found);
    }
    if (!step.obstacle().isEmpty()) {
      return new StepReport(
          StepState.WAITS,
          step.what(),
          List.of(Sentence.of("setup.needs", step.obstacle()), byHand(step)));
    }
    MgrctlCall call = step.call();
    try {
      panel.insist(call, RESTART);
    } catch (BillingException refusal) {
      return refused(step, call, refusal.sentence());
    }
    return made(step, call);
  }

  private StepReport made(ProductStep step, MgrctlCall call) {
    ProductFinding found = step.verify();
    for (int look = 1; look < LOOKS && found.isMissing(); look++) {
      pause();
      found = step.verify();
    }
    if (found.isMissing()) {
      return refused(step, call, Sentence.of("setup.not_shown"));
    }
    LOG.info("did: {}", call);
    return found.kind() == ProductFinding.FindingKind.AMISS
        ? amiss(step, found)
        : new StepReport(StepState.MADE, step.what(), List.of(found.sentence()));
  }

  private static StepReport refused(ProductStep step, MgrctlCall call, Sentence why) {
    LOG.warn("refused: {}", why);
    return new StepReport(StepState.REFUSED, step.what(), List.of(why, line(call), byHand(step)));
  }

  private static Sentence line(MgrctlCall call) {
    return Sentence.verbatim(call.line());
  }

  private static Sentence byHand(ProductStep step) {
    return Sentence.of("setup.by_hand", step.byHand());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      throw BillingException.stopped("the panel worked");
    }
  }
}
