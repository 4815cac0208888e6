package io.github.billnextcloud.billmanager.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.WithPanel;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.panel.Call;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where the settings of a processing module come, and what of them is no setting. */
class ModuleSettingsTest extends WithPanel {

  private static final String ADDRESS = "https://cloud.example.org";

  private static long stored(Map<String, String> secrets) {
    return standIn.addModule(Map.of("base_url", ADDRESS, "nc_username", "admin"), secrets);
  }

  private static long withBroken(String secret, String beside) {
    long stored = stored(Map.of(beside, "word"));
    standIn.insert(
        "processingcryptedparam",
        Map.of("processingmodule", stored, "intname", secret, "value", "broken"));
    return stored;
  }

  private static void shows(String password) {
    standIn.failNext(
        "processing.edit",
        0,
        "",
        "<doc><base_url>"
            + ADDRESS
            + "</base_url><nc_password>"
            + password
            + "</nc_password></doc>");
  }

  private static List<String> asked() {
    return standIn.calls().stream().map(Call::func).filter("processing.edit"::equals).toList();
  }

  private ProcessingModule read(long id) {
    return panel.processingModule(id);
  }

  @Test
  void processingModuleWhenTheTablesTellAllIsReadWithoutTheForm() {
    assertThat(read(stored(Map.of("nc_password", "word"))).secret("nc_password"))
        .isEqualTo(new Secret("word"));
    assertThat(asked()).isEmpty();
  }

  @Test
  void processingModuleWhenTheTablesHaveNoSecretIsReadFromTheForm() {
    long stored = stored(Map.of());
    shows("shown");

    assertThat(read(stored))
        .returns(new Secret("shown"), module -> module.secret("nc_password"))
        .returns("admin", module -> module.setting("nc_username"));
  }

  /** Whoever invents the tables must not be sent the password that the panel tells. */
  @Test
  void processingModuleWhenItsSecretIsOfTheFormTakesNoAddressAndNoWayFromTheTables() {
    Map<String, String> invented =
        Map.of("base_url", "https://evil.example.org", "proxy", "evil:1", "ca_file", "/evil.pem");
    long stored = standIn.addModule(invented, Map.of());
    shows("shown");

    assertThat(read(stored))
        .returns(ADDRESS, module -> module.setting("base_url"))
        .returns("", module -> module.setting("proxy"))
        .returns("", module -> module.setting("ca_file"));
  }

