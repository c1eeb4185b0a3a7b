package tenbin.hub.act;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/** A file from an offset on as a request's body; tells how much of it went by. */
final class FilePart extends FilterInputStream {
  private final LongConsumer sent;
  private long position;

  private FilePart(InputStream in, long from, LongConsumer sent) {
    super(in);
    this.position = from;
    this.sent = sent;
  }

  static BodyPublisher of(Path file, long from, LongConsumer sent) throws IOException {
    long length = Files.size(file) - from;
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> open(file, from, sent)), length);
  }

  private static InputStream open(Path file, long from, LongConsumer sent) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      return new FilePart(Channels.newInputStream(channel.position(from)), from, sent);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      position += count;
      sent.accept(position);
    }
    return count;
  }
}
