package tenbin.desks.routes.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import tenbin.desks.routes.feed.ArchiveFeed;
import tenbin.wire.mrt.Unpacked;

/** The tables to begin with, and how often files were looked at. One thread. */
final class StartFiles {
  private final List<FeedLine> lines;
  private final Ears ears;
  private final Consumer<String> words;
  private int looks;

  StartFiles(List<FeedLine> lines, Ears ears, Consumer<String> words) {
    this.lines = lines;
    this.ears = ears;
    this.words = words;
  }

  boolean isFirst() {
    return looks == 0;
  }

  /** A file that is whole is read at the second look; asked once a look. */
  boolean isSecond() {
    looks++;
    return looks == 2;
  }

  void read() {
    for (FeedLine each : lines) {
      if (each instanceof FeedLine.File line) {
        read(line);
      }
    }
  }

  private void read(FeedLine.File line) {
    ArchiveFeed feed = new ArchiveFeed(line.of(), ears.of(line));
    try (InputStream in = Unpacked.of(Files.newInputStream(line.file()))) {
      feed.read(in);
      words.accept(line.file() + " is read, " + feed.damaged() + " damaged records");
    } catch (IOException failed) {
      feed.end();
      words.accept(line.file() + " is not read to its end: " + failed.getMessage());
    }
  }
}
