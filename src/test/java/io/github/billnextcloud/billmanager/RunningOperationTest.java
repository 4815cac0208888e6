package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telling a failure where BILLmanager and its staff look for it. */
class RunningOperationTest extends WithPanel {

  private static final XmlBuilder ERROR =
      XmlBuilder.doc()
          .open("error")
          .with("type", "Облако <&>")
          .text("Не \"то\"\n'1'")
          .close("error");

  private long id;
  private RunningOperation operation;

  @BeforeEach
  void begin() {
    id = standIn.beginOperation(item, "open");
    operation = new RunningOperation(panel, id);
  }

  @Test
  void tryCountWhenStartedBeforeIsTheNumber() {
    standIn.trycount(id, 7);

    assertThat(operation.tryCount()).hasValue(7);
  }

  @Test
  void tryCountWhenNeverCountedIsZero() {
    standIn.sql("UPDATE runningoperation SET trycount = NULL WHERE id = ?", id);

    assertThat(operation.tryCount()).hasValue(0);
  }

  @Test
  void tryCountWhenOperationIsGoneIsEmpty() {
    assertThat(new RunningOperation(panel, 999_999).tryCount()).isEmpty();
  }

  @Test
  void recordErrorWhenItIsInRussianArrivesAsItIs() {
    operation.recordError(ERROR);

    assertThat(standIn.errorXml(id)).contains(ERROR.toString());
  }

  @Test
  void setManualWhenSaidStopsTheRepeating() {
    operation.setManual();

    assertThat(standIn.manual(id)).isTrue();
  }

  @Test
  void setManualWhenPanelRestartsIsRepeatedUntilThrough() {
    standIn.restarting(1);

    operation.setManual();

    assertThat(standIn.manual(id)).isTrue();
  }

  @Test
  void openTaskWhenThereIsNoneOpensOne() {
    operation.openTask("open", item);

    assertThat(standIn.query("SELECT type, item, status FROM task WHERE runningoperation = ?", id))
        .singleElement()
        .hasToString("{type=service_open, item=" + item + ", status=null}");
  }

  @Test
  void openTaskWhenThereIsOneOpensNoOther() {
    operation.openTask("open", item);

    operation.openTask("open", item);

    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void openTaskWhenTheOldOneIsClosedOpensAnother() {
    operation.openTask("open", item);
    standIn.sql("UPDATE task SET status = 2 WHERE runningoperation = ?", id);

    operation.openTask("open", item);

    assertThat(tasks()).isEqualTo(2);
  }

  @Test
  void openTaskWhenPanelHasNoSuchKindOpensNone() {
    operation.openTask("stat", item);

    assertThat(tasks()).isZero();
  }

  @Test
  void rollbackTariffWhenUserIsKnownNamesIt() {
    changeTariff();

    operation.rollbackTariff(item, Optional.of("42"));

    assertThat(lines())
        .containsExactly("service.changepricelist.rollback elid=" + item + " sok=ok userid=42");
  }

  @Test
  void rollbackTariffWhenUserIsUnknownNamesNone() {
    changeTariff();

    operation.rollbackTariff(item, Optional.empty());

    assertThat(lines())
        .containsExactly("service.changepricelist.rollback elid=" + item + " sok=ok");
  }

  @Test
  void rollbackTariffWhenDoneGivesTheOldTariffBack() {
    changeTariff();

    operation.rollbackTariff(item, Optional.empty());

    assertThat(service().tariff().orElseThrow().id()).isEqualTo(tariff);
  }

  private void changeTariff() {
    standIn.changeTariff(item, standIn.addTariff(TariffSpec.named("cloud-50")));
  }

  private int tasks() {
    return standIn.query("SELECT id FROM task WHERE runningoperation = ?", id).size();
  }
}