  @Test
  void processingModuleWhenItsSecretCannotBeDecryptedIsReadFromTheForm() {
    long stored = withBroken("nc_password", "nc_token");
    shows("shown");

    assertThat(read(stored).secret("nc_password")).isEqualTo(new Secret("shown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "********", " *** "})
  void processingModuleWhenNobodyShowsItsSecretNamesTheSecret(String shown) {
    long stored = withBroken("nc_password", "nc_token");
    shows(shown);

    assertThatThrownBy(() -> read(stored))
        .hasMessageContaining("'nc_password' cannot be decrypted")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.UNREADABLE_SECRET);
  }

  @Test
  void processingModuleWhenTheFormShowsAsterisksOnlyHasNoPassword() {
    long stored = stored(Map.of());
    shows("*****");

    assertThat(read(stored).secret("nc_password").isBlank()).isTrue();
  }

  @Test
  void processingModuleWhenAnothersSecretIsBrokenPassesOverIt() {
    assertThat(read(withBroken("of_another_plugin", "nc_password")).secret("nc_password"))
        .isEqualTo(new Secret("word"));
    assertThat(asked()).isEmpty();
  }

  @Test
  void serviceWhenAnothersSecretIsBrokenPassesOverIt() {
    standIn.param(item, "userpassword", "word", true);
    standIn.insert(
        "itemcryptedparam", Map.of("item", item, "intname", "backup_key", "value", "broken"));

    assertThat(panel.service(item, ServiceReadScope.EVERYTHING).params().crypted())
        .isEqualTo(Map.of("userpassword", new Secret("word")));
  }

  private ProcessingModule typed(String fields) {
    return panel.typedModule(XmlElement.parse("<doc>" + fields + "</doc>"));
  }

  private static String form(long id, String address, String password) {
    return "<processingmodule><id>"
        + id
        + "</id><base_url>"
        + address
        + "</base_url><nc_username>admin</nc_username><nc_password>"
        + password
        + "</nc_password></processingmodule>";
  }

  @ParameterizedTest
  @ValueSource(strings = {ADDRESS, ADDRESS + "/", ADDRESS + ":443", ""})
  void typedModuleWhenNoSecretWasTypedTakesTheStoredOne(String address) {
    long stored = stored(Map.of("nc_password", "word"));

    assertThat(typed(form(stored, address, "")).secret("nc_password"))
        .isEqualTo(new Secret("word"));
    assertThat(typed(form(stored, address, "****")).secret("nc_password"))
        .isEqualTo(new Secret("word"));
  }

  /** Else whoever may open the form could have the password sent to a server of their own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cloud.example.org",
        "https://cloud.example.org:8443",
        "https://cloud.example.org/other",
        "https://cloud.example.org.evil.example",
        "https://cloud.example.org@evil.example",
        "https://evil.example/cloud.example.org",
        "https://evil.example?https://cloud.example.org",
        "https://evil.example#https://cloud.example.org",
        "nonsense"
      })
  void typedModuleWhenTheAddressIsAnotherWantsTheSecretAgain(String address) {
    long stored = stored(Map.of("nc_password", "word"));

    for (String password : List.of("", "***")) {
      assertThatThrownBy(() -> typed(form(stored, address, password)))
          .hasMessageContaining("must be typed again")
          .hasFieldOrPropertyWithValue("kind", BillingErrorKind.INCOMPLETE);
    }
    assertThat(typed(form(stored, address, "typed")).secret("nc_password"))
        .isEqualTo(new Secret("typed"));
  }

  /** At the right address, but read on its way there. */
  @ParameterizedTest
  @ValueSource(strings = {"proxy", "ca_file"})
  void typedModuleWhenTheWayIsAnotherWantsTheSecretAgain(String name) {
    long stored =
        standIn.addModule(
            Map.of("base_url", ADDRESS, name, "/kept"), Map.of("nc_password", "word"));

    assertThatThrownBy(() -> typed(way(name, "/mine", form(stored, ADDRESS, ""))))
        .hasMessageContaining("must be typed again")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.INCOMPLETE);
    for (String same : List.of("", "/kept")) {
      assertThat(typed(way(name, same, form(stored, ADDRESS, ""))).setting(name))
          .isEqualTo("/kept");
    }
    assertThat(typed(way(name, "/mine", form(stored, ADDRESS, "typed"))).setting(name))
        .isEqualTo("/mine");
  }

  private static String way(String name, String value, String form) {
    return form.replace("</id>", "</id><" + name + ">" + value + "</" + name + ">");
  }

  /** By typing it anew that is mended, and the panel saves nothing that was not tried. */
  @Test
  void typedModuleWhenTheStoredSecretIsBrokenTakesTheTypedOne() {
    long stored = withBroken("nc_password", "nc_oauth_secret");
    shows("*****");

    assertThat(
            typed(way("nc_oauth_client", "client", form(stored, ADDRESS, "typed")))
                .secret("nc_password"))
        .isEqualTo(new Secret("typed"));
  }

  /** A tariff's form has a field of that name. */
  @Test
  void typedModuleWhenAFieldIsNamedLikeTheFormReadsTheForm() {
    assertThat(
            typed("<processingmodule>7</processingmodule><base_url>" + ADDRESS + "</base_url>")
                .setting("base_url"))
        .isEqualTo(ADDRESS);
  }
}
