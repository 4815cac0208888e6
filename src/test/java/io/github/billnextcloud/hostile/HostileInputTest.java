package io.github.billnextcloud.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.LocalPanelAnswer;
import io.github.billnextcloud.billmanager.ServiceDocumentCodec;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.ocs.RecordedUserAnswer;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.Promise;
import io.github.billnextcloud.provisioning.ProvisioningException;
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
    } catch (InvalidInputException | ProvisioningException | IOException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return false;
    }
  }

  private static void read(HostileDocument document) throws IOException {
    ByteArrayInputStream stream = new ByteArrayInputStream(document.bytes());
    switch (document.kind()) {
      case SERVICE -> service(XmlElement.parse(stream));
      case FORM -> form(XmlElement.parse(stream));
      case PANEL_ANSWER -> LocalPanelAnswer.check(stream);
      case CLOUD_ANSWER ->
          RecordedUserAnswer.check(new String(document.bytes(), StandardCharsets.UTF_8));
    }
  }

  private static void service(XmlElement document) {
    Service service = ServiceDocumentCodec.read(document);
    XmlElement again = parsed(ServiceDocumentCodec.write(service, true).toString());
    assertThat(again.first("service")).isPresent();
    assertThat(ServiceDocumentCodec.read(again).customer()).isEqualTo(service.customer());
    Promise.check(service);
  }

  private static XmlElement parsed(String xml) {
    return XmlElement.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static void form(XmlElement document) {
    try {
      ProcessingModule module = new LocalPanel(NOWHERE).typedModule(document);
      assertThat(CloudFactory.address(module)).startsWith("http").doesNotContain("word@");
      assertThat(CloudFactory.of(module, Timeouts.FORM)).isNotNull();
    } catch (BillingException noPanel) {
      assertThat(noPanel).hasMessageContaining("mgrctl cannot be run");
    }
  }
}
