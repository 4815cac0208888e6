package io.github.billnextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.BillingException;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PanelAnswer;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.ServiceDocument;
import io.github.billnextcloud.billmanager.XmlIn;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.cloud.ocs.UserAnswer;
import io.github.billnextcloud.hostile.Feeding;
import io.github.billnextcloud.hostile.HostileDocument;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Promise;
import io.github.billnextcloud.provisioning.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent is read, or refused in words, at once: nothing else comes out. With {@code
 * -Dhostile.seed=…} other documents are sent, with {@code -Dhostile.first=…} one is seen again.
 */
class HostileInputTest {

  private static final long SEED = Long.getLong("hostile.seed", 20_261_123);
  private static final long FIRST = Long.getLong("hostile.first", 0);
  private static final long DOCUMENTS = Long.getLong("hostile.documents", 100_000);

  /** There is no panel at this root: what asks it is refused. */
  private static final Path NOWHERE = Path.of("target/no-such-panel");

  @Test
  void readersWhenInputIsHostileReadOrRefuse() throws InterruptedException {
    Feeding feeding = new Feeding(SEED, HostileInputTest::isRead);
    feeding.feed(FIRST, DOCUMENTS);
    System.out.println(feeding);
    assertThat(feeding.escaped()).as(feeding.toString()).isEmpty();
    assertThat(feeding.read()).as("documents that got through").isGreaterThan(DOCUMENTS / 10);
    assertThat(feeding.refused()).as("documents that were refused").isGreaterThan(DOCUMENTS / 10);
  }

  private static boolean isRead(HostileDocument document) {
    try {
      read(document);
      return true;
    } catch (BadRequest | Refusal | IOException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return false;
    }
  }

  private static void read(HostileDocument document) throws IOException {
    ByteArrayInputStream stream = new ByteArrayInputStream(document.bytes());
    switch (document.kind()) {
      case SERVICE -> service(XmlIn.parse(stream));
      case FORM -> form(XmlIn.parse(stream));
      case PANEL_ANSWER -> PanelAnswer.check(stream);
      case CLOUD_ANSWER -> UserAnswer.check(new String(document.bytes(), StandardCharsets.UTF_8));
    }
  }

  private static void service(XmlIn document) {
    Service service = ServiceDocument.read(document);
    XmlIn again = parsed(ServiceDocument.write(service, true).toString());
    assertThat(again.first("service")).isPresent();
    assertThat(ServiceDocument.read(again).customer()).isEqualTo(service.customer());
    Promise.check(service);
  }

  private static XmlIn parsed(String xml) {
    return XmlIn.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static void form(XmlIn document) {
    try {
      ProcessingModule module = new Panel(NOWHERE).typedModule(document);
      assertThat(Clouds.address(module)).startsWith("http").doesNotContain("word@");
      assertThat(Clouds.of(module, Patience.FORM)).isNotNull();
    } catch (BillingException noPanel) {
      assertThat(noPanel).hasMessageContaining("mgrctl cannot be run");
    }
  }
}
