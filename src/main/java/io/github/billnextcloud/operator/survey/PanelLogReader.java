package io.github.billnextcloud.operator.survey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the panel's log for how it starts us.
 *
 * @param root the panel's folder
 */
record PanelLogReader(Path root) {

  private static final String OURS = "pmnextcloud";

  /** Of a log that may have 100 MB, the end. */
  private static final long LAST_BYTES = 8L << 20;

  /** The command lines with which the panel has called us lately, masked: how → how often. */
  Map<String, Long> calls() throws IOException {
    Map<String, Long> calls = new LinkedHashMap<>();
    for (String line : end(root.resolve("var/billmgr.log")).split("\n")) {
      int at = line.indexOf("--command", Math.max(0, line.indexOf(OURS)));
      if (at > 0 && line.contains(OURS)) {
        calls.merge(
            PanelReportAnonymizer.call(line.substring(line.indexOf(OURS) + OURS.length())),
            1L,
            Long::sum);
      }
    }
    return calls;
  }

  private static String end(Path log) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - LAST_BYTES));
      ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - channel.position()));
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until all is there.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }
}
