package io.github.billnextcloud.resident;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a launcher asks for, as {@code curl} sends it: the fields of a form. {@code socat} sends a
 * document's Base64 as it is, and a form's plus is a blank.
 *
 * @param process the launcher's number, as the system knows it
 * @param stdin what the launcher has read; empty when the command reads nothing
 */
public record WorkerRequest(long process, List<String> args, Optional<byte[]> stdin) {

  /** Both change together when they no longer understand each other. */
  private static final String LINE = "POST /2 HTTP/1.1";

  private static final String LENGTH = "content-length:";
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_LINES = 50;

  /** Bytes: the longest document, written in letters, and the longest command line. */
  private static final int LONGEST_BODY = 12 << 20;

  /**
   * @throws IOException when this is no request of ours
   */
  static WorkerRequest read(InputStream caller) throws IOException {
    DataInputStream stream = new DataInputStream(caller);
    if (!line(stream).equals(LINE)) {
      throw new IOException("no request of ours");
    }
    int length = -1;
    int lines = 0;
    for (String line = line(stream); !line.isEmpty(); line = line(stream)) {
      if (++lines > MOST_LINES) {
        throw new IOException("too long a head");
      }
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = number(line.substring(LENGTH.length()));
      }
    }
    if (length < 0 || length > LONGEST_BODY) {
      throw new IOException("no body, or too long a one");
    }
    byte[] body = new byte[length];
    stream.readFully(body);
    return form(new String(body, StandardCharsets.ISO_8859_1));
  }

  private static String line(DataInputStream stream) throws IOException {
    StringBuilder line = new StringBuilder();
    for (char next = (char) stream.readUnsignedByte();
        next != '\n';
        next = (char) stream.readUnsignedByte()) {
      if (line.length() > LONGEST_LINE) {
        throw new IOException("too long a line");
      }
      line.append(next);
    }
    return line.toString().stripTrailing();
  }

  private static int number(String text) throws IOException {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      throw new IOException("no number", none);
    }
  }

  private static WorkerRequest form(String body) throws IOException {
    int process = 0;
    List<String> args = new ArrayList<>();
    Optional<byte[]> stdin = Optional.empty();
    try {
      for (String field : body.split("&")) {
        String name = field.substring(0, Math.max(0, field.indexOf('=')));
        String value =
            URLDecoder.decode(field.substring(name.length() + 1), StandardCharsets.UTF_8);
        switch (name) {
          case "process" -> process = number(value);
          case "arg" -> args.add(value);
          case "stdin" -> stdin = Optional.of(Base64.getDecoder().decode(value.replace(' ', '+')));
          default -> throw new IOException("an unknown field");
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException garbled) {
      throw new IOException("a garbled form", garbled);
    }
    return new WorkerRequest(process, List.copyOf(args), stdin);
  }
}
