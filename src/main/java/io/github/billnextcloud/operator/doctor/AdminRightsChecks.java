package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.NewUserRules;
import io.github.billnextcloud.cloud.probe.SignInProblem;
import java.util.List;

/** What our account may do in the cloud: it signs in once, and stops where it is refused. */
record AdminRightsChecks(ModuleCheckContext visit) {

  static final BilingualText EXCEPT_US =
      text(
          "Enter this host's address in the cloud's Brute-force settings, and run there: occ"
              + " security:bruteforce:reset ADDRESS",
          "Внесите адрес этого хоста в Brute-force settings облака и выполните там: occ"
              + " security:bruteforce:reset АДРЕС");

  private static final BilingualText DEDICATED =
      text(
          "Make an administrator for this purpose only, without two-factor authentication, and"
              + " type its real password",
          "Создайте администратора только для этой цели, без двухфакторной аутентификации, и"
              + " укажите его настоящий пароль");

  private static final BilingualText ADDRESS_DEMANDED =
      text(
          "are allowed; new users must have an e-mail address, so that a letter of the cloud,"
              + " without a password, comes besides BILLmanager's",
          "разрешены; новым пользователям нужен адрес e-mail, поэтому, кроме письма BILLmanager,"
              + " придёт и письмо облака, без пароля");

  private static final BilingualText ADDRESS_DEMANDED_SILENTLY =
      text(
          "are allowed; new users must have an e-mail address, and the cloud writes to none of"
              + " them",
          "разрешены; новым пользователям нужен адрес e-mail, но писем им облако не шлёт");

  private static final BilingualText SILENT =
      text(
          "are allowed; the cloud writes to no new user (newUser.sendEmail is off), so that tariffs"
              + " with password_rule 'mail' are refused",
          "разрешены; новым пользователям облако не пишет (newUser.sendEmail выключен), поэтому"
              + " тарифы с password_rule 'mail' будут отклонены");

  List<DoctorCheck> all() {
    return List.of(
        DoctorCheck.of(
            "sign_in",
            text("Sign-in", "Вход"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::signIn,
            "status",
            "version"),
        DoctorCheck.of(
            "admin", text("Rights", "Права"), SharedRemedies.SEE_CLOUD_LOG, this::admin, "sign_in"),
        DoctorCheck.of(
            "write",
            text("Changes", "Изменения"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::write,
            "admin"));
  }

  /** Something that a cloud refuses with a reason of its own. */
  private interface Trial {
    CheckFinding go();
  }

  private static CheckFinding tried(Trial trial) {
    try {
      return trial.go();
    } catch (CloudException refused) {
      if (refused.kind() == CloudErrorKind.THROTTLED) {
        return CheckFinding.failed(
            text(
                "the cloud lets nobody from here in: %s",
                "облако никого отсюда не пускает: %s", refused.getMessage()),
            EXCEPT_US);
      }
      return refusal(SignInProblem.of(refused), refused);
    }
  }

  private static CheckFinding refusal(SignInProblem obstacle, CloudException refused) {
    return switch (obstacle) {
      case WRONG_PASSWORD ->
          CheckFinding.failed(
              text("login or password are wrong", "неверны логин или пароль"),
              text(
                  "Type nc_username and nc_password anew, as they work in a browser",
                  "Введите nc_username и nc_password заново — те, с которыми пускает браузер"));
      case SECOND_FACTOR ->
          CheckFinding.failed(
              text(
                  "the account may not sign in with its password alone",
                  "учётной записи нельзя входить по одному паролю"),
              DEDICATED);
      case APP_PASSWORD ->
          CheckFinding.failed(
              text(
                  "this is an app password, with which this cloud only lets read",
                  "это пароль приложения, а с ним это облако позволяет только читать"),
              text(
                  "Type the real password of an administrator made for this purpose, or list this"
                      + " host in allowed_no_password_confirmation_ranges in the cloud's"
                      + " config.php",
                  "Укажите настоящий пароль отдельного администратора или внесите этот хост в"
                      + " allowed_no_password_confirmation_ranges в config.php облака"));
      case NO_ADMINISTRATOR ->
          CheckFinding.failed(
              text("the account may not administer users", "учётная запись не администратор"),
              SharedRemedies.JOIN_ADMINISTRATORS);
      case GROUP_ADMINISTRATOR ->
          CheckFinding.failed(
              text(
                  "the account administers the users of its groups only",
                  "учётная запись управляет только пользователями своих групп"),
              SharedRemedies.JOIN_ADMINISTRATORS);
      case OTHER -> throw refused;
    };
  }

  private CheckFinding signIn() {
    return tried(
        () -> {
          visit.actingUser = visit.way().signIn();
          return CheckFinding.fine(text("as %s", "как %s", visit.actingUser));
        });
  }

  private CheckFinding admin() {
    return tried(
        () -> {
          visit.way().listUsers(visit.actingUser);
          return CheckFinding.fine(text("may see all users", "видит всех пользователей"));
        });
  }

  private CheckFinding write() {
    return tried(
        () -> {
          visit.way().changeNothing(visit.actingUser);
          return CheckFinding.fine(allowed(visit.way().newUserRules()));
        });
  }

  private static BilingualText allowed(NewUserRules rules) {
    if (rules.demandsAddress()) {
      return rules.writes() ? ADDRESS_DEMANDED : ADDRESS_DEMANDED_SILENTLY;
    }
    return rules.writes() ? text("are allowed", "разрешены") : SILENT;
  }
}
