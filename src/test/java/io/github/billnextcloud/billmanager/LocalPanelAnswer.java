package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import java.io.InputStream;
import java.util.OptionalLong;

/** An answer of mgrctl, read in each of the ways in which answers are read. */
public final class LocalPanelAnswer {

  private LocalPanelAnswer() {}

  /**
   * Reads it.
   *
   * @throws InvalidInputException when it is no XML
   */
  public static void check(InputStream answer) {
    XmlElement document = XmlElement.parse(answer);
    ProcessingModule module = ProcessingModule.ofForm(OptionalLong.of(1), document);
    assertThat(module.patienceWithPanel().isNegative()).isFalse();
    assertThat(module.completedBy(module)).isEqualTo(module);
    document.all("elem").forEach(element -> assertThat(element.texts()).isNotNull());
    document.first("error").ifPresent(error -> assertThat(error.text("type")).isNotNull());
    assertThat(document.find("task_type")).isNotNull();
  }
}
