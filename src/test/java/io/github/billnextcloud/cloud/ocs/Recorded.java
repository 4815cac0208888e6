package io.github.billnextcloud.cloud.ocs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers as real servers gave them; {@code <id>} stands for the user's id in the longer ones. */
public final class Recorded {

  public static final String NC_OK =
      "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100,\"message\":\"OK\","
          + "\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":[]}}";
  static final String NC_CREATED = NC_OK.replace("[]", "{\"id\":\"ann\"}");
  static final String OC10_OK =
      "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100,\"message\":null},\"data\":[]}}";

  static final String NC_MISSING =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":404,"
          + "\"message\":\"User does not exist\",\"totalitems\":\"\",\"itemsperpage\":\"\"},"
          + "\"data\":[]}}";
  static final String OC10_MISSING =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":998,"
          + "\"message\":\"The requested user could not be found\"},\"data\":[]}}";

  /** A8 and A9, NC28 and NC29: in XML although JSON was asked for. */
  static final String XML_UNAUTHORISED =
      "<?xml version=\"1.0\"?>\n<ocs>\n <meta>\n  <status>failure</status>\n"
          + "  <statuscode>997</statuscode>\n  <message>Unauthorised</message>\n </meta>\n"
          + " <data/>\n</ocs>\n";

  static final String NGINX_301 =
      "<html>\n<head><title>301 Moved Permanently</title></head>\n<body>\n"
          + "<center><h1>301 Moved Permanently</h1></center>\n<hr><center>nginx</center>\n"
          + "</body>\n</html>\n";
  static final String NGINX_404 = NGINX_301.replace("301 Moved Permanently", "404 Not Found");

  private Recorded() {}

  /** The failures of Nextcloud 28, 29 and 34 on v1. */
  static String nextcloudFailure(int code, String message) {
    return "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":"
        + code
        + ",\"message\":\""
        + message
        + "\",\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":[]}}";
  }

  /** The failures of ownCloud 10 on v1. */
  static String ownCloudFailure(int code, String message) {
    return "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":"
        + code
        + ",\"message\":\""
        + message
        + "\"},\"data\":[]}}";
  }

  /** The failures of ownCloud 10 that say nothing. */
  static String ownCloudFailure(int code) {
    return ownCloudFailure(code, "").replace("\"\"", "null");
  }

  /** The answer of C14 on ownCloud 10. */
  static String ownCloudGroups(String groups) {
    return OC10_OK.replace("[]", "{\"groups\":" + groups + "}");
  }

  /** A longer answer from the resources, about the user ann. */
  static String body(String name) {
    try (InputStream file = Recorded.class.getResourceAsStream("/ocs/" + name + ".json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("<id>", "ann");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
