package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.billmanager.database.PortOwnerCheck;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** From the typed address to a server that somebody listens at. */
record NetworkChecks(ModuleCheckContext visit) {

  /** Smaller ports are given to the system's services only. */
  private static final int FIRST_OF_ANYBODY = 1024;

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
          Sentence.of("doctor.base_url_no_http", CloudAddress.withoutCredentials(typed)),
          SharedRemedies.SETTINGS_FORM);
    }
    Sentence address = Sentence.joined(visit.way().address());
    if (isOpenToNeighbours()) {
      return CheckFinding.fine(Sentence.of("doctor.address_of_anybody", address));
    }
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

  /** While the cloud is down, any user of this host may listen there and is told our password. */
  private boolean isOpenToNeighbours() {
    return !visit.way().isEncrypted()
        && visit.way().proxy().isEmpty()
        && visit.way().port() >= FIRST_OF_ANYBODY
        && isHere(visit.way().host());
  }

  private CheckFinding connection() throws IOException {
    String answering = visit.way().connect(visit.addresses);
    if (isOpenToNeighbours()) {
      Optional<Long> stranger = PortOwnerCheck.ofThisHost().stranger(visit.way().port());
      if (stranger.isPresent()) {
        return CheckFinding.warning(
            Sentence.of(
                "doctor.port_of_person",
                answering,
                Integer.toString(visit.way().port()),
                Long.toString(stranger.get())),
            Sentence.of("doctor.listen_below_1024"));
      }
    }
    return CheckFinding.fine(Sentence.of("doctor.port_answers", answering, visit.way().port()));
  }
}
