package io.github.billnextcloud.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The files that a worker was started from, as they were then. */
public final class ProgramFilesSnapshot {

  private final List<Path> files;
  private final List<String> then;

  private ProgramFilesSnapshot(List<Path> files) {
    this.files = files;
    this.then = states();
  }

  public static ProgramFilesSnapshot of(List<Path> files) {
    return new ProgramFilesSnapshot(List.copyOf(files));
  }

  /** False once any of them is another, has changed or is gone. */
  public boolean isUnchanged() {
    return states().equals(then);
  }

  private List<String> states() {
    return files.stream().map(ProgramFilesSnapshot::state).toList();
  }

  private static String state(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.fileKey() + " " + found.size() + " " + found.lastModifiedTime();
    } catch (IOException gone) {
      return "gone";
    }
  }
}
