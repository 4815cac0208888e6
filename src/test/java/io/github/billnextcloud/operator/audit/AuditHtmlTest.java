package io.github.billnextcloud.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What comes from outside stays a text in a page. */
class AuditHtmlTest {

  @Test
  void pageWhenANameIsMarkupHasNone() {
    assertThat(AuditHtml.inScript("</script><img src=x onerror=alert(1)>&\u2028"))
        .doesNotContain("<", ">", "&", "\u2028");
  }
}
