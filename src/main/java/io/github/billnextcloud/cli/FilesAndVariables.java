package io.github.billnextcloud.cli;

import java.util.List;

/** What lies around the commands: variables that are read, files that are read and written. */
final class FilesAndVariables {

  /** By the key of its text. */
  record NamedPlace(String name, String key) {}

  static final List<NamedPlace> ENVIRONMENT =
      List.of(
          new NamedPlace("LC_ALL, LC_MESSAGES, LANG", "env.lang"),
          new NamedPlace("NC_PASSWORD", "env.password"));

  static final List<NamedPlace> FILES =
      List.of(
          new NamedPlace("processing/pmnextcloud", "file.program"),
          new NamedPlace("var/pmnextcloud.log", "file.log"),
          new NamedPlace("var/pmnextcloud.lock", "file.lock"),
          new NamedPlace("var/pmnextcloud.sessions", "file.sessions"),
          new NamedPlace("etc/debug.conf", "file.debug"),
          new NamedPlace("etc/billmgr.DoNothing", "file.nothing"));

  private FilesAndVariables() {}
}
