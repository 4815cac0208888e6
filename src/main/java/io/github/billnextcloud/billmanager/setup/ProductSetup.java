package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.setup.ProductSetupStep.Condition;
import io.github.billnextcloud.billmanager.setup.StepReport.StepState;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return each(ProductSetup::planned);
  }

  /** Does what is missing; what is refused keeps only that back which builds on it. */
  public List<StepReport> apply() {
    return each(this::done);
  }

  private List<StepReport> each(Function<ProductSetupStep, StepReport> telling) {
    try (JdbcSession database = panel.database()) {
      return new ProductSetupSteps(product, new ExistingProductLookup(database, product))
          .inOrder().stream().map(telling).toList();
    }
  }

  private static StepReport planned(ProductSetupStep item) {
    return there(item, StepState.THERE)
        .orElseGet(
            () -> {
              List<Sentence> details = new ArrayList<>(List.of(line(item.call().get())));
              Condition.firstBroken(item.buildsOn().get())
                  .ifPresent(first -> details.add(Sentence.of("setup.needs", first)));
              return new StepReport(StepState.MISSING, item.what(), details);
            });
  }

  /** Empty when it is missing. */
  private static Optional<StepReport> there(ProductSetupStep item, StepState state) {
    return item.found()
        .get()
        .map(
            row ->
                Condition.firstBroken(item.must().apply(row))
                    .map(why -> amiss(item, why))
                    .orElseGet(() -> report(state, item, item.shown().apply(row))));
  }

  private static StepReport amiss(ProductSetupStep item, Sentence why) {
    return report(StepState.AMISS, item, why, Sentence.of("setup.as_it_should", item.byHand()));
  }

  private static StepReport report(StepState state, ProductSetupStep item, Sentence... details) {
    return new StepReport(state, item.what(), List.of(details));
  }

  private StepReport done(ProductSetupStep item) {
    return there(item, StepState.THERE).orElseGet(() -> tried(item));
  }

  private StepReport tried(ProductSetupStep item) {
    Optional<Sentence> first = Condition.firstBroken(item.buildsOn().get());
    if (first.isPresent()) {
      return report(StepState.WAITS, item, Sentence.of("setup.needs", first.get()), byHand(item));
    }
    MgrctlRequest call = item.call().get();
    try {
      panel.insist(call, RESTART);
    } catch (BillingException refusal) {
      return refused(item, call, refusal.sentence());
    }
    Optional<StepReport> made = made(item);
    for (int look = 1; look < LOOKS && made.isEmpty(); look++) {
      pause();
      made = made(item);
    }
    made.ifPresent(shown -> LOG.info("did: {}", call));
    return made.orElseGet(() -> refused(item, call, Sentence.of("setup.not_shown")));
  }

  private static Optional<StepReport> made(ProductSetupStep item) {
    return Condition.firstBroken(item.onceMade().get())
        .map(why -> amiss(item, why))
        .or(() -> there(item, StepState.MADE));
  }

  private static StepReport refused(ProductSetupStep item, MgrctlRequest call, Sentence why) {
    LOG.warn("refused: {}", why);
    return report(StepState.REFUSED, item, why, line(call), byHand(item));
  }

  private static Sentence line(MgrctlRequest call) {
    return Sentence.verbatim(call.line());
  }

  private static Sentence byHand(ProductSetupStep item) {
    return Sentence.of("setup.by_hand", item.byHand());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      throw BillingException.stopped("the panel worked");
    }
  }
}
