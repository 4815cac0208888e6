package io.github.billnextcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of {@code docs/design/service-document.md}, so that they cannot rot. */
class ServiceDocumentExamplesTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```xml run=(\\w+)\\n(.*?)```", Pattern.DOTALL);

  /** What each example changes in a Nextcloud, in the page's order. */
  private static final Map<String, List<String>> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put(
        "open",
        List.of(
            "POST users userid=user_4711 password=*** quota=10 GB groups[]=basic displayName=Иван"
                + " Петров language=ru manager=***",
            "PUT users/user_4711 key=email value=ivan@example.org"));
    CHANGES.put(
        "setparam",
        List.of(
            "POST users/user_4711/groups groupid=pro",
            "DELETE users/user_4711/groups groupid=basic",
            "PUT users/user_4711 key=quota value=100 GB"));
    CHANGES.put("suspend", List.of("PUT users/user_4711/disable"));
    CHANGES.put("resume", List.of("PUT users/user_4711/enable"));
    CHANGES.put("prolong", List.of());
    CHANGES.put("close", List.of("DELETE users/user_4711"));
  }

  @TempDir Path emptyRoot;

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_29", "NEXTCLOUD_34"})
  void examplesWhenRunInOrderDoWhatThePageSays(Flavour flavour) throws IOException {
    try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
      cloud.addGroup("basic");
      cloud.addGroup("pro");
      assertThat(changes(cloud)).isEqualTo(CHANGES);
    }
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void openWhenReadFromStdinAnswersWithTheParamsToSave(Flavour flavour) throws IOException {
    try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
      cloud.addGroup("basic");
      String answer = run("open", examples().get("open"), cloud);
      String password = cloud.account("user_4711").orElseThrow().password();
      assertThat(answer)
          .endsWith(
              "<doc><ok/><param name=\"username\">user_4711</param><param name=\"url\">"
                  + cloud.url()
                  + "</param><param name=\"webdav_url\">"
                  + cloud.url()
                  + "/remote.php/dav/files/user_4711/</param>"
                  + phone(flavour, cloud)
                  + "<param name=\"userpassword\" crypted=\"yes\">"
                  + password
                  + "</param></doc>\n");
    }
  }

  private static String phone(Flavour flavour, CloudStandIn cloud) {
    return flavour == Flavour.OWNCLOUD_10
        ? ""
        : "<param name=\"phone_link\">nc://login/server:"
            + cloud.url()
            + "&amp;user:user_4711</param>";
  }

  private Map<String, List<String>> changes(CloudStandIn cloud) throws IOException {
    Map<String, List<String>> changes = new LinkedHashMap<>();
    for (Map.Entry<String, String> example : examples().entrySet()) {
      cloud.forgetRequests();
      run(example.getKey(), example.getValue(), cloud);
      changes.put(example.getKey(), cloud.writes().stream().map(Request::line).toList());
    }
    return changes;
  }

  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new LinkedHashMap<>();
    Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("docs/design/service-document.md")));
    while (matcher.find()) {
      examples.put(matcher.group(1), matcher.group(2));
    }
    return examples;
  }

  /** There is no panel at this root: a command that called it would fail. */
  private String run(String command, String document, CloudStandIn cloud) {
    String filled =
        document
            .replace("{cloud}", cloud.url().toString())
            .replace("{password}", CloudStandIn.ADMIN_PASSWORD);
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            new ByteArrayInputStream(filled.getBytes(StandardCharsets.UTF_8)),
            stdout,
            emptyRoot,
            "--command",
            command);
    String answer = stdout.toString(StandardCharsets.UTF_8);
    assertThat(exitCode).as(answer).isZero();
    return answer;
  }
}
