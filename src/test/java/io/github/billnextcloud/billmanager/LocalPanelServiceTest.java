package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service as it is read from the panel's own tables. */
class LocalPanelServiceTest extends WithPanel {

  @Test
  void processingModuleWhenASecretHasBlanksAtItsEndsKeepsThem() {
    long other = standIn.addModule(Map.of(), Map.of("nc_password", " two blanks "));

    assertThat(panel.processingModule(other).secret("nc_password"))
        .isEqualTo(new Secret(" two blanks "));
  }

  @Test
  void serviceWhenReadKnowsItsProductType() {
    assertThat(service().productType()).isEqualTo("backupservice");
  }

  @Test
  void serviceWhenOfAnotherProductTypeKnowsIt() {
    long vds = standIn.addTariff(TariffSpec.named("vds-1").ofType("cloud_box"));
    item = standIn.order(account, vds, module);

    assertThat(service().productType()).isEqualTo("cloud_box");
  }

  @Test
  void serviceWhenTariffNeverChangedHasNoPreviousOne() {
    assertThat(service())
        .returns(
            Optional.of(new Tariff(tariff, Map.of("usergroup", List.of("clients")))),
            Service::tariff)
        .returns(Optional.empty(), Service::previousTariff);
  }

  @Test
  void serviceWhenTariffChangesKnowsBoth() {
    long bigger = standIn.addTariff(TariffSpec.named("cloud-50").param("usergroup", "vip"));
    standIn.changeTariff(item, bigger);

    assertThat(service())
        .returns(
            List.of("vip"), service -> service.tariff().orElseThrow().params().get("usergroup"))
        .returns(
            List.of("clients"),
            service -> service.previousTariff().orElseThrow().params().get("usergroup"));
  }

  @Test
  void serviceWhenSettingHasSeveralValuesReadsAll() {
    standIn.sql("ALTER TABLE pricelistparam ADD INDEX (pricelist), DROP INDEX pricelist");
    long own = standIn.addTariff(TariffSpec.named("cloud-x").param("usergroup", "a"));
    standIn.insert(
        "pricelistparam", Map.of("pricelist", own, "intname", "usergroup", "value", "b"));
    item = standIn.order(account, own, module);

    assertThat(service().tariff().orElseThrow().params().get("usergroup"))
        .containsExactly("a", "b");
  }

  @Test
  void tariffWhenItHasNoRussianNameIsCalledByItsOwn() {
    long own = standIn.addTariff(TariffSpec.named("Cloud 10"));
    for (String russian : new String[] {null, ""}) {
      standIn.sql("UPDATE pricelist SET name_ru = ? WHERE id = ?", russian, own);
      try (JdbcSession database = panel.database()) {
        assertThat(ServiceNames.ofTariff(database, own, "ru")).hasValue("Cloud 10");
      }
    }
  }

  @Test
  void serviceWhenReadKnowsItsCustomer() {
    assertThat(service().customer())
        .isEqualTo(Customer.of(OptionalLong.of(account), "ann@example.org", "Анна", "ru"));
  }

  @Test
  void serviceWhenAccountHasSeveralUsersTakesTheFirst() {
    long family = standIn.addAccount("family", "first@example.org", "First", "en");
    standIn.insert(
        "user", Map.of("account", family, "email", "second@example.org", "realname", "Second"));
    item = standIn.order(family, tariff, module);

    assertThat(service().customer().email()).hasValue("first@example.org");
  }

  @Test
  void serviceWhenTheFirstUserCannotBeWrittenToTakesTheNext() {
    long family = standIn.addAccount("family", "dismissed@example.org", "Dismissed", "en");
    standIn.sql("UPDATE user SET enabled = 'off' WHERE account = ?", family);
    user(family, "", "Nameless");
    user(family, "third@example.org", "Third");
    item = standIn.order(family, tariff, module);

    assertThat(service().customer().email()).hasValue("third@example.org");
    assertThat(inPages().customer()).isEqualTo(service().customer());
  }

  @Test
  void serviceWhenNoUserCanBeWrittenToTakesTheFirst() {
    long family = standIn.addAccount("family", "dismissed@example.org", "Dismissed", "en");
    standIn.sql("UPDATE user SET enabled = 'off' WHERE account = ?", family);
    user(family, "", "Nameless");
    item = standIn.order(family, tariff, module);

    assertThat(service().customer().email()).hasValue("dismissed@example.org");
    assertThat(inPages().customer()).isEqualTo(service().customer());
  }

  @Test
  void serviceWhenThePanelDoesNotTellWhoIsEnabledTakesTheFirstWithAnAddress() {
    long family = standIn.addAccount("family", "", "Nameless", "en");
    user(family, "second@example.org", "Second");
    item = standIn.order(family, tariff, module);
    standIn.sql("ALTER TABLE user RENAME COLUMN enabled TO elsewhere");
    try {
      assertThat(service().customer().email()).hasValue("second@example.org");
    } finally {
      standIn.sql("ALTER TABLE user RENAME COLUMN elsewhere TO enabled");
    }
  }

