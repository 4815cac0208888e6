package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Description;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator fills in is what is read. */
class FormsTest {

  @Test
  void tariffFormWhenFilledInIsReadByPolicy() {
    assertThat(fields("pricelist.pmnextcloud"))
        .containsExactlyInAnyOrder(Policy.GROUPS, Policy.UNLIMITED);
  }

  @Test
  void settingsFormWhenFilledInIsReadByCloudsAndPanel() {
    assertThat(fields("processing.edit.pmnextcloud"))
        .containsExactlyInAnyOrder(
            Clouds.BASE_URL, Clouds.LOGIN, Clouds.PASSWORD, Clouds.TOKEN, "panel_wait");
  }

  private static Stream<String> fields(String form) {
    return Description.fields(Description.read(), form).stream().map(field -> field.text("name"));
  }
}
