package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** A service as one XML document; {@code docs/design/service-document.md} describes it. */
public final class ServiceDocumentCodec {

  private ServiceDocumentCodec() {}

  /**
   * Writes a service.
   *
   * @param reveal false masks every secret
   */
  public static XmlBuilder write(Service service, boolean reveal) {
    return addTo(XmlBuilder.doc(), service, reveal);
  }

  /** The same as part of another document. */
  public static XmlBuilder addTo(XmlBuilder xml, Service service, boolean reveal) {
    xml.open("service").with("id", service.id()).with("type", service.productType());
    service.otherOwner().ifPresent(other -> xml.with("other_owner", other));
    service.standing().status().ifPresent(it -> xml.with("status", it.code()));
    if (service.standing().abused()) {
      xml.with("abused", "yes");
    }
    if (!service.standing().opened()) {
      xml.with("opened", "no");
    }
    if (service.standing().elsewhere()) {
      xml.with("elsewhere", "yes");
    }
    service.tariff().ifPresent(it -> tariff(xml, "tariff", it));
    service.previousTariff().ifPresent(it -> tariff(xml, "previous_tariff", it));
    service.addOns().forEach(addOn -> addOn(xml, addOn));
    measures(service).forEach(measure -> measure(xml, measure));
    Customer customer = service.customer();
    xml.open("customer")
        .with("account", customer.account().orElse(0))
        .with("email", customer.email().orElse(""));
    xml.with("name", customer.name().orElse(""))
        .with("language", customer.language().orElse(""))
        .close("customer");
    params(xml, service.params().plain(), service.params().crypted(), reveal);
    ProcessingModule module = service.module();
    xml.open("processingmodule");
    module.knownId().ifPresent(id -> xml.with("id", id));
    params(xml, module.settings(), module.secrets(), reveal);
    return xml.close("processingmodule").close("service");
  }

  private static void tariff(XmlBuilder xml, String name, Tariff tariff) {
    xml.open(name).with("id", tariff.id());
    tariff.params().forEach((param, values) -> values.forEach(value -> xml.param(param, value)));
    xml.close(name);
  }

  private static void addOn(XmlBuilder xml, AddOn addOn) {
    xml.open("addon").with("name", addOn.name());
    xml.with("type", addOn.type().name().toLowerCase(Locale.ROOT));
    xml.with("value", addOn.value()).with("unit", addOn.unit()).close("addon");
  }

  /** Those that the add-ons' units lead to. */
  private static Set<MeasureConversion.Measure> measures(Service service) {
    Set<MeasureConversion.Measure> measures = new LinkedHashSet<>();
    for (AddOn addOn : service.addOns()) {
      service.measures().below(addOn.unit()).forEach(measures::add);
    }
    return measures;
  }

  private static void measure(XmlBuilder xml, MeasureConversion.Measure measure) {
    xml.open("measure").with("name", measure.name());
    xml.with("relation", measure.relation().toPlainString()).with("less", measure.less());
    xml.close("measure");
  }

  private static void params(
      XmlBuilder xml, Map<String, String> plain, Map<String, Secret> crypted, boolean reveal) {
    plain.forEach(xml::param);
    crypted.forEach(
        (name, secret) ->
            crypted(xml, name, reveal || secret.isBlank() ? secret.reveal() : secret.toString()));
  }

  static XmlBuilder crypted(XmlBuilder xml, String name, String value) {
    xml.open("param").with("name", name).with("crypted", "yes").text(value);
    return xml.close("param");
  }

  /**
   * Reads a service.
   *
   * @throws InvalidInputException when the document holds none, or an unreadable number
   */
  public static Service read(XmlElement document) {
    XmlElement service =
        document
            .first("service")
            .orElseThrow(() -> new InvalidInputException(Sentence.of("request.no_service")));
    XmlElement customer =
        service.first("customer").orElseGet(() -> XmlElement.parse("<customer/>"));
    XmlElement module =
        service
            .first("processingmodule")
            .orElseThrow(() -> new InvalidInputException(Sentence.of("request.no_module")));
    return new Service(
        number(service, "id"),
        service.text("type"),
        service.first("tariff").map(ServiceDocumentCodec::tariff),
        service.first("previous_tariff").map(ServiceDocumentCodec::tariff),
        service.all("addon").stream().map(ServiceDocumentCodec::addOn).toList(),
        new MeasureConversion(
            service.all("measure").stream().map(ServiceDocumentCodec::measure).toList()),
        Customer.of(
            known(customer, "account"),
            customer.text("email"),
            customer.text("name"),
            customer.text("language")),
        new ServiceParams(plain(service), secrets(service)),
        new ProcessingModule(known(module, "id"), plain(module), secrets(module)),
        known(service, "other_owner"),
        new ServiceStatus(
            ItemStatus.of(known(service, "status")),
            service.text("abused").equals("yes"),
            true,
            !service.text("opened").equals("no"),
            service.text("elsewhere").equals("yes")));
  }

  private static long number(XmlElement element, String attribute) {
    String text = element.text(attribute);
    if (!text.matches("\\d{0,18}")) {
      throw new InvalidInputException(Sentence.of("request.attribute_no_number", attribute, text));
    }
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  /** The document may have a 0 where a number is not known. */
  private static OptionalLong known(XmlElement element, String attribute) {
    long number = number(element, attribute);
    return number == 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static Tariff tariff(XmlElement tariff) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (XmlElement param : tariff.all("param")) {
      params.computeIfAbsent(param.text("name"), missing -> new ArrayList<>()).add(param.text());
    }
    return new Tariff(number(tariff, "id"), params);
  }

  private static AddOn addOn(XmlElement addOn) {
    String type = addOn.text("type");
    try {
      AddOn.Type known =
          type.isEmpty() ? AddOn.Type.INTEGER : AddOn.Type.valueOf(type.toUpperCase(Locale.ROOT));
      return new AddOn(addOn.text("name"), known, addOn.text("value"), addOn.text("unit"));
    } catch (IllegalArgumentException unknown) {
      throw new InvalidInputException(Sentence.of("request.no_add_on_type", type), unknown);
    }
  }

  private static MeasureConversion.Measure measure(XmlElement measure) {
    String relation = measure.text("relation");
    if (!relation.matches("\\d{0,30}(\\.\\d{1,20})?")) {
      throw new InvalidInputException(
          Sentence.of("request.attribute_no_number", "relation", relation));
    }
    return new MeasureConversion.Measure(
        measure.text("name"),
        relation.isEmpty() ? BigDecimal.ZERO : new BigDecimal(relation),
        measure.text("less"));
  }

  private static Map<String, String> plain(XmlElement owner) {
    Map<String, String> params = new LinkedHashMap<>();
    owner.all("param").stream()
        .filter(param -> !isCrypted(param))
        .forEach(param -> params.put(param.text("name"), unmasked(param)));
    return params;
  }

  private static Map<String, Secret> secrets(XmlElement owner) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    owner.all("param").stream()
        .filter(ServiceDocumentCodec::isCrypted)
        .forEach(param -> secrets.put(param.text("name"), secret(param)));
    return secrets;
  }

  private static boolean isCrypted(XmlElement param) {
    return param.text("crypted").equals("yes");
  }

  private static Secret secret(XmlElement param) {
    unmasked(param);
    return new Secret(param.rawText());
  }

  private static String unmasked(XmlElement param) {
    if (param.text().equals(Secret.MASK)) {
      throw new InvalidInputException(Sentence.of("request.masked", param.text("name")));
    }
    return param.text();
  }
}
