package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
import io.github.billnextcloud.cloud.probe.BruteForceStatus;
import io.github.billnextcloud.cloud.probe.ServerStatus;
import java.util.List;

/** What a cloud tells everybody: asked before anybody signs in, so that no try is wasted. */
record PublicCloudChecks(ModuleCheckContext visit) {

  private static final int OLDEST_NEXTCLOUD = 28;
  private static final int OWNCLOUD = 10;

  List<DoctorCheck> all() {
    return List.of(
        DoctorCheck.of(
            "status",
            text("Cloud", "Облако"),
            text(
                "Open base_url and /status.php after it in a browser: it must show the cloud"
                    + " itself",
                "Откройте base_url, добавив /status.php, в браузере: должно ответить само облако"),
            this::status,
            "certificate"),
        DoctorCheck.of(
            "version",
            text("Version", "Версия"),
            SharedRemedies.SETTINGS_FORM,
            this::version,
            "status"),
        DoctorCheck.of(
            "clock",
            text("Cloud's clock", "Часы облака"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::clock,
            "status"),
        DoctorCheck.of(
            "guard",
            text("Login guard", "Защита входа"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::guard,
            "status"));
  }

  private CheckFinding status() {
    ServerStatus status = visit.way().status();
    visit.status = status;
    if (!status.installed()) {
      return CheckFinding.failed(
          text("is not installed yet", "ещё не установлено"),
          text(
              "Finish the installation in a browser, or by occ maintenance:install",
              "Завершите установку в браузере или командой occ maintenance:install"));
    }
    if (status.maintenance()) {
      return CheckFinding.failed(
          text("is in maintenance mode", "в режиме обслуживания"),
          text(
              "When the work there is done, run there: occ maintenance:mode --off",
              "Когда работы там закончатся, выполните в облаке: occ maintenance:mode --off"));
    }
    return status.needsUpgrade()
        ? CheckFinding.failed(
            text("waits for its upgrade", "ждёт обновления"),
            text("Run there: occ upgrade", "Выполните в облаке: occ upgrade"))
        : CheckFinding.fine(text("is there and at work", "на месте и работает"));
  }

  private CheckFinding version() {
    ServerStatus status = visit.status;
    BilingualText named = text("%s %s", "%s %s", status.product(), status.version());
    int generation = status.generation();
    if (status.product().equals("ownCloud") && generation == OWNCLOUD
        || status.product().equals("Nextcloud") && generation >= OLDEST_NEXTCLOUD) {
      return CheckFinding.fine(named);
    }
    return status.product().equals("Nextcloud") || status.product().equals("ownCloud")
        ? CheckFinding.warning(
            text(
                "%s: never tried with this program", "%s: с этой программой не проверялось", named),
            text(
                "Upgrade the cloud to Nextcloud %s or newer, or to ownCloud %s",
                "Обновите облако до Nextcloud %s или новее либо до ownCloud %s",
                OLDEST_NEXTCLOUD,
                OWNCLOUD))
        : CheckFinding.failed(
            text("%s has no provisioning API", "у %s нет API для учётных записей", named),
            text(
                "Type the address of a Nextcloud or an ownCloud 10 in base_url",
                "Укажите в base_url адрес Nextcloud или ownCloud 10"));
  }

  private CheckFinding clock() {
    return visit
        .status
        .clock()
        .map(
            theirs ->
                CloudClockCheck.compare(
                    theirs, visit.clock.instant(), text("the cloud's host", "сервере облака")))
        .orElseGet(() -> CheckFinding.fine(text("the server does not tell", "сервер не сообщает")));
  }

  private CheckFinding guard() {
    BruteForceStatus guard = visit.way().guard();
    if (!guard.known()) {
      return CheckFinding.fine(text("the server tells of none", "сервер о ней не сообщает"));
    }
    if (guard.excepted()) {
      return CheckFinding.fine(text("lets this host alone", "делает для этого хоста исключение"));
    }
    return guard.delay().isZero()
        ? CheckFinding.fine(text("holds nothing against this host", "к этому хосту претензий нет"))
        : CheckFinding.warning(
            text(
                "slows this host by %s ms, because of wrong passwords",
                "замедляет этот хост на %s мс из-за неверных паролей", guard.delay().toMillis()),
            AdminRightsChecks.EXCEPT_US);
  }
}
