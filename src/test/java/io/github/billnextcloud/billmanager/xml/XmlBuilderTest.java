package io.github.billnextcloud.billmanager.xml;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that we write are read as we meant them. */
class XmlBuilderTest {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @Test
  void okWhenPrintedIsTheAnswerToSuccess() {
    assertThat(XmlBuilder.ok()).hasToString(HEAD + "<doc><ok/></doc>\n");
  }

  @Test
  void docWhenEmptyIsClosed() {
    assertThat(XmlBuilder.doc()).hasToString(HEAD + "<doc/>\n");
  }

  @Test
  void toStringWhenAskedTwiceIsTheSame() {
    XmlBuilder document = XmlBuilder.ok();
    assertThat(document.toString()).isEqualTo(document.toString());
  }

  @Test
  void paramWhenWrittenHasNameAndText() {
    assertThat(XmlBuilder.doc().param("url", "https://x").param("empty", ""))
        .hasToString(
            HEAD + "<doc><param name=\"url\">https://x</param><param name=\"empty\"/></doc>\n");
  }

  @Test
  void openWhenNestedKeepsTheOrder() {
    XmlBuilder nested =
        XmlBuilder.doc().open("a").with("id", 1).open("b").close("b").text("t").close("a");
    assertThat(nested).hasToString(HEAD + "<doc><a id=\"1\"><b/>t</a></doc>\n");
  }

  @Test
  void textWhenItHasMarkupIsEscaped() {
    assertThat(XmlBuilder.doc().text("<a href=\"x\">&'</a>").toString())
        .contains("&lt;a href=&quot;x&quot;&gt;&amp;'&lt;/a&gt;");
  }

  @Test
  void withWhenValueHasMarkupAndLineEndsIsEscaped() {
    assertThat(XmlBuilder.doc().with("a", "\"<\n\r\t>&").toString())
        .contains("a=\"&quot;&lt;&#10;&#13;&#9;&gt;&amp;\"");
  }

  @Test
  void textWhenItEndsCharacterDataIsHarmless() {
    assertThat(XmlBuilder.doc().text("]]>").toString()).doesNotContain("]]>");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "8", "11", "12", "14", "27", "31", "65534", "65535", "55357", "56832"})
  void textWhenCharacterHasNoPlaceInXmlLeavesItOut(int character) {
    assertThat(readBack("a" + (char) character + "b")).isEqualTo("ab");
  }

  @Test
  void textWhenATerminalWouldObeyItMeansTheSameAndIsObeyedByNone() {
    XmlBuilder document = XmlBuilder.doc().text("a\u009b\u202e\u2028b");
    assertThat(document.toString()).contains("a&#155;&#8238;&#8232;b");
    assertThat(readBack("a\u009b\u202e\u2028b")).isEqualTo("a\u009b\u202e\u2028b");
  }

  @Test
  void textWhenItHasEmojiKeepsThem() {
    assertThat(readBack("👍🏽 ы €")).isEqualTo("👍🏽 ы €");
  }

  @Property
  void textWhenReadBackIsTheSame(@ForAll("texts") String text) {
    assertThat(readBack(text)).isEqualTo(text.strip());
  }

  @Property
  void paramWhenReadBackIsTheSame(@ForAll("texts") String name, @ForAll("texts") String text) {
    XmlElement document = XmlElement.parse(XmlBuilder.doc().param(name, text).toString());
    assertThat(document.first("param").orElseThrow())
        .returns(name.strip(), read -> read.text("name"))
        .returns(text.strip(), XmlElement::text);
  }

  @Property
  void parseWhenTextWasArbitraryNeverThrows(@ForAll String text) {
    assertThat(XmlElement.parse(XmlBuilder.doc().param(text, text).toString()).all("param"))
        .hasSize(1);
  }

  private static String readBack(String text) {
    return XmlElement.parse(XmlBuilder.doc().element("a", text).toString()).text("a");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange(' ', '\ud7ff').withCharRange('\ue000', '\ufffd'),
        Arbitraries.strings().withChars("<>&\"'\t\n\r ]abы€"),
        Arbitraries.of("😀", "👍🏽", "🇷🇺", "&amp;", "&#10;", "<![CDATA[x]]>", "<!--x-->"));
  }
}
