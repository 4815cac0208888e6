package io.github.billnextcloud.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/**
 * A {@code suspend} with nothing around it: what {@code peer.py same} asks, without a log, a lock,
 * a retry, a parser or a look at what it gets. What no program in Java that does this errand starts
 * faster than.
 */
final class BareSuspend {

  private BareSuspend() {}

  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    String item = args[3];
    String panel = mgrctl("paramlist");
    Properties login = new Properties();
    login.put("user", element(panel, "DBUser"));
    login.put("password", element(panel, "DBPassword"));
    String port = panel.contains("<DBPort>") ? ":" + element(panel, "DBPort") : "";
    String database =
        "jdbc:mariadb://%s%s/%s?sslMode=disable"
            .formatted(element(panel, "DBHost"), port, element(panel, "DBName"));
    String module;
    String user;
    try (Connection connection = new Driver().connect(database, login);
        Statement statement = connection.createStatement()) {
      module = first(statement, "SELECT processingmodule FROM item WHERE id = " + item);
      user =
          first(
              statement,
              "SELECT value FROM itemparam WHERE intname = 'username' AND item = " + item);
      first(
          statement,
          "SELECT COUNT(*) FROM itemparam WHERE intname = 'username' AND value = '%s'"
              .formatted(user));
    }
    String settings = mgrctl("processing.edit", "elid=" + module);
    String basic = element(settings, "nc_username") + ":" + element(settings, "nc_password");
    String credentials =
        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
    String users = element(settings, "base_url") + "/ocs/v1.php/cloud/users/" + user;
    if (ask("GET", users + "?format=json", credentials).contains("\"enabled\":true")) {
      ask("PUT", users + "/disable?format=json", credentials);
    }
    mgrctl("service.postsuspend", "elid=" + item, "sok=ok");
    System.out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc><ok/></doc>\n");
  }

  private static String mgrctl(String... asked) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("sbin/mgrctl", "-m", "billmgr", "-o", "xml"));
    line.addAll(List.of(asked));
    Process process = new ProcessBuilder(line).start();
    String said = read(process.getInputStream());
    if (process.waitFor() != 0) {
      throw new IOException(asked[0]);
    }
    return said;
  }

  private static String first(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String element(String document, String name) {
    int start = document.indexOf("<" + name + ">") + name.length() + 2;
    return document
        .substring(start, document.indexOf("</", start))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private static String ask(String method, String address, String credentials) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", credentials);
    connection.setRequestProperty("OCS-APIRequest", "true");
    return read(connection.getInputStream());
  }

  private static String read(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
