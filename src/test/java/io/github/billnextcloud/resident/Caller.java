package io.github.billnextcloud.resident;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a launcher does, without curl. */
final class Caller implements AutoCloseable {

  private final SocketChannel channel;

  Caller(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
  }

  Caller ask(long process, String arg) throws IOException {
    String body = "process=" + process + "&arg=" + arg;
    return say("POST /2 HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  Caller say(String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** All that comes until the worker hangs up; without its head, without signs of life. */
  String hear() throws IOException {
    byte[] all = Channels.newInputStream(channel).readAllBytes();
    return new String(all, StandardCharsets.UTF_8).replaceFirst("(?s)^.*?\r\n\r\n\\.*", "");
  }

  /** The first byte that comes. */
  int hearOne() throws IOException {
    return Channels.newInputStream(channel).read();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
