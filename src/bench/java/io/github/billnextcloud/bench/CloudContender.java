package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that suspends and resumes a user of a real cloud.
 *
 * @param folder it is started in
 * @param before what is done before each start, and not measured
 */
record CloudContender(String name, Path folder, Errands errands, Contender.Preparation before) {

  /** What is run, and the document on its stdin. */
  record Line(List<String> argv, String document) {}

  /** How a user's suspension or its end is asked for. */
  @FunctionalInterface
  interface Errands {
    Line of(String user, boolean suspend) throws IOException;
  }

  Line line(String user, boolean suspend) throws IOException {
    return errands.of(user, suspend);
  }

  static CloudContender peer(CloudsOptions options, Path folder) {
    String script = CProgram.SOURCES.resolve("plain.py").toAbsolutePath().toString();
    String file = options.passwordFile.toAbsolutePath().toString();
    Errands errands =
        (user, suspend) ->
            new Line(
                List.of(
                    "/usr/bin/python3",
                    script,
                    options.address(),
                    options.login,
                    file,
                    user,
                    suspend ? "disable" : "enable"),
                "");
    return new CloudContender("Python, two plain requests", folder, errands, () -> {});
  }

  /**
   * @param settings of the cloud beside its address: name, value, name, value
   */
  static CloudContender ours(
      String name,
      InstalledRoot root,
      CloudsOptions options,
      Contender.Preparation before,
      String... settings) {
    StringBuilder module = new StringBuilder(param("base_url", options.address()));
    for (int at = 0; at < settings.length; at += 2) {
      module.append(param(settings[at], settings[at + 1]));
    }
    Errands errands =
        (user, suspend) ->
            new Line(
                List.of(root.program().toString(), "--command", suspend ? "suspend" : "resume"),
                "<doc><service id=\"1\" status=\""
                    + (suspend ? 2 : 3)
                    + "\">"
                    + param("username", user)
                    + param("url", options.address())
                    + "<processingmodule id=\"1\">"
                    + module
                    + "</processingmodule></service></doc>");
    return new CloudContender(name, root.folder(), errands, before);
  }

  private static String param(String name, String value) {
    String crypted = name.endsWith("password") ? " crypted=\"yes\"" : "";
    String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<param name=\"" + name + "\"" + crypted + ">" + escaped + "</param>";
  }
}
