package io.github.billnextcloud.manual;

import java.util.List;

/** What lies around the commands: variables that are read, files that are read and written. */
final class Surroundings {

  /** By the key of its text. */
  record Place(String name, String key) {}

  static final List<Place> ENVIRONMENT =
      List.of(
          new Place("LC_ALL, LC_MESSAGES, LANG", "env.lang"),
          new Place("NC_PASSWORD", "env.password"));

  static final List<Place> FILES =
      List.of(
          new Place("processing/pmnextcloud", "file.program"),
          new Place("var/pmnextcloud.log", "file.log"),
          new Place("var/pmnextcloud.lock", "file.lock"),
          new Place("etc/debug.conf", "file.debug"),
          new Place("etc/billmgr.DoNothing", "file.nothing"));

  private Surroundings() {}
}
