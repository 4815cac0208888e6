package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.AdminRightsProbe;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.NewUserEmailRules;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.CloudDiagnostics;
import io.github.billnextcloud.cloud.probe.CredentialCostEstimate;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.List;

/** What our account may do in the cloud: it signs in once, and stops where it is refused. */
record AdminAccountChecks(ModuleCheckContext visit) {

  static final Sentence EXCEPT_US = Sentence.of("doctor.enter_host_address_cloud");

  private static final Secret NONE = new Secret("");

  private static final Sentence DEDICATED = Sentence.of("doctor.make_administrator_purpose_only");

  List<CheckDefinition> all() {
    return List.of(
        CheckDefinition.of(
            "sign_in",
            Sentence.of("doctor.sign_in"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::signIn,
            "status",
            "version"),
        CheckDefinition.of(
            "admin",
            Sentence.of("doctor.rights"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::admin,
            "sign_in"),
        CheckDefinition.of(
            "write",
            Sentence.of("doctor.changes"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::write,
            "admin"),
        CheckDefinition.of(
            "credentials",
            Sentence.of("doctor.credentials"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::credentials,
            "write"));
  }

  /** Something that a cloud refuses with a reason of its own. */
  private interface Trial {
    CheckFinding go();
  }

  private CheckFinding tried(Trial trial) {
    try {
      return trial.go();
    } catch (CloudException refused) {
      if (refused.kind() == CloudErrorKind.THROTTLED) {
        return CheckFinding.failed(
            Sentence.of("doctor.cloud_lets_nobody_here", refused), EXCEPT_US);
      }
      return refusal(SignInProblem.of(refused), refused);
    }
  }

  private CheckFinding refusal(SignInProblem obstacle, CloudException refused) {
    return switch (obstacle) {
      case WRONG_PASSWORD ->
          CheckFinding.failed(
              Sentence.of("doctor.login_or_password_wrong"), Sentence.of("doctor.type_login_anew"));
      case NOT_LET_IN ->
          CheckFinding.failed(
              Sentence.of("doctor.not_let_in"), Sentence.of("doctor.type_login_or_wait"));
      case NO_PASSWORDS ->
          CheckFinding.failed(
              Sentence.of("doctor.takes_no_passwords"), Sentence.of("doctor.let_passwords_in"));
      case TOKEN ->
          CheckFinding.failed(
              Sentence.of("doctor.token_not_taken"), Sentence.of("doctor.type_token_anew"));
      case DISABLED ->
          CheckFinding.failed(
              Sentence.of("doctor.account_disabled"), Sentence.of("doctor.enable_account"));
      case SECOND_FACTOR ->
          CheckFinding.failed(Sentence.of("doctor.account_may_not_sign"), DEDICATED);
      case APP_PASSWORD ->
          CheckFinding.failed(
              Sentence.of("doctor.app_password_which_cloud"),
              Sentence.of("doctor.type_real_password_administrator"));
      case NO_ADMINISTRATOR ->
          CheckFinding.failed(Sentence.of("doctor.account_may_not_administer"), promotion());
      case GROUP_ADMINISTRATOR ->
          CheckFinding.failed(
              Sentence.of("doctor.account_administers_users_groups"),
              SharedRemedies.JOIN_ADMINISTRATORS);
      case READ_ONLY_DIRECTORY ->
          CheckFinding.failed(
              Sentence.of("doctor.users_elsewhere"), Sentence.of("doctor.take_another_server"));
      case OTHER -> throw refused;
    };
  }

  /** What makes an account an administrator there. */
  private Sentence promotion() {
    return visit.status().speaksGraph()
        ? Sentence.of("doctor.give_role_admin")
        : SharedRemedies.JOIN_ADMINISTRATORS;
  }

  private CheckFinding signIn() {
    return tried(
        () -> {
          visit.signedIn(visit.way().access().signIn());
          return visit.settings().secret(ProcessingModule.APP_PASSWORD).isBlank()
              ? CheckFinding.fine(Sentence.of("doctor.signed_in_as", visit.actingUser()))
              : byAppPassword();
        });
  }

  /** The password stands in for one that is refused, so that nothing else would tell. */
  private CheckFinding byAppPassword() {
    ProcessingModule alone = visit.settings().withSecret(CloudFactory.PASSWORD, NONE);
    CloudDiagnostics way = ModuleCloud.diagnosis(alone, Timeouts.FORM, visit.panel);
    try {
      way.access().signIn();
      return CheckFinding.fine(Sentence.of("doctor.signed_in_by_app_password", visit.actingUser()));
    } catch (CloudException refused) {
      if (refused.kind() != CloudErrorKind.UNAUTHORIZED) {
        throw refused;
      }
      String command = "pmnextcloud connect --module " + alone.id();
      return CheckFinding.warning(
          Sentence.of("doctor.app_password_refused", visit.actingUser()),
          Sentence.of("doctor.run", command));
    }
  }

  private CheckFinding admin() {
    return tried(
        () -> {
          visit.way().access().administerAll(visit.actingUser());
          return CheckFinding.fine(
              Sentence.of(
                  visit.status().speaksGraph()
                      ? "doctor.may_administer_users"
                      : "doctor.may_see_all_users"));
        });
  }

  private CheckFinding write() {
    return tried(
        () -> {
          AdminRightsProbe access = visit.way().access();
          access.changeNothing(visit.actingUser());
          return CheckFinding.fine(allowed(access.newUserRules()));
        });
  }

  /** What each credential costs here and now, and what a cheaper one would. */
  private CheckFinding credentials() {
    ProcessingModule all = visit.settings();
    if (!all.secret(CloudFactory.TOKEN).isBlank()) {
      return CheckFinding.fine(Sentence.of("doctor.cost_token", millis(all)));
    }
    if (CloudFactory.isGranted(all)) {
      return CheckFinding.fine(Sentence.of("doctor.cost_oauth", millis(all)));
    }
    if (all.secret(CloudFactory.PASSWORD).isBlank()) {
      return CheckFinding.fine(Sentence.of("doctor.cost_app_password", millis(all)));
    }
    ProcessingModule typed = all.withSecret(ProcessingModule.APP_PASSWORD, NONE);
    CredentialCostEstimate costs = CredentialCostEstimate.of(visit.status());
    return tried(
        () ->
            all.secret(ProcessingModule.APP_PASSWORD).isBlank()
                ? CheckFinding.fine(ofPassword(millis(typed), costs))
                : ofBoth(typed, costs));
  }

  private Sentence ofPassword(long millis, CredentialCostEstimate costs) {
    if (visit.status().speaksGraph()) {
      return Sentence.of("doctor.cost_each_time", millis, costs.appPasswordMillis(millis));
    }
    Sentence kept =
        visit.settings().isOn(CloudFactory.NO_SESSIONS)
            ? Sentence.of("doctor.cost_no_sessions")
            : Sentence.of("doctor.cost_session", costs.sessionMillis(millis));
    return Sentence.of(
        "doctor.cost_password",
        millis,
        kept,
        costs.appPasswordMillis(millis),
        "pmnextcloud connect --module " + visit.settings().id());
  }

  /** The password is tried apart: the app password would hide that it is not taken. */
  private CheckFinding ofBoth(ProcessingModule typed, CredentialCostEstimate costs) {
    ProcessingModule alone = visit.settings().withSecret(CloudFactory.PASSWORD, NONE);
    long byPassword;
    try {
      byPassword = millis(typed);
    } catch (CloudException refused) {
      return switch (SignInProblem.of(refused)) {
        case SECOND_FACTOR ->
            CheckFinding.fine(
                Sentence.of("doctor.cost_second_factor", millis(alone), confirmed(costs)));
        case NO_PASSWORDS ->
            CheckFinding.warning(
                Sentence.of("doctor.password_not_taken"), Sentence.of("doctor.let_passwords_in"));
        case WRONG_PASSWORD, NOT_LET_IN ->
            CheckFinding.warning(
                Sentence.of("doctor.password_not_taken"), Sentence.of("doctor.type_login_anew"));
        default -> throw refused;
      };
    }
    try {
      return CheckFinding.fine(
          Sentence.of("doctor.cost_both", millis(alone), byPassword, confirmed(costs)));
    } catch (CloudException refused) {
      if (refused.kind() != CloudErrorKind.UNAUTHORIZED) {
        throw refused;
      }
      return CheckFinding.fine(ofPassword(byPassword, costs));
    }
  }

  private Sentence confirmed(CredentialCostEstimate costs) {
    if (visit.status().speaksGraph()) {
      return Sentence.of("doctor.cost_token_goes_before");
    }
    if (!costs.demandsConfirmation()) {
      return Sentence.of("doctor.cost_changes_too");
    }
    return visit.settings().isOn(CloudFactory.NO_SESSIONS)
        ? Sentence.of("doctor.cost_confirmed_each_time")
        : Sentence.of("doctor.cost_confirmed");
  }

  /** In no session: none is begun by so few requests, and no row is left. */
  private long millis(ProcessingModule module) {
    return ModuleCloud.diagnosis(module, Timeouts.FORM, visit.panel).requestMillis();
  }

  private static Sentence allowed(NewUserEmailRules rules) {
    return rules
        .notice()
        .map(notice -> Sentence.of("doctor.allowed_but", notice))
        .orElse(Sentence.of("doctor.allowed"));
  }
}
