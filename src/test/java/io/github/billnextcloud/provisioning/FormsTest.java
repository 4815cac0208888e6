package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Description;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator fills in is what is read. */
class FormsTest {

  @Test
  void tariffFormWhenFilledInIsReadByTerms() {
    assertThat(fields("pricelist.pmnextcloud"))
        .containsExactlyInAnyOrder(
            Terms.GROUP,
            Terms.MORE_GROUPS,
            Terms.QUOTA_SOURCE,
            Terms.FIXED_QUOTA,
            Terms.LOGIN_TEMPLATE,
            Terms.PASSWORD_RULE,
            Terms.LANGUAGE,
            Terms.SUSPEND_STYLE,
            Terms.SUSPEND_GROUP,
            Terms.CLOSE_POLICY,
            Terms.CLOSE_DAYS,
            Terms.ALLOW_SHRINK);
  }

  @Test
  void settingsFormWhenFilledInIsReadByCloudsAndPanel() {
    assertThat(fields("processing.edit.pmnextcloud"))
        .containsExactlyInAnyOrder(
            Clouds.BASE_URL,
            Clouds.LOGIN,
            Clouds.PASSWORD,
            Clouds.TOKEN,
            "panel_wait",
            "make_groups",
            "forbidden_names",
            Notices.LEVELS,
            "keep_last_login",
            "max_accounts",
            "min_free_gb",
            "draining",
            Space.NAMES,
            "proxy",
            "ca_file");
  }

  private static Stream<String> fields(String form) {
    return Description.fields(Description.read(), form).stream().map(field -> field.text("name"));
  }
}
