package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures were measured on and with. */
final class Machine {

  private Machine() {}

  static String told() throws IOException, InterruptedException {
    String libraries = "import requests, pymysql; print(requests.__version__, pymysql.__version__)";
    String[] versions = Command.run("/usr/bin/python3", "-c", libraries).strip().split(" ");
    return String.join(
        "; ",
        Runtime.getRuntime().availableProcessors() + " cores of " + processor(),
        "Linux " + System.getProperty("os.version"),
        "Java " + System.getProperty("java.vm.version"),
        Command.run("/usr/bin/python3", "--version").strip()
            + " with requests "
            + versions[0]
            + " and PyMySQL "
            + versions[1],
        Command.run("curl", "--version").replaceFirst("(?s)^curl (\\S+).*", "curl $1"),
        Command.run("/bin/bash", "--version")
            .replaceFirst("(?s).*?version ([\\d.]+).*", "bash $1"));
  }

  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.replaceFirst(".*: ", ""))
          .orElse(System.getProperty("os.arch"));
    }
  }

  /** Of the last minute: what else is at work shows here. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }
}
