package io.github.billnextcloud.billmanager;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A form as a panel might write one, cut where its root's closing tag begins: all that XML allows,
 * and above all what looks like the end and is not.
 */
public record FormDocument(String before, String after) {

  private static final String ROOT = "doc";
  private static final String LONG = "😀 line\r\n".repeat(600);

  public String text() {
    return before + after;
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** The same with something more at the end of its content. */
  public FormDocument with(String more) {
    return new FormDocument(before + more, after);
  }

  @Override
  public String toString() {
    return text().replace(LONG, "(long)").replace("\r", "(CR)");
  }

  public static Arbitrary<FormDocument> any() {
    Arbitrary<String> content =
        Arbitraries.recursive(FormDocument::leaves, FormDocument::around, 0, 3);
    Arbitrary<String> end = Arbitraries.of("</doc>", "</doc >", "</doc\r\n>", "</doc\t>");
    return Combinators.combine(prolog(), attributes(), content, end, misc())
        .as(
            (prolog, attributes, inside, close, epilog) ->
                new FormDocument(prolog + "<" + ROOT + attributes + ">" + inside, close + epilog));
  }

  /** A form whose root has no closing tag. */
  public static Arbitrary<String> closedAtOnce() {
    return Combinators.combine(prolog(), attributes(), misc())
        .as((prolog, attributes, epilog) -> prolog + "<" + ROOT + attributes + "/>" + epilog);
  }

  private static Arbitrary<String> prolog() {
    Arbitrary<String> mark = Arbitraries.of("", "", "\uFEFF");
    Arbitrary<String> declaration =
        Arbitraries.of(
            "",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\r\n",
            "<?xml version=\"1.0\"?>");
    return Combinators.combine(mark, declaration, misc()).as((a, b, c) -> a + b + c);
  }

  /** What may stand before and after the root. */
  private static Arbitrary<String> misc() {
    return joined(
        Arbitraries.of(
            " ",
            "\n",
            "\r\n",
            "\r",
            "<!-- the end? </doc> -->",
            "<!--" + LONG + "-->",
            "<!--😀\r\n-->",
            "<?pi </doc> ?>",
            "<?пи?>"),
        3);
  }

  private static Arbitrary<String> leaves() {
    return joined(
        Arbitraries.oneOf(
            Arbitraries.of("&amp;", "&#10;", "&#x1F600;", "&lt;/doc&gt;", "&quot;", "]]", "a > b"),
            Arbitraries.of(" ", "\n", "\r\n", "\r", "\t", "Анна", "😀", "\u0085", "\u2028é", LONG),
            Arbitraries.of("<![CDATA[</doc>]]>", "<![CDATA[]]>", "<![CDATA[<&>\r\n😀]]]]>"),
            Arbitraries.of("<!-- </doc> -->", "<!--\r\n<doc>-->", "<?pi </doc> ?>", "<?pi?>"),
            Arbitraries.of("<doc/>", "<doc a='>'/>", "<doc\n/>", "<doc></doc>", "<docs></docs>"),
            Arbitraries.of("<msg name=\"a\">b</msg>", "<msg name=\"a\">c</msg>", "<elid/>"),
            plainText()),
        5);
  }

  private static Arbitrary<String> plainText() {
    return Arbitraries.strings()
        .withCharRange(' ', '\uD7FF')
        .withCharRange('\uE000', '\uFFFD')
        .excludeChars('<', '&', '>')
        .ofMaxLength(20);
  }

  /** An element, perhaps of the root's own name, among others. */
  private static Arbitrary<String> around(Arbitrary<String> inside) {
    Arbitrary<String> name = Arbitraries.of("doc", "metadata", "form", "поле", "slist", "val");
    return Combinators.combine(leaves(), name, attributes(), inside, leaves())
        .as(
            (left, tag, attributes, content, right) ->
                left + "<" + tag + attributes + ">" + content + "</" + tag + ">" + right);
  }

  private static Arbitrary<String> attributes() {
    Arbitrary<String> value =
        Arbitraries.of(
            "\"\"", "'>'", "\"</doc>\"".replace("<", "&lt;"), "\"/>\"", "'\"'", "\"&#10;\r\n😀\"");
    Arbitrary<String> blank = Arbitraries.of(" ", "\r\n  ", "\t");
    Arbitrary<List<String>> names =
        Arbitraries.of("lang", "func", "имя", "a.b-c").set().ofMaxSize(3).map(List::copyOf);
    return Combinators.combine(names, value, blank)
        .as(
            (all, text, gap) ->
                String.join("", all.stream().map(it -> gap + it + gap + "=" + text).toList())
                    + (all.size() > 1 ? gap : ""));
  }

  private static Arbitrary<String> joined(Arbitrary<String> pieces, int most) {
    return pieces.list().ofMaxSize(most).map(list -> String.join("", list));
  }
}
