package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.list;
import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cli.BilingualText;
import java.util.List;
import java.util.Optional;

/** From the typed address to a server that somebody listens at. */
record NetworkChecks(ModuleCheckContext visit) {

  List<DoctorCheck> all() {
    return List.of(
        DoctorCheck.of(
            "address",
            text("Address", "Адрес"),
            SharedRemedies.SETTINGS_FORM,
            this::address,
            "settings"),
        DoctorCheck.of(
            "name",
            text("Host name", "Имя хоста"),
            text(
                "Look whether the name is spelled right, and at /etc/resolv.conf",
                "Проверьте, верно ли написано имя, и посмотрите /etc/resolv.conf"),
            this::name,
            "address"),
        DoctorCheck.of(
            "connection",
            text("Connection", "Соединение"),
            text(
                "Look whether the web server runs, and at the firewalls between here and there",
                "Проверьте, работает ли веб-сервер и что пропускают межсетевые экраны"),
            this::connection,
            "name"),
        DoctorCheck.of(
            "certificate",
            text("Certificate", "Сертификат"),
            text(
                "Look whether this port of the web server speaks TLS 1.2 or newer",
                "Проверьте, отвечает ли веб-сервер на этом порту по TLS 1.2 или новее"),
            () -> new CertificateCheck(visit).look(),
            "connection"));
  }

  private CheckFinding address() {
    String typed = visit.settings().setting("base_url");
    if (CloudAddress.parse(typed).isEmpty()) {
      return CheckFinding.failed(
          text(
              "base_url is no http:// or https:// address: '%s'",
              "base_url — не адрес http:// или https://: '%s'",
              typed.replaceAll("(?s)//.*@", "//***@")),
          SharedRemedies.SETTINGS_FORM);
    }
    BilingualText address = text("%s", "%s", visit.way().address());
    return visit.way().isEncrypted() || isHere(visit.way().host())
        ? CheckFinding.fine(address)
        : CheckFinding.warning(
            text(
                "%s: passwords travel unencrypted",
                "%s: пароли передаются незашифрованными", address),
            text(
                "Give the cloud a certificate, and type https:// in base_url",
                "Установите в облаке сертификат и укажите в base_url адрес с https://"));
  }

  /** What never leaves this host cannot be overheard. */
  private static boolean isHere(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private CheckFinding name() {
    visit.addresses = visit.way().resolve();
    String host = visit.way().nextHost();
    String found = list(visit.addresses);
    Optional<String> proxy = visit.way().proxy();
    if (proxy.isPresent()) {
      return CheckFinding.fine(
          text(
              "the way leads by the proxy %s, which is %s",
              "путь идёт через прокси %s, это %s", proxy.get(), found));
    }
    return CheckFinding.fine(
        found.equals(host)
            ? text("%s, an address already", "%s, это уже адрес", host)
            : text("%s is %s", "%s — это %s", host, found));
  }

  private CheckFinding connection() {
    String answering = visit.way().connect(visit.addresses);
    return CheckFinding.fine(
        text("%s, port %s, answers", "%s, порт %s, отвечает", answering, visit.way().port()));
  }
}
