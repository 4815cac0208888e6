package io.github.billnextcloud.standin.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in makes products as the panel's forms do, and refuses what they refuse. */
class PanelProductTest {

  @TempDir static Path root;

  private static PanelStandIn panel;
  private static long module;

  @BeforeAll
  static void start() throws Exception {
    panel = PanelStandIn.start(root);
    module = panel.addModule(Map.of(), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    panel.close();
  }

  @ParameterizedTest
  @CsvSource({
    "itemtype.edit, intname=backupservice name=x, exists, itemtype",
    "itemtype.edit, intname=new, missed, name",
    "itemtype.edit, name=x, missed, intname",
    "itemtype.param.edit, plid=120 intname=url name=x, exists, itemtypeparam",
    "itemtype.param.edit, intname=new name=x, missed, plid",
    "itemtype.detail.edit, plid=120 intname=disk name=x, exists, itemtype",
    "itemtype.detail.edit, plid=999 intname=disk name=x, missed, itemtype",
    "pricelist.add.step2, itemtype=120 project=1 intname=x name=x, missed, processingmodule",
    "pricelist.detail.edit, plid=999 itemtype=121, missed, pricelist",
    "processing.add.settings, module=pmother name=x, missed, module",
    "processing.add.settings, module=pmnextcloud, missed, name",
    "processing.add.settings, module=pmnextcloud name=x datacenter=9, missed, datacenter"
  })
  void aFormThatIsWrongIsRefused(String func, String params, String type, String object)
      throws Exception {
    MgrctlRun run = mgrctl(func, params + " sok=ok");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.stdout()).contains("<error type=\"" + type + "\" object=\"" + object + "\"");
  }

  @Test
  void aFormThatIsNotConfirmedChangesNothing() throws Exception {
    assertThat(mgrctl("itemtype.edit", "intname=new name=x").exitCode()).isZero();
    assertThat(panel.query("SELECT id FROM itemtype WHERE intname = 'new'")).isEmpty();
  }

  @Test
  void aNewTariffGetsTheDefaultAddOnsOfItsType() throws Exception {
    String form = "itemtype=120 project=1 intname=t name=x processingmodule=" + module;

    MgrctlRun run = mgrctl("pricelist.add.step2", form + " sok=ok");

    assertThat(run.stdout()).contains("<ok/><id>");
    assertThat(
            panel.query(
                "SELECT d.addonlimit, t.active FROM pricelist d JOIN pricelist t"
                    + " ON t.id = d.parent WHERE t.intname = 't'"))
        .containsExactly(Map.of("addonlimit", "10", "active", "off"));
    assertThat(mgrctl("pricelist.add.step2", form + " sok=ok").stdout())
        .contains("<error type=\"exists\" object=\"pricelist\"");
  }

  private static MgrctlRun mgrctl(String func, String params) throws Exception {
    return MgrctlRun.of(panel, Map.of(), (func + " " + params).split(" "));
  }
}
