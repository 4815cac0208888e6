package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.contract.XmlDescription;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator fills in is what is read. */
class FormsTest {

  @Test
  void tariffFormWhenFilledInIsReadByTerms() {
    assertThat(fields("pricelist.pmnextcloud"))
        .containsExactlyInAnyOrder(
            TariffSettings.GROUP,
            TariffSettings.MORE_GROUPS,
            TariffSettings.ADDON_GROUPS,
            TariffSettings.ADDON_GROUPS_WITHOUT,
            TariffSettings.QUOTA_SOURCE,
            TariffSettings.FIXED_QUOTA,
            TariffSettings.QUOTA_LATER,
            QuotaNoticeSchedule.LEVELS,
            TariffSettings.ACCOUNT_SOURCE,
            TariffSettings.LOGIN_TEMPLATE,
            TariffSettings.PASSWORD_RULE,
            TariffSettings.LANGUAGE,
            TariffSettings.SUSPEND_STYLE,
            TariffSettings.SUSPEND_GROUP,
            TariffSettings.CLOSE_POLICY,
            TariffSettings.CLOSE_DAYS,
            TariffSettings.CLOSE_SOFTLY,
            TariffSettings.INACTIVE_DAYS,
            TariffSettings.INACTIVE_NEVER_DAYS,
            TariffSettings.INACTIVE_CLOSE_DAYS,
            TariffSettings.ALLOW_SHRINK,
            TariffSettings.TEAM,
            TariffSettings.MEMBER_QUOTA,
            TariffSettings.FIXED_SEATS,
            TariffSettings.SEATS_OVER,
            TariffSettings.OWNER_MANAGES);
  }

  @Test
  void settingsFormWhenFilledInIsReadByCloudsAndPanel() {
    assertThat(fields("processing.edit.pmnextcloud"))
        .containsExactlyInAnyOrder(
            CloudFactory.BASE_URL,
            CloudFactory.LOGIN,
            CloudFactory.PASSWORD,
            ProcessingModule.APP_PASSWORD,
            CloudFactory.TOKEN,
            ProcessingModule.OAUTH_CLIENT,
            ProcessingModule.OAUTH_SECRET,
            "panel_wait",
            "make_groups",
            "forbidden_names",
            QuotaNoticeSchedule.LEVELS,
            "order_link",
            "keep_last_login",
            "max_accounts",
            "min_free_gb",
            "draining",
            SoldQuotaCalculator.NAMES,
            "seats_names",
            StaffAccounts.LIST,
            "proxy",
            "ca_file",
            CloudFactory.NO_SESSIONS);
  }

  private static Stream<String> fields(String form) {
    return XmlDescription.fields(XmlDescription.read(), form).stream()
        .map(field -> field.text("name"));
  }
}
