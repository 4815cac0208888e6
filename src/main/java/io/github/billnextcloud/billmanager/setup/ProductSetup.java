package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.setup.SetupItem.Condition;
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

  private List<StepReport> each(Function<SetupItem, StepReport> telling) {
    try (JdbcSession database = panel.database()) {
      return new SetupItemTable(product, new ProductCatalogue(database, product))
          .inOrder().stream().map(telling).toList();
    }
  }

  private static StepReport planned(SetupItem need) {
    return there(need, StepState.THERE)
        .orElseGet(
            () -> {
              List<Sentence> details = new ArrayList<>(List.of(line(need.call().get())));
              Condition.firstBroken(need.buildsOn().get())
                  .ifPresent(first -> details.add(Sentence.of("setup.needs", first)));
              return new StepReport(StepState.MISSING, need.what(), details);
            });
  }

  /** Empty when it is missing. */
  private static Optional<StepReport> there(SetupItem need, StepState state) {
    return need.found()
        .get()
        .map(
            row ->
                Condition.firstBroken(need.must().apply(row))
                    .map(why -> amiss(need, why))
                    .orElseGet(() -> report(state, need, need.shown().apply(row))));
  }

  private static StepReport amiss(SetupItem need, Sentence why) {
    return report(StepState.AMISS, need, why, Sentence.of("setup.as_it_should", need.byHand()));
  }

  private static StepReport report(StepState state, SetupItem need, Sentence... details) {
    return new StepReport(state, need.what(), List.of(details));
  }

  private StepReport done(SetupItem need) {
    return there(need, StepState.THERE).orElseGet(() -> tried(need));
  }

  private StepReport tried(SetupItem need) {
    Optional<Sentence> first = Condition.firstBroken(need.buildsOn().get());
    if (first.isPresent()) {
      return report(StepState.WAITS, need, Sentence.of("setup.needs", first.get()), byHand(need));
    }
    MgrctlCall call = need.call().get();
    try {
      panel.insist(call, RESTART);
    } catch (BillingException refusal) {
      return refused(need, call, refusal.sentence());
    }
    Optional<StepReport> made = made(need);
    for (int look = 1; look < LOOKS && made.isEmpty(); look++) {
      pause();
      made = made(need);
    }
    made.ifPresent(shown -> LOG.info("did: {}", call));
    return made.orElseGet(() -> refused(need, call, Sentence.of("setup.not_shown")));
  }

  private static Optional<StepReport> made(SetupItem need) {
    return Condition.firstBroken(need.onceMade().get())
        .map(why -> amiss(need, why))
        .or(() -> there(need, StepState.MADE));
  }

  private static StepReport refused(SetupItem need, MgrctlCall call, Sentence why) {
    LOG.warn("refused: {}", why);
    return report(StepState.REFUSED, need, why, line(call), byHand(need));
  }

  private static Sentence line(MgrctlCall call) {
    return Sentence.verbatim(call.line());
  }

  private static Sentence byHand(SetupItem need) {
    return Sentence.of("setup.by_hand", need.byHand());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      throw BillingException.stopped("the panel worked");
    }
  }
}
