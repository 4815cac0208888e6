package io.github.billnextcloud.billmanager.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.billnextcloud.cli.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that others wrote, well-meant or not. */
class XmlElementTest {

  @Test
  void textWhenFieldIsAttributeOrElementIsTheSame() {
    assertThat(XmlElement.parse("<doc func=\"a\"/>").text("func"))
        .isEqualTo(XmlElement.parse("<doc><func>a</func></doc>").text("func"))
        .isEqualTo("a");
  }

  @Test
  void textWhenThereIsNoneIsEmpty() {
    assertThat(XmlElement.parse("<doc><elid/></doc>"))
        .returns("", doc -> doc.text())
        .returns("", doc -> doc.text("elid"))
        .returns("", doc -> doc.text("missing"));
  }

  @Test
  void textWhenElementHasAttributesTooIsItsText() {
    XmlElement document =
        XmlElement.parse("<doc><param name=\"url\"> https://x/?a=1&amp;b </param></doc>");
    assertThat(document.first("param").orElseThrow().text()).isEqualTo("https://x/?a=1&b");
  }

  @Test
  void textWhenCharacterDataIsMarkedIsThatData() {
    assertThat(XmlElement.parse("<doc><a>x<![CDATA[<&>]]></a></doc>").text("a")).isEqualTo("x<&>");
  }

  @Test
  void textWhenElementIsMixedIsAllOfIt() {
    assertThat(XmlElement.parse("<doc>one<b>two</b>three</doc>").text()).isEqualTo("onethree");
  }

  @Test
  void allWhenElementIsRepeatedKeepsTheOrder() {
    XmlElement document = XmlElement.parse("<doc><p>1</p><q/><p>2</p><p>1</p></doc>");
    assertThat(document.all("p")).extracting(XmlElement::text).containsExactly("1", "2", "1");
  }

  @Test
  void findWhenElementIsDeepFindsIt() {
    XmlElement document = XmlElement.parse("<doc><a><b/></a><c><task_type>5</task_type></c></doc>");
    assertThat(document.find("task_type")).map(XmlElement::text).contains("5");
  }

  @Test
  void textsWhenFieldIsRepeatedTellsTheFirst() {
    assertThat(XmlElement.parse("<doc><a>1</a><a>2</a><b>3</b></doc>").texts())
        .containsEntry("a", "1")
        .containsEntry("b", "3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1251", "koi8-r"})
  void parseWhenDocumentDeclaresEncodingReadsByIt(String encoding) {
    String document = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><doc>Анна</doc>";
    byte[] bytes = document.getBytes(Charset.forName(encoding));
    assertThat(XmlElement.parse(new ByteArrayInputStream(bytes)).text()).isEqualTo("Анна");
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
        "<doc",
        "</doc>",
        "<doc a=1/>",
        "<doc>&nope;</doc>",
        "<doc>&#0;</doc>",
        "<doc>\u0001</doc>",
        "<a:doc/>",
        "<>"
      })
  void parseWhenThisIsNoXmlRefuses(String text) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> XmlElement.parse(text));
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
        .isThrownBy(() -> XmlElement.parse(broken));
  }

  @Test
  void parseWhenNestedBeyondReasonRefuses() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> XmlElement.parse(deep));
  }

  @Test
  void parseWhenEntityIsDeclaredNeverExpandsIt() {
    assertThat(said("<!DOCTYPE doc [<!ENTITY e \"expanded\">]><doc>&e;</doc>"))
        .doesNotContain("expanded");
  }

  @Test
  void parseWhenEntitiesMultiplyNeverExpandsThem() {
    assertThat(
            said(
                "<!DOCTYPE doc [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><doc>&c;</doc>"))
        .doesNotContain("lol");
  }

  @Test
  void parseWhenEntityIsFileNeverLeaksIt(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "hunter2");
    assertThat(said("<!DOCTYPE doc [<!ENTITY e SYSTEM \"" + file.toUri() + "\">]><doc>&e;</doc>"))
        .doesNotContain("hunter2");
  }

  @Test
  void parseWhenDocumentTypeIsFileNeverReadsIt(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.dtd"), "<!ENTITY e \"hunter2\">");
    assertThat(said("<!DOCTYPE doc SYSTEM \"" + file.toUri() + "\"><doc>&e;</doc>"))
        .doesNotContain("hunter2");
  }

  /** The document type hides from a look at the bytes; the reader itself must not heed it. */
  @Test
  void parseWhenTheDocumentTypeIsInAnotherEncodingNeverLeaksAFile(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "hunter2");
    String document = "<!DOCTYPE doc [<!ENTITY e SYSTEM \"" + file.toUri() + "\">]><doc>&e;</doc>";
    assertThat(said(document.getBytes(StandardCharsets.UTF_16))).doesNotContain("hunter2");
  }

  private static String said(String document) {
    return said(document.getBytes(StandardCharsets.UTF_8));
  }

  /** What came of it: the text that was read, or the words of the refusal. */
  private static String said(byte[] document) {
    try {
      return XmlElement.parse(document).text();
    } catch (InvalidInputException refused) {
      return refused.getMessage();
    }
  }
}
