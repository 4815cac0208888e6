package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
import io.github.billnextcloud.cloud.probe.ServerCertificate;
import io.github.billnextcloud.cloud.probe.ServerCertificate.Trouble;
import java.time.Duration;

/** Whether the cloud's certificate can be trusted, and for how long. */
record CertificateCheck(ModuleCheckContext visit) {

  private static final long WARN_DAYS = 14;

  CheckFinding look() {
    if (!visit.way().isEncrypted()) {
      return CheckFinding.fine(text("none: the address is http://", "нет: адрес http://"));
    }
    ServerCertificate shown = visit.way().certificate();
    if (shown.trouble() != Trouble.NONE) {
      return distrust(shown);
    }
    long days = Duration.between(visit.clock.instant(), shown.until()).toDays();
    BilingualText found =
        text(
            "trusted, of %s, by %s; days left: %s",
            "доверенный, для %s, выдан %s; осталось дней: %s",
            shown.subject(),
            shown.issuer(),
            days);
    return days >= WARN_DAYS
        ? CheckFinding.fine(found)
        : CheckFinding.warning(
            found,
            text(
                "Renew it on the cloud's web server, and see why that was not done by itself",
                "Обновите его на веб-сервере облака и выясните, почему он не обновился сам"));
  }

  private static CheckFinding distrust(ServerCertificate shown) {
    return switch (shown.trouble()) {
      case EXPIRED ->
          CheckFinding.failed(
              text("expired at %s", "истёк %s", shown.until()),
              text(
                  "Renew the certificate on the cloud's web server",
                  "Обновите сертификат на веб-сервере облака"));
      case OTHER_HOST ->
          CheckFinding.failed(
              text(
                  "it is another host's: %s (%s)",
                  "выдан другому хосту: %s (%s)", shown.subject(), shown.reason()),
              text(
                  "Type the address in base_url for which the certificate was made",
                  "Укажите в base_url адрес, для которого выдан сертификат"));
      case UNKNOWN_ISSUER ->
          CheckFinding.failed(
              text(
                  "nobody whom this Java trusts has signed it: %s",
                  "подписан тем, кому эта Java не доверяет: %s", shown.issuer()),
              text(
                  "Have the web server send its intermediate certificates too, take a certificate"
                      + " of a public authority, or name the file of your own in ca_file",
                  "Пусть веб-сервер отдаёт и промежуточные сертификаты; или установите сертификат"
                      + " публичного центра; или укажите файл своего центра в ca_file"));
      default ->
          CheckFinding.failed(
              text("not to be trusted: %s", "доверять нельзя: %s", shown.reason()),
              text(
                  "Renew the certificate on the cloud's web server",
                  "Обновите сертификат на веб-сервере облака"));
    };
  }
}
