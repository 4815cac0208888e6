package io.github.billnextcloud.billmanager.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.billnextcloud.cli.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that the panel pipes through us, and what comes instead of them. */
class PanelFormEditorTest {

  /** As captured from a panel: contract §4.12. */
  private static final String CAPTURED =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <doc lang="ru" func="pricelist.edit" binary="/billmgr" host="https://panel.example.org">
        <metadata name="pricelist.edit" type="form" mgr="billmgr">
          <form><field name="usergroup"><select name="usergroup"/></field></form>
        </metadata>
        <messages name="pricelist.edit" checked="yes"><msg name="hint">a &gt; b</msg></messages>
        <elid>12</elid>
        <usergroup>clients</usergroup>
        <close_policy readonly="no"/>
        <slist name="period"><val key="1">Month</val><msg key="12">year</msg></slist>
      </doc>
      """;

  @Test
  void valueWhenFieldIsAttributeOrElementIsTheSame() {
    assertThat(parse(CAPTURED))
        .returns("pricelist.edit", form -> form.value("func"))
        .returns("clients", form -> form.value("usergroup"))
        .returns("", form -> form.value("close_policy"))
        .returns("", form -> form.value("missing"));
  }

  @Test
  void offerWhenFormIsCapturedStandsBeforeItsEnd() {
    PanelFormEditor form = parse(CAPTURED);
    form.offer("usergroup", Map.of("null", "No group"));

    assertThat(form.text())
        .isEqualTo(
            CAPTURED.replace(
                "</doc>",
                "<slist name=\"usergroup\"><val key=\"null\">No group</val>"
                    + "<val key=\"clients\">clients</val></slist></doc>"));
  }

  @Test
  void offerWhenChosenValueIsAChoiceOffersItOnce() {
    PanelFormEditor form = parse(CAPTURED);
    form.offer("usergroup", Map.of("clients", "Clients"));

    assertThat(form.text()).containsOnlyOnce("key=\"clients\"");
  }

  @Test
  void offerWhenChoicesAreInOrderKeepsIt() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("z", "1");
    choices.put("a", "2");
    PanelFormEditor form = parse("<doc></doc>");
    form.offer("x", choices);

    assertThat(form.text()).contains("<val key=\"z\">1</val><val key=\"a\">2</val></slist></doc>");
  }

  @Test
  void offerWhenOnlyAnInnerListHasTheNameOffers() {
    PanelFormEditor form = parse("<doc><form><slist name=\"x\"/></form></doc>");
    form.offer("x", Map.of("a", "b"));

    assertThat(form.text())
        .endsWith("</form><slist name=\"x\"><val key=\"a\">b</val></slist></doc>");
  }

  /** COREmanager makes lists of its own for selects that have no values yet (contract §4.12). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<slist name=\"x\"/>",
        "<slist name='x'></slist>",
        "<slist a=\"1\" name=\"x\" >\n</slist>"
      })
  void offerWhenThePanelsListIsEmptyFillsIt(String empty) {
    PanelFormEditor form =
        parse("<doc><form><slist name=\"x\"/></form>" + empty + "<slist name=\"y\"/><x/></doc>");
    form.offer("x", Map.of("a", "b"));

    assertThat(form.text())
        .isEqualTo(
            "<doc><form><slist name=\"x\"/></form><slist name=\"y\"/><x/>"
                + "<slist name=\"x\"><val key=\"a\">b</val></slist></doc>");
  }

  @Test
  void offerWhenThePanelsListHasChoicesLeavesIt() {
    String document = "<doc><slist name=\"x\"><msg>all</msg></slist></doc>";
    PanelFormEditor form = parse(document);
    form.offer("x", Map.of("a", "b"));

    assertThat(form.text()).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<doc x=\"\"></doc>", "<doc><x/></doc>", "<doc><x>1</x></doc>"})
  void fillWhenFormHasTheFieldLeavesIt(String document) {
    PanelFormEditor form = parse(document);
    form.fill("x", "2");

    assertThat(form.text()).isEqualTo(document);
  }

  @Test
  void fillWhenFormHasNoSuchFieldGivesIt() {
    PanelFormEditor form = parse("<doc><a><x/></a></doc>");
    form.fill("x", "<&>\n");

    assertThat(form.text()).isEqualTo("<doc><a><x/></a><x>&lt;&amp;&gt;&#10;</x></doc>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{\"doc\":1}",
        "<doc>",
        "<doc></dok>",
        "<doc a=1/>",
        "<doc>&nope;</doc>",
        "<doc>\u0001</doc>",
        "<doc/><doc/>",
        "<doc></doc>text",
        "<doc><!-- -- --></doc>",
        "<doc>]]></doc>",
        "<doc a='' a=''/>"
      })
  void textWhenThisIsNoXmlIsWhatCame(String document) {
    assertUnchanged(document.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "windows-1251", "koi8-r"})
  void bytesWhenThisIsNotUtf8AreWhatCame(String encoding) {
    String document = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><doc>Анна</doc>";
    assertUnchanged(document.getBytes(Charset.forName(encoding)));
  }

  @Test
  void bytesWhenTheyAreBrokenAreWhatCame() {
    assertUnchanged(new byte[] {'<', 'd', '>', (byte) 0xC0, (byte) 0x80, '<', '/', 'd', '>'});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE doc><doc></doc>",
        "<!DOCTYPE doc [<!ENTITY e \"x\">]><doc>&e;</doc>",
        "<!DOCTYPE doc SYSTEM \"file:///etc/passwd\"><doc></doc>",
        "<doc><hint><![CDATA[<!DOCTYPE html><p>]]></hint></doc>"
      })
  void textWhenDocumentHasATypeIsWhatCame(String document) {
    assertUnchanged(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void textWhenAListHasMoreEntriesThanWeReadIsWhatCame() {
    assertUnchanged(
        ("<doc><slist name=\"x\">" + "<val key=\"1\">a</val>".repeat(20_000) + "</slist></doc>")
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void offerWhenTheFormCallsItsEncodingByAnotherNameOffers() {
    PanelFormEditor form = parse("<?xml version=\"1.0\" encoding=\"utf8\"?><doc></doc>");
    form.offer("x", Map.of("a", "b"));

    assertThat(form.text()).endsWith("<doc><slist name=\"x\"><val key=\"a\">b</val></slist></doc>");
  }

  /** What we do not understand we do not add to, either. */
  private static void assertUnchanged(byte[] document) {
    PanelFormEditor form = parse(document);
    form.offer("usergroup", Map.of("a", "b"));
    form.fill("notice_levels", "80");

    assertThat(form.bytes()).isEqualTo(document);
  }

  @Test
  void parseWhenDocumentIsAsLongAsAllowedReadsIt() {
    String document = "<doc>" + "x".repeat(XmlElement.LONGEST - 11) + "</doc>";
    assertThat(parse(document).text()).isEqualTo(document);
  }

  @Test
  void textWhenDocumentIsLongerIsWhatCame() {
    assertUnchanged(
        ("<doc>" + " ".repeat(XmlElement.LONGEST) + "</doc>").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void parseWhenDocumentIsLongerThanWeHoldRefuses() {
    String document = "<doc>" + " ".repeat(4 * XmlElement.LONGEST) + "</doc>";
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> parse(document))
        .withMessageContaining("longer than");
  }

  @Test
  void textWhenNestedBeyondReasonIsWhatCame() {
    assertUnchanged(
        ("<a>".repeat(100_000) + "</a>".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void parseWhenStreamBreaksRefuses() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PanelFormEditor.parse(broken));
  }

  private static PanelFormEditor parse(String document) {
    return parse(document.getBytes(StandardCharsets.UTF_8));
  }

  private static PanelFormEditor parse(byte[] document) {
    return PanelFormEditor.parse(new ByteArrayInputStream(document));
  }
}
