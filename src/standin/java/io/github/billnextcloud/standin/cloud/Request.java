package io.github.billnextcloud.standin.cloud;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request as the stand-in received it.
 *
 * @param path decoded, below the install path, such as /ocs/v1.php/cloud/users/user_5
 * @param form fields of query and body together
 * @param sentSessionCookie whether the server's session cookie came along
 * @param authorization "Basic admin", "Bearer" or empty, never the secret
 */
public record Request(
    String method,
    String path,
    Map<String, List<String>> form,
    boolean sentSessionCookie,
    String authorization) {

  public Request {
    form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
  }

  /** The first value of a field, or null. */
  public String field(String name) {
    List<String> values = form.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  public boolean isWrite() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  /** What is asked of whom: "PUT users/user_5". */
  String target() {
    return method
        + " "
        + path.replaceFirst(
            "^/(ocs/v\\d\\.php/(cloud/)?|graph/v1(\\.0|beta1)/|index\\.php/apps/groupfolders/)?",
            "");
  }

  /** What kind of thing is asked, without whom it is about: "PUT users/{id}/disable". */
  public String route() {
    return target()
        .replaceFirst(" (users|groups|drives|folders)/(?!details$)[^/]+", " $1/{id}")
        .replaceFirst("/permissions/[^/]+", "/permissions/{id}");
  }

  /** Short form for assertions: "PUT users/user_5 key=quota value=10 GB", passwords as ***. */
  public String line() {
    List<String> words = new ArrayList<>();
    words.add(target());
    boolean passwordFollows = "password".equals(field("key"));
    form.forEach(
        (name, values) -> {
          boolean secret =
              name.endsWith("password")
                  || name.equals("token")
                  || name.equals("manager")
                  || passwordFollows && name.equals("value");
          if (!name.equals("format")) {
            values.stream()
                .distinct()
                .forEach(value -> words.add(name + "=" + (secret ? "***" : value)));
          }
        });
    return String.join(" ", words);
  }
}
