package io.github.billnextcloud.standin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The app "Team folders": what 16.0.16 on 28 and 22.0.6 on 34 were recorded to say. */
class CloudStandInTeamFoldersTest {
  private static final String OK =
      "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100,\"message\":\"OK\","
          + "\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":%s}}";

  private CloudStandIn cloud;
  private Visitor admin;

  private void start(Flavour flavour) {
    close();
    cloud = CloudStandIn.start(flavour);
    cloud.enableTeamFolders();
    admin = Visitor.admin(cloud);
  }

  @AfterEach
  void close() {
    if (cloud != null) {
      cloud.close();
    }
  }

  private HttpResponse<String> ask(String method, String below, String... fields) throws Exception {
    String page = "/index.php/apps/groupfolders/folders" + below + "?format=json";
    return admin.call(method, page, fields);
  }

  private String told(String method, String below, String... fields) throws Exception {
    HttpResponse<String> answer = ask(method, below, fields);
    return answer.statusCode() + " " + answer.body();
  }

  private static String ok(String data) {
    return "200 " + OK.formatted(data);
  }

  @Test
  void answersAsRecordedOn28() throws Exception {
    start(Flavour.NEXTCLOUD_28);
    String done = ok("{\"success\":true}");
    String absent =
        "200 {\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":404,\"message\":\"\","
            + "\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":[]}}";

    assertThat(told("GET", "")).isEqualTo(ok("[]"));
    assertThat(told("GET", "/1")).isEqualTo(absent);
    assertThat(told("POST", "", "mountpoint", "one")).isEqualTo(ok("{\"id\":1}"));
    assertThat(told("POST", "", "mountpoint", "one")).isEqualTo(ok("{\"id\":2}"));
    assertThat(told("POST", "/1/quota", "quota", "10737418240")).isEqualTo(done);
    assertThat(told("POST", "/1/groups", "group", "a")).isEqualTo(done);
    assertThat(ask("POST", "/1/groups/a", "permissions", "0").body()).contains("true");
    assertThat(told("GET", "/1"))
        .isEqualTo(
            ok(
                "{\"id\":1,\"mount_point\":\"one\",\"groups\":{\"a\":0},\"quota\":10737418240,"
                    + "\"size\":0,\"acl\":false,\"manage\":[],\"group_details\":{\"a\":"
                    + "{\"displayName\":\"a\",\"permissions\":0,\"type\":\"group\"}}}"));
    assertThat(told("POST", "/1/groups/x", "permissions", "1")).isEqualTo(done);
    assertThat(told("POST", "/1/mountpoint", "mountpoint", "П & Co")).isEqualTo(done);
    assertThat(told("DELETE", "/1")).isEqualTo(done);
    assertThat(told("DELETE", "/1")).isEqualTo(absent);
  }

  @Test
  void answersAsRecordedOn34() throws Exception {
    start(Flavour.NEXTCLOUD_34);
    String row =
        "{\"id\":1,\"mount_point\":\"one\",\"quota\":-3,\"acl\":false,"
            + "\"acl_default_no_permission\":false,\"size\":0,\"groups\":[],"
            + "\"group_details\":[],\"manage\":[]}";

    assertThat(told("GET", "")).isEqualTo(ok("[]"));
    assertThat(told("GET", "/1")).isEqualTo("404 {\"message\":\"Groupfolder not found\"}");
    assertThat(told("POST", "", "mountpoint", "one")).isEqualTo(ok(row));
    assertThat(told("POST", "", "mountpoint", "one"))
        .isEqualTo("400 {\"message\":\"Mount point already exists\"}");
    assertThat(told("GET", ""))
        .isEqualTo(ok("{\"1\":" + row.replace("}", ",\"sortIndex\":0}") + "}"));
    assertThat(told("POST", "/1/groups", "group", "a"))
        .isEqualTo(
            ok(
                "{\"success\":true,\"folder\":"
                    + row.replaceFirst("\"groups\":\\[]", "\"groups\":{\"a\":31}")
                        .replaceFirst(
                            "\"group_details\":\\[]",
                            "\"group_details\":{\"a\":{\"displayName\":\"a\","
                                + "\"permissions\":31,\"type\":\"group\"}}")
                    + "}"));
    assertThat(told("POST", "/1/groups", "group", "a"))
        .isEqualTo("400 {\"message\":\"Group already assigned to this Groupfolder\"}");
    assertThat(told("DELETE", "/1")).isEqualTo(ok("{\"success\":true}"));
  }

  /** The group of a folder goes with the group, and comes not back with it. */
  @ParameterizedTest
  @CsvSource({"NEXTCLOUD_28", "NEXTCLOUD_34"})
  void forgetsTheGroupThatIsDeleted(Flavour flavour) throws Exception {
    start(flavour);
    cloud.addGroup("a");
    cloud.addTeamFolder("one").groups().put("a", 31);

    admin.call("DELETE", "/ocs/v1.php/cloud/groups/a?format=json");
    cloud.addGroup("a");

    assertThat(ask("GET", "/1").body()).contains("\"groups\":[]");
  }

  @ParameterizedTest
  @CsvSource({"NEXTCLOUD_28", "NEXTCLOUD_34"})
  void shuts(Flavour flavour) throws Exception {
    start(flavour);
    String page = "/index.php/apps/groupfolders/folders?format=json";
    cloud.addAccount("ann").setPassword("Word-of-ann");
    cloud.addTeamFolder("one");

    Visitor ann = Visitor.of(cloud, "ann", "Word-of-ann");
    assertThat(ann.get(page).body()).endsWith("\"data\":[]}}");
    assertThat(ann.call("POST", page, "mountpoint", "x").body())
        .contains("\"statuscode\":403,\"message\":\"Logged in user must be an admin");
    HttpResponse<String> wrong = Visitor.of(cloud, "ann", "wrong").get(page);
    assertThat(wrong.statusCode() + wrong.body()).isEqualTo("401{\"message\":\"\"}");
    HttpResponse<String> nobody = Visitor.with(cloud, null).get(page);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.body()).contains("997,\"message\":\"Current user is not logged in\"");
    assertThat(admin.exchange("GET", page, false).statusCode()).isEqualTo(412);
  }
}
