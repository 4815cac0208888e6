package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.cloud.probe.ServerCertificate;
import io.github.billnextcloud.cloud.probe.ServerCertificate.Trouble;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;

/** Whether the cloud's certificate can be trusted, and for how long. */
record CertificateCheck(ModuleCheckContext visit) {

  private static final long WARN_DAYS = 14;

  CheckFinding look() {
    if (!visit.way().isEncrypted()) {
      return CheckFinding.fine(Sentence.of("doctor.none_address_http"));
    }
    ServerCertificate shown = visit.way().certificate();
    if (shown.trouble() != Trouble.NONE) {
      return distrust(shown);
    }
    long days = Duration.between(visit.clock.instant(), shown.until()).toDays();
    Sentence found = Sentence.of("doctor.trusted", shown.subject(), shown.issuer(), days);
    return days >= WARN_DAYS
        ? CheckFinding.fine(found)
        : CheckFinding.warning(found, Sentence.of("doctor.renew_cloud_web_server"));
  }

  private static CheckFinding distrust(ServerCertificate shown) {
    return switch (shown.trouble()) {
      case EXPIRED ->
          CheckFinding.failed(
              Sentence.of("doctor.expired", shown.until()),
              Sentence.of("doctor.renew_certificate_cloud_web"));
      case OTHER_HOST ->
          CheckFinding.failed(
              Sentence.of("doctor.of_another_host", shown.subject(), shown.reason()),
              Sentence.of("doctor.type_address_base_url"));
      case UNKNOWN_ISSUER ->
          CheckFinding.failed(
              Sentence.of("doctor.nobody_whom_java_trusts", shown.issuer()),
              Sentence.of("doctor.web_server_send_intermediate"));
      default ->
          CheckFinding.failed(
              Sentence.of("doctor.not_trusted", shown.reason()),
              Sentence.of("doctor.renew_certificate_cloud_web"));
    };
  }
}
