package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through checks in their order; what builds on a failed one is passed over. */
final class CheckRunner {

  private static final Logger LOG = LoggerFactory.getLogger(CheckRunner.class);

  /** Longer than any single question to a panel or a cloud waits by itself. */
  static final Duration LIMIT = Duration.ofSeconds(40);

  private final Duration limit;
  private final TerminalProgress progress;
  private final List<CheckResult> results = new ArrayList<>();

  /** What stands in the way of each check that did not come true: the first cause of it. */
  private final Map<String, Sentence> causes = new HashMap<>();

  /**
   * @param limit for each check
   * @param progress told after each
   */
  CheckRunner(Duration limit, TerminalProgress progress) {
    this.limit = limit;
    this.progress = progress;
  }

  /**
   * @param module that the checks are about; empty for the host
   */
  void go(OptionalLong module, List<CheckDefinition> checks) {
    int all = results.size() + checks.size();
    for (CheckDefinition check : checks) {
      CheckFinding finding = finding(check);
      results.add(new CheckResult(module, check, finding));
      if (finding.state() == CheckStatus.FAILED) {
        causes.put(check.id(), check.name());
      }
      progress.at("progress.checked", results.size(), all);
    }
  }

  List<CheckResult> results() {
    return results;
  }

  private CheckFinding finding(CheckDefinition check) {
    for (String need : check.needs()) {
      Sentence cause = causes.get(need);
      if (cause != null) {
        causes.put(check.id(), cause);
        return CheckFinding.skipped(Sentence.of("doctor.waits", cause));
      }
    }
    causes.remove(check.id());
    return inTime(check);
  }

  private CheckFinding inTime(CheckDefinition check) {
    FutureTask<CheckFinding> task = new FutureTask<>(check.look()::look);
    Thread thread = new Thread(task, check.id());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(patience(check).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      thread.interrupt();
      return CheckFinding.failed(
          Sentence.of("doctor.no_answer_within", patience(check).toSeconds()), check.remedy());
    } catch (InterruptedException stopped) {
      thread.interrupt();
      throw BillingException.stopped(check.id() + " was looked at");
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      return thrown(check, cause == null ? failed : cause);
    }
  }

  private Duration patience(CheckDefinition check) {
    return limit.multipliedBy(check.patience());
  }

  private static CheckFinding thrown(CheckDefinition check, Throwable cause) {
    CommandFailure failure = CommandFailure.of(cause);
    LOG.warn("{} failed: {}", check.id(), failure, failure.isBug() ? cause : null);
    Sentence said = LocalizableException.sentenceOf(cause);
    return CheckFinding.failed(Sentence.of("doctor.failed", said), check.remedy());
  }
}
