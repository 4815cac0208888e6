package io.github.billnextcloud.billmanager.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.FormDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What holds for every form that is handed back to the panel. */
class PanelFormEditorLawsTest {

  private static final Map<String, String> CHOICES = choices();

  @Property
  void textWhenNothingIsAddedIsTheForm(@ForAll("forms") FormDocument form) {
    assertThat(parse(form.text()).text()).isEqualTo(form.text());
  }

  @Property
  void textWhenSomethingIsAddedIsTheFormAroundOnePiece(@ForAll("forms") FormDocument form) {
    PanelFormEditor tuned = parse(form.text());
    tuned.offer("usergroup", CHOICES);
    tuned.fill("notice_levels", "80,95");

    assertThat(added(form, tuned.text()))
        .isEqualTo(
            "<slist name=\"usergroup\"><val key=\"null\">Без группы</val>"
                + "<val key=\"&lt;/doc&gt;\">&lt;/doc&gt;</val><val key=\"😀\">&amp;&#10;</val>"
                + "</slist><notice_levels>80,95</notice_levels>");
  }

  @Property
  void textWhenSomethingIsAddedIsReadByOthersAtTheEndOfTheRoot(@ForAll("forms") FormDocument form) {
    PanelFormEditor tuned = parse(form.text());
    tuned.offer("usergroup", CHOICES);

    Element root = root(tuned.text());
    assertThat(root.getLastChild())
        .isInstanceOfSatisfying(
            Element.class, list -> assertThat(list.getAttribute("name")).isEqualTo("usergroup"));
    assertThat(root.getChildNodes().getLength())
        .isEqualTo(root(form.text()).getChildNodes().getLength() + 1);
  }

  @Property
  void textWhenSomethingIsAddedIsReadByUsWithItsChoices(@ForAll("forms") FormDocument form) {
    PanelFormEditor tuned = parse(form.text());
    tuned.offer("usergroup", CHOICES);

    assertThat(offered(tuned.text(), "usergroup")).containsExactlyEntriesOf(CHOICES);
  }

  @Property
  void offerWhenAnotherValueIsChosenKeepsItOnOffer(
      @ForAll("forms") FormDocument form, @ForAll("values") String value) {
    FormDocument chosen =
        form.with(
            XmlBuilder.part().element("usergroup", value).content() + "<usergroup>z</usergroup>");
    PanelFormEditor tuned = parse(chosen.text());
    tuned.offer("usergroup", CHOICES);

    assertThat(offered(tuned.text(), "usergroup"))
        .containsAllEntriesOf(CHOICES)
        .hasSize(CHOICES.size() + 1)
        .containsEntry(value, value);
    assertThat(tuned.text()).startsWith(chosen.before()).endsWith(chosen.after());
  }

  @Property
  void offerWhenThePanelOffersItselfLeavesThat(@ForAll("forms") FormDocument form) {
    FormDocument offering = form.with("<slist\r\n name='usergroup'><val key='a'>b</val></slist>");
    PanelFormEditor tuned = parse(offering.text());
    tuned.offer("usergroup", CHOICES);

    assertThat(tuned.text()).isEqualTo(offering.text());
  }

  @Property
  void fillWhenTheFieldIsThereLeavesIt(@ForAll("forms") FormDocument form) {
    FormDocument filled = form.with("<notice_levels/>");
    PanelFormEditor tuned = parse(filled.text());
    tuned.fill("notice_levels", "80,95");

    assertThat(tuned.text()).isEqualTo(filled.text());
  }

  @Property
  void textWhenTheRootIsClosedAtOnceStaysAsItIs(@ForAll("closedAtOnce") String form) {
    PanelFormEditor tuned = parse(form);
    tuned.offer("usergroup", CHOICES);
    tuned.fill("notice_levels", "80,95");

    assertThat(tuned.text()).isEqualTo(form);
  }

  @Provide
  Arbitrary<FormDocument> forms() {
    return FormDocument.any();
  }

  @Provide
  Arbitrary<String> closedAtOnce() {
    return FormDocument.closedAtOnce();
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of("a", "a b", "Клиенты & Co", "</slist>", "\"'", "🎉", "a\nb", "0");
  }

  private static Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("null", "Без группы");
    choices.put("</doc>", "</doc>");
    choices.put("😀", "&\n");
    return choices;
  }

  private static PanelFormEditor parse(String form) {
    return PanelFormEditor.parse(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)));
  }

  /** What stands between the form's two halves, which must be there as they were. */
  private static String added(FormDocument form, String text) {
    assertThat(text).startsWith(form.before()).endsWith(form.after());
    return text.substring(form.before().length(), text.length() - form.after().length());
  }

  private static Map<String, String> offered(String form, String field) {
    Map<String, String> offered = new LinkedHashMap<>();
    XmlElement.parse(form).all("slist").stream()
        .filter(list -> list.text("name").equals(field))
        .flatMap(list -> list.all("val").stream())
        .forEach(val -> offered.put(val.text("key"), val.rawText()));
    return offered;
  }

  /** As a reader sees it that is not ours. */
  private static Element root(String form) {
    try {
      String marked = form.startsWith("\uFEFF") ? form.substring(1) : form;
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(marked)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException notWellFormed) {
      throw new AssertionError(form, notWellFormed);
    }
  }
}