  private static void user(long owner, String email, String name) {
    standIn.insert("user", Map.of("account", owner, "email", email, "realname", name));
  }

  private Service inPages() {
    List<Service> found = new ArrayList<>();
    try (ServicePageReader pages = new ServicePageReader(panel, panel.processingModule(module))) {
      pages.each(found::add);
    }
    return found.stream().filter(it -> it.id() == item).findFirst().orElseThrow();
  }

  @Test
  void serviceWhenUserHasNoRealNameTakesTheAccounts() {
    long firm = standIn.addAccount("ООО Ромашка", "firm@example.org", null, null);
    item = standIn.order(firm, tariff, module);

    assertThat(service().customer())
        .isEqualTo(Customer.of(OptionalLong.of(firm), "firm@example.org", "ООО Ромашка", ""));
  }

  @Test
  void serviceWhenAccountHasNoUserHasNoEmail() {
    long empty = standIn.insert("account", Map.of("name", "empty"));
    item = standIn.order(empty, tariff, module);

    assertThat(service().customer())
        .isEqualTo(Customer.of(OptionalLong.of(empty), "", "empty", ""));
  }

  @Test
  void serviceWhenReadKnowsItsPlainParams() {
    standIn.param(item, "username", "ann", false);

    assertThat(service().params().plain()).isEqualTo(Map.of("username", "ann"));
  }

  /** As far as the database goes by its keys, the one that was saved first would come last. */
  @Test
  void serviceWhenAParamStandsTwiceHasTheOneThatWasSavedLast() {
    standIn.sql("ALTER TABLE itemparam ADD INDEX twice (item, value(20)), DROP INDEX item");
    try {
      standIn.param(item, "username", "zoe", false);
      standIn.insert("itemparam", Map.of("item", item, "intname", "username", "value", "ann"));

      assertThat(service().params().plain()).isEqualTo(Map.of("username", "ann"));
      assertThat(inPages().params().plain()).isEqualTo(Map.of("username", "ann"));
    } finally {
      standIn.sql("DELETE FROM itemparam WHERE item = ?", item);
      standIn.sql("ALTER TABLE itemparam ADD UNIQUE INDEX item (item, intname), DROP INDEX twice");
    }
  }

  @Test
  void serviceWhenSecretsAreNeededDecryptsThem() {
    standIn.param(item, "userpassword", "тайна", true);

    assertThat(panel.service(item, ServiceReadScope.EVERYTHING).params().crypted())
        .isEqualTo(Map.of("userpassword", new Secret("тайна")));
  }

  @Test
  void serviceWhenSecretsAreNotNeededLeavesThem() {
    standIn.sql("UPDATE item SET opendate = NOW() WHERE id = ?", item);
    standIn.insert(
        "itemcryptedparam", Map.of("item", item, "intname", "userpassword", "value", "broken"));

    assertThat(service().params().crypted()).isEmpty();
  }

  @Test
  void serviceWhenSecretOnlyMightProveAnAccountDoesWithoutABrokenOne() {
    standIn.insert(
        "itemcryptedparam", Map.of("item", item, "intname", "userpassword", "value", "broken"));

    assertThat(panel.service(item, ServiceReadScope.ACCOUNT).params().crypted()).isEmpty();
  }

  @Test
  void serviceWhenSecretCannotBeDecryptedNamesIt() {
    standIn.insert(
        "itemcryptedparam", Map.of("item", item, "intname", "userpassword", "value", "broken"));

    assertThatThrownBy(() -> panel.service(item, ServiceReadScope.EVERYTHING))
        .hasMessageContaining("'userpassword' cannot be decrypted")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.UNREADABLE_SECRET);
  }

  @Test
  void serviceWhenReadKnowsItsModule() {
    assertThat(service().module())
        .returns(module, ProcessingModule::id)
        .returns("https://cloud.example.org", it -> it.setting("base_url"))
        .returns("admin", it -> it.setting("nc_username"))
        .returns(new Secret("пароль <&> \"'"), it -> it.secret("nc_password"));
  }

  @Test
  void serviceWhenMissingSaysSo() {
    assertThatThrownBy(() -> panel.service(999_999, ServiceReadScope.ORDER))
        .hasMessageStartingWith(
            "BILLmanager has no service 999999; those of this program have numbers from ")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NO_SERVICE);
  }

  @Test
  void serviceWhenWithoutModuleSaysSo() {
    standIn.sql("UPDATE item SET processingmodule = NULL WHERE id = ?", item);

    assertThatThrownBy(this::service)
        .hasMessageEndingWith("has no processing module")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NO_SERVICE);
  }

  @ParameterizedTest
  @CsvSource({"10,gib,10737418240", "1,tib,1099511627776", "3,mib,3145728", "2,byte,2"})
  void serviceWhenReadKnowsItsMeasures(BigDecimal amount, String unit, BigInteger bytes) {
    assertThat(service().measures().toBytes(amount, unit)).contains(bytes);
  }

  @Test
  void serviceWhenMeasureHasNoChainCannotConvertIt() {
    assertThat(service().measures().toBytes(BigDecimal.TEN, "pcs")).isEmpty();
  }
}
