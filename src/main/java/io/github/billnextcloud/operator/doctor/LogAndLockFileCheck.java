package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.logging.LogFiles;
import io.github.billnextcloud.operator.PanelRelativePath;
import io.github.billnextcloud.text.Sentence;
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
          Sentence.of("doctor.no_folder", PanelRelativePath.root(root, folder)),
          Sentence.of("doctor.run_mkdir_p", folder));
    }
    Path log = folder.resolve("pmnextcloud.log");
    boolean there = Files.exists(log);
    if (there ? !Files.isRegularFile(log) || !Files.isWritable(log) : !Files.isWritable(folder)) {
      return CheckFinding.failed(
          Sentence.of("doctor.cannot_written", PanelRelativePath.root(root, log)),
          Sentence.of("doctor.make_file_root_may"));
    }
    long size = there ? Files.size(log) : 0;
    long free = Files.getFileStore(folder).getUsableSpace();
    Sentence found =
        Sentence.of("doctor.log_size", PanelRelativePath.root(root, log), size / MIB, free / MIB);
    if (free < floor) {
      return CheckFinding.warning(found, Sentence.of("doctor.make_room_disk", folder));
    }
    return size > LARGEST
        ? CheckFinding.warning(
            found, Sentence.of("doctor.log_not_begun_anew", LogFiles.USUAL_BYTES / MIB, folder))
        : CheckFinding.fine(found);
  }
}
