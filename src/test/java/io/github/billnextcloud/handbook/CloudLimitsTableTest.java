package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ServiceParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cloud cannot do is told once, of each product, alike in both languages. */
class CloudLimitsTableTest {

  private static final Path ENGLISH = Path.of("docs/handbook/product.md");
  private static final Path RUSSIAN = Path.of("docs/handbook/product.ru.md");
  private static final Path FORMS = Path.of("etc/xml/billmgr_mod_pmnextcloud.xml");
  private static final Path CONVERSATIONS = Path.of("src/test/resources/conversations");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static List<String> rows(Path chapter, String heading) throws IOException {
    return Files.readAllLines(chapter).stream()
        .dropWhile(line -> !line.equals("## " + heading))
        .filter(line -> line.startsWith("| "))
        .toList();
  }

  private static List<String> english() throws IOException {
    return rows(ENGLISH, "What a cloud cannot do");
  }

  private static List<String> codes(String text) {
    return CODE.matcher(text).results().map((MatchResult code) -> code.group(1)).toList();
  }

  @Test
  void tableWhenReadInEitherLanguageIsTheSame() throws IOException {
    List<String> russian = rows(RUSSIAN, "Чего облако не умеет");
    assertThat(english()).hasSizeGreaterThan(10);
    assertThat(russian.stream().map(CloudLimitsTableTest::codes))
        .containsExactlyElementsOf(english().stream().map(CloudLimitsTableTest::codes).toList());
  }

  @Test
  void fieldsWhenNamedAreInAFormOrOfAService() throws IOException {
    String forms = Files.readString(FORMS);
    List<String> params = List.of(ServiceParams.PHONE);
    for (String row : english()) {
      for (String name : codes(row.split("\\|")[1])) {
        assertThat(forms.contains("\"" + name + "\"") || params.contains(name) || isChoice(name))
            .as("%s in %s", name, row)
            .isTrue();
      }
    }
  }

  private static boolean isChoice(String name) {
    return List.of("disable", "read_only", "group").contains(name);
  }

  /** Where the table says that something is refused in words, a conversation shows the words. */
  @ParameterizedTest
  @CsvSource({
    "password_rule, open/graph-password-by-mail, tariff_invalid",
    "suspend_style, suspend/graph-disabling-is-off, cloud_forbidden",
    "fixed_quota, open/graph-largest-quota, quota_refused",
    "directory, check_connection/graph-directory-is-read-only, cloud_forbidden"
  })
  void rowWhenItRefusesIsShownByAConversation(String asked, String conversation, String error)
      throws IOException {
    assertThat(english()).anyMatch(row -> row.contains(asked) && row.contains("`" + error + "`"));
    assertThat(Files.readString(CONVERSATIONS.resolve(conversation).resolve("said")))
        .contains("pmnextcloud_" + error);
  }
}
