package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.secret.Secret;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service written down and read again. */
class ServiceDocumentCodecTest {

  private static final MeasureConversion MEASURES =
      new MeasureConversion(
          List.of(
              new MeasureConversion.Measure("gib", new BigDecimal("1024"), "mib"),
              new MeasureConversion.Measure("mib", BigDecimal.ZERO, "")));

  private static Service service() {
    return new Service(
        4711,
        "nextcloud",
        Optional.of(new Tariff(3, Map.of("usergroup", List.of("pro", "team <a>")))),
        Optional.of(new Tariff(2, Map.of("usergroup", List.of("basic")))),
        List.of(
            new AddOn("disk disc", AddOn.Type.INTEGER, "10", "gib"),
            new AddOn("backup", AddOn.Type.BOOLEAN, "on", ""),
            new AddOn("size", AddOn.Type.ENUMERATION, "large", "")),
        MEASURES,
        Customer.of(OptionalLong.of(7), "a@example.org", "Anna \"А\" & Co", "ru"),
        new ServiceParams(
            Map.of("username", "user_4711"), Map.of("userpassword", new Secret("hunter2"))),
        new ProcessingModule(
            5,
            Map.of("base_url", "https://cloud.example.org", "nc_username", "robot"),
            Map.of("nc_password", new Secret("swordfish"), "nc_token", new Secret(""))),
        OptionalLong.of(4712),
        new ServiceStatus(Optional.of(ItemStatus.SUSPENDED), true, true, true, true));
  }

  /** As ISPsystem's module left it: the password among the plain params. */
  private static Service olderService() {
    return new Service(
        7,
        "nextcloud",
        Optional.of(new Tariff(3, Map.of())),
        Optional.empty(),
        List.of(),
        new MeasureConversion(List.of()),
        Customer.of(OptionalLong.of(7), "", "", ""),
        new ServiceParams(Map.of("username", "u", "userpassword", "hunter2"), Map.of()),
        new ProcessingModule(5, Map.of(), Map.of("nc_password", new Secret("swordfish"))),
        OptionalLong.empty(),
        ServiceStatus.UNKNOWN);
  }

  private static Service read(String document) {
    return ServiceDocumentCodec.read(XmlElement.parse(document));
  }

  @Test
  void readWhenWrittenRevealedIsTheSameService() {
    assertThat(read(ServiceDocumentCodec.write(service(), true).toString()))
        .usingRecursiveComparison()
        .isEqualTo(service());
  }

  @Test
  void readWhenOlderServiceWasWrittenRevealedIsTheSameService() {
    assertThat(read(ServiceDocumentCodec.write(olderService(), true).toString()))
        .usingRecursiveComparison()
        .isEqualTo(olderService());
  }

  @Test
  void writeWhenNotRevealedHasNoSecret() {
    assertThat(ServiceDocumentCodec.write(service(), false).toString())
        .doesNotContain("hunter2", "swordfish")
        .contains("***", "user_4711", "robot");
  }

  @Test
  void writeWhenPasswordIsPlainMasksItToo() {
    assertThat(ServiceDocumentCodec.write(olderService(), false).toString())
        .doesNotContain("hunter2", "swordfish");
  }

  @Test
  void readWhenMaskedRefusesAndSaysHowToMakeIt() {
    String masked = ServiceDocumentCodec.write(service(), false).toString();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(masked))
        .withMessageContaining("--reveal");
  }

  @Test
  void readWhenMaskedOlderServiceRefuses() {
    String masked = ServiceDocumentCodec.write(olderService(), false).toString();
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> read(masked));
  }

  @Test
  void readWhenSmallestDocumentHasEmptyRest() {
    Service service = read("<doc><service id=\"7\"><processingmodule/></service></doc>");
    assertThat(service)
        .returns(7L, Service::id)
        .returns("", Service::productType)
        .returns(Optional.empty(), Service::tariff)
        .returns(Optional.empty(), Service::previousTariff)
        .returns(Customer.UNKNOWN, Service::customer)
        .returns(List.of(), Service::addOns);
  }

  @Test
  void readWhenAddOnHasNoTypeIsNumber() {
    Service service =
        read("<doc><service><processingmodule/><addon name=\"disk\" value=\"5\"/></service></doc>");
    assertThat(service.addOns()).containsExactly(new AddOn("disk", AddOn.Type.INTEGER, "5", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<doc/>",
        "<doc><service/></doc>",
        "<doc><service id=\"x\"><processingmodule/></service></doc>",
        "<doc><service id=\"-7\"><processingmodule/></service></doc>",
        "<doc><service id=\"9223372036854775808\"><processingmodule/></service></doc>",
        "<doc><service other_owner=\"x\"><processingmodule/></service></doc>",
        "<doc><service><processingmodule id=\"x\"/></service></doc>",
        "<doc><service><processingmodule/><tariff id=\"x\"/></service></doc>",
        "<doc><service><processingmodule/><addon type=\"colour\"/></service></doc>",
        "<doc><service><processingmodule/><measure relation=\"x\"/></service></doc>",
        "<doc><service><processingmodule/><measure relation=\"-1\"/></service></doc>"
      })
  void readWhenDocumentIsIncompleteOrWrongRefuses(String document) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> read(document));
  }
}
