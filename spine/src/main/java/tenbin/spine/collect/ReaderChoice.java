package tenbin.spine.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Sample;

/** Finds the reader of a report by its name and first bytes. */
final class ReaderChoice {
  private final List<Reader> readers;

  /** Of two that are equally sure, the earlier one reads. */
  ReaderChoice(List<Reader> readers) {
    this.readers = List.copyOf(readers);
  }

  Optional<Reader> of(Path file, String name) throws IOException {
    Sample sample = sample(file, name);
    Optional<Reader> best = Optional.empty();
    Likeness surest = Likeness.NONE;
    for (Reader reader : readers) {
      Likeness likeness = reader.looksAt(sample);
      if (likeness.compareTo(surest) > 0) {
        surest = likeness;
        best = Optional.of(reader);
      }
    }
    return best;
  }

  private static Sample sample(Path file, String name) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] head = bytes.readNBytes(Sample.MOST_BYTES);
      return new Sample(name, head, bytes.read() < 0);
    }
  }
}
