package io.github.billnextcloud.installed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A Java whose archives of class data hold next to nothing: that there is one is all that counts.
 */
final class FewClassesJava {

  static final String LIST = "java/lang/Object\n";

  private FewClassesJava() {}

  /** Makes a home for it, and returns that. */
  static Path makeIn(Path home) throws IOException {
    Path list = Files.writeString(home.resolve("few.lst"), LIST);
    Path program = Files.createDirectory(home.resolve("bin")).resolve("java");
    Files.writeString(
        program,
        """
        #!/bin/sh
        for word; do
          shift
          case $word in -XX:SharedClassListFile=*) word=-XX:SharedClassListFile='%s' ;; esac
          set -- "$@" "$word"
        done
        exec '%s/bin/java' "$@"
        """
            .formatted(list, System.getProperty("java.home")));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }
}
