package io.github.billnextcloud.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What the benchmark of real clouds may be told. */
final class CloudsOptions {

  @Option(names = "--cloud", paramLabel = "URL", description = "the cloud's address")
  URI cloud;

  @Option(names = "--login", paramLabel = "NAME", description = "an administrator's")
  String login;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "whose first line is the administrator's password")
  Path passwordFile;

  @Option(
      names = "--app-password-file",
      paramLabel = "FILE",
      description = "whose first line is an app password; without it none is measured")
  Path appPasswordFile;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds that count; one before them does not (${DEFAULT-VALUE})")
  int rounds = 9;

  @Option(
      names = "--many",
      paramLabel = "N",
      description = "services that are suspended 8 at a time (${DEFAULT-VALUE}; 0: none)")
  int many = 50;

  @Option(names = "--help", usageHelp = true, description = "print this help")
  boolean help;

  void check() {
    if (cloud == null || login == null || passwordFile == null) {
      throw new IllegalArgumentException("--cloud, --login and --password-file are needed");
    }
    if (rounds < 1 || many < 0) {
      throw new IllegalArgumentException("at least one round, and nothing below zero");
    }
  }

  String password() throws IOException {
    return firstLine(passwordFile);
  }

  /** Empty when there is none. */
  String appPassword() throws IOException {
    return appPasswordFile == null ? "" : firstLine(appPasswordFile);
  }

  String address() {
    return cloud.toString().replaceFirst("/+$", "");
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readString(file).split("\\R", 2)[0];
  }
}
