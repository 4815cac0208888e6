package io.github.billnextcloud.demo;

import io.github.billnextcloud.standin.cloud.Flavour;
import picocli.CommandLine.Option;

/** What the demo may be told. */
final class DemoOptions {

  @Option(names = "--cloud", paramLabel = "URL", description = "a real cloud instead of a stand-in")
  String cloud;

  @Option(names = "--user", paramLabel = "USER", description = "an administrator there")
  String user;

  @Option(
      names = "--password-env",
      paramLabel = "VARIABLE",
      description = "the environment variable that holds the administrator's password")
  String passwordVariable;

  @Option(
      names = "--stand-in",
      paramLabel = "KIND",
      description = "what the stand-in is: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  Flavour flavour = Flavour.NEXTCLOUD_34;

  @Option(names = "--help", usageHelp = true, description = "print this help")
  boolean help;

  boolean isRealCloud() {
    return cloud != null;
  }

  String password() {
    String password = passwordVariable == null ? null : System.getenv(passwordVariable);
    if (user == null || password == null) {
      throw new IllegalArgumentException(
          "A real cloud needs --user and --password-env with the name of a set variable");
    }
    return password;
  }
}
