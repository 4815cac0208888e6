package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where commands write their log and their lock.
 *
 * @param floor the least free bytes that are no reason to worry
 */
record LogAndLockFileCheck(Path root, long floor) {

  static final long USUAL_FLOOR = 200L << 20;

  private static final long LARGEST = 1L << 30;
  private static final long MIB = 1L << 20;

  CheckFinding look() throws IOException {
    Path folder = root.resolve("var");
    if (!Files.isDirectory(folder)) {
      return CheckFinding.failed(
          text("there is no folder %s", "папки %s нет", RelativePath.root(root, folder)),
          text("Run: mkdir -p %s", "Выполните: mkdir -p %s", folder));
    }
    Path log = folder.resolve("pmnextcloud.log");
    boolean there = Files.exists(log);
    if (there ? !Files.isRegularFile(log) || !Files.isWritable(log) : !Files.isWritable(folder)) {
      return CheckFinding.failed(
          text("%s cannot be written", "в %s нельзя писать", RelativePath.root(root, log)),
          text(
              "Make it a file that root may write",
              "Сделайте его файлом, в который может писать root"));
    }
    long size = there ? Files.size(log) : 0;
    long free = Files.getFileStore(folder).getUsableSpace();
    BilingualText found =
        text(
            "%s, %s MB; %s MB of disk left",
            "%s, %s МБ; на диске свободно %s МБ",
            RelativePath.root(root, log),
            size / MIB,
            free / MIB);
    if (free < floor) {
      return CheckFinding.warning(
          found, text("Make room on the disk of %s", "Освободите место на диске с %s", folder));
    }
    return size > LARGEST
        ? CheckFinding.warning(
            found, text("Let logrotate take care of it", "Поручите его программе logrotate"))
        : CheckFinding.fine(found);
  }
}
