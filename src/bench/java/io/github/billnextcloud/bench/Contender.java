package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that can do an errand: how it is started, and what is to be done before each start.
 *
 * @param folder it is started in
 * @param argv without the event's own arguments
 */
record Contender(String name, Path folder, List<String> argv, Preparation before) {

  /** What is done before each start, and not measured. */
  @FunctionalInterface
  interface Preparation {
    void run() throws IOException;
  }

  static final String HELLO = "Java hello world";
  static final String OURS = "bill-nextcloud";
  static final String WITHOUT_ARCHIVE = "– without the archive";
  static final String STALE_ARCHIVE = "– with a stale archive";
  static final String RESIDENT = "– with its resident worker";
  static final String BARE = "Java, and nothing around it";
  static final String PYTHON = "Python, the same work";
  static final String PUBLISHED = "Python, as published";
  static final String BASH = "bash + curl";

  private static final String PYTHON_PROGRAM = "/usr/bin/python3";

  Contender(String name, Path folder, List<String> argv) {
    this(name, folder, argv, () -> {});
  }

  static Contender hello(Site site) {
    String java = site.jdk.resolve("bin/java").toString();
    String classes = Path.of("target/test-classes").toAbsolutePath().toString();
    return new Contender(HELLO, site.folder, List.of(java, "-cp", classes, Hello.class.getName()));
  }

  static Contender ours(String name, InstalledRoot root, Preparation before) {
    return new Contender(name, root.folder(), List.of(root.program().toString()), before);
  }

  static Contender python(Site site) {
    return python(site, PYTHON, "same");
  }

  static Contender published(Site site) {
    return python(site, PUBLISHED, "published");
  }

  private static Contender python(Site site, String name, String manner) {
    String script = CProgram.SOURCES.resolve("peer.py").toString();
    return new Contender(name, site.panel.root(), List.of(PYTHON_PROGRAM, script, manner));
  }

  /** It has no way to the panel's database, and is told what it would read there. */
  static Contender bash(Site site, Shop shop) {
    String script = CProgram.SOURCES.resolve("peer.sh").toString();
    String module = Long.toString(shop.module());
    return new Contender(BASH, site.panel.root(), List.of("/bin/bash", script, "--module", module));
  }

  List<String> line(Errand.Asked asked) {
    List<String> line = new ArrayList<>(argv);
    line.addAll(asked.arguments());
    return line;
  }
}
