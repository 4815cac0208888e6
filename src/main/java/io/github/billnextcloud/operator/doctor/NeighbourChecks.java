package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.cloud.privacy.CustomerView;
import io.github.billnextcloud.cloud.privacy.NeighbourSettings;
import io.github.billnextcloud.operator.privacy.NeighbourReview;
import io.github.billnextcloud.operator.privacy.ProbeCustomers;
import io.github.billnextcloud.operator.privacy.SharedGroups;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the customers of a cloud find each other. */
record NeighbourChecks(ModuleCheckContext visit) {

  private static final String ID = "neighbours";

  List<CheckDefinition> all() {
    List<CheckDefinition> checks = new ArrayList<>();
    checks.add(
        CheckDefinition.of(
                ID,
                Sentence.of("doctor.neighbours"),
                SharedRemedies.SEE_CLOUD_LOG,
                this::bySettings,
                "admin",
                "tariffs")
            .longer());
    if (visit.looksAsCustomer()) {
      checks.add(
          CheckDefinition.of(
                  "as_customer",
                  Sentence.of("doctor.as_customer"),
                  SharedRemedies.SEE_CLOUD_LOG,
                  this::byLooking,
                  "write",
                  "groups",
                  ID)
              .longer());
    }
    return checks;
  }

  private CheckFinding bySettings() {
    NeighbourSettings settings = visit.way().neighbours(visit.status());
    NeighbourReview review = new NeighbourReview(settings, shared().names());
    Optional<Sentence> breaking = settings.breaking();
    if (breaking.isPresent()) {
      return CheckFinding.failed(breaking.get(), remedy(review));
    }
    return review.open().isEmpty()
        ? CheckFinding.fine(review.found())
        : CheckFinding.warning(review.found(), remedy(review));
  }

  private SharedGroups shared() {
    return SharedGroups.of(visit.tariffs());
  }

  private Sentence remedy(NeighbourReview review) {
    return review.remedy(visit.settings().id());
  }

  /** The only check that makes something, and takes it away again: when it was asked for. */
  private CheckFinding byLooking() {
    if (visit.status().speaksGraph()) {
      return CheckFinding.fine(Sentence.of("doctor.as_customer_everybody"));
    }
    CustomerView view =
        new ProbeCustomers(
                visit.way().cloud(), visit.way().search(visit.status()), shared().names())
            .look();
    List<Sentence> found = new ArrayList<>();
    found.add(
        view.seen().isEmpty()
            ? Sentence.of("doctor.as_customer_nowhere")
            : Sentence.of("doctor.as_customer_seen", NeighbourReview.names(view.seen())));
    if (!view.untold().isEmpty()) {
      found.add(Sentence.of("doctor.as_customer_untold", NeighbourReview.names(view.untold())));
    }
    Sentence told = Sentence.list("; ", found);
    if (view.seen().isEmpty()) {
      return CheckFinding.fine(told);
    }
    return CheckFinding.warning(
        told,
        Sentence.of(
            "doctor.run",
            "pmnextcloud setup --private-customers --module " + visit.settings().id()));
  }
}
