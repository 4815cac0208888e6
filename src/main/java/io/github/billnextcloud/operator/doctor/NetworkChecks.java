package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Optional;

/** From the typed address to a server that somebody listens at. */
record NetworkChecks(ModuleCheckContext visit) {

  List<CheckDefinition> all() {
    return List.of(
        CheckDefinition.of(
            "address",
            Sentence.of("doctor.address"),
            SharedRemedies.SETTINGS_FORM,
            this::address,
            "settings"),
        CheckDefinition.of(
            "name",
            Sentence.of("doctor.host_name"),
            Sentence.of("doctor.look_whether_name_spelled"),
            this::name,
            "address"),
        CheckDefinition.of(
            "connection",
            Sentence.of("doctor.connection"),
            Sentence.of("doctor.look_whether_web_server"),
            this::connection,
            "name"),
        CheckDefinition.of(
            "certificate",
            Sentence.of("doctor.certificate"),
            Sentence.of("doctor.look_whether_port_web"),
            () -> new CertificateCheck(visit).look(),
            "connection"));
  }

  private CheckFinding address() {
    String typed = visit.settings().setting("base_url");
    if (CloudAddress.parse(typed).isEmpty()) {
      return CheckFinding.failed(
          Sentence.of("doctor.base_url_no_http", typed.replaceAll("(?s)//.*@", "//***@")),
          SharedRemedies.SETTINGS_FORM);
    }
    Sentence address = Sentence.joined(visit.way().address());
    return visit.way().isEncrypted() || isHere(visit.way().host())
        ? CheckFinding.fine(address)
        : CheckFinding.warning(
            Sentence.of("doctor.passwords_travel_unencrypted", address),
            Sentence.of("doctor.give_cloud_certificate_type"));
  }

  /** What never leaves this host cannot be overheard. */
  private static boolean isHere(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private CheckFinding name() {
    visit.addresses = visit.way().resolve();
    String host = visit.way().nextHost();
    String found = String.join(", ", visit.addresses);
    Optional<String> proxy = visit.way().proxy();
    if (proxy.isPresent()) {
      return CheckFinding.fine(Sentence.of("doctor.way_leads_proxy_which", proxy.get(), found));
    }
    return CheckFinding.fine(
        found.equals(host)
            ? Sentence.of("doctor.address_already", host)
            : Sentence.of("doctor.host_is", host, found));
  }

  private CheckFinding connection() {
    String answering = visit.way().connect(visit.addresses);
    return CheckFinding.fine(Sentence.of("doctor.port_answers", answering, visit.way().port()));
  }
}
