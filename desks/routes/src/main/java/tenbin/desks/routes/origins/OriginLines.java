package tenbin.desks.routes.origins;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tenbin.nouns.net.Prefix;

/** Rows in a packed file, in the order of prefixes. */
final class OriginLines {
  private static final int BUFFER = 1 << 16;

  private OriginLines() {}

  /** Writes a file beside its place and moves it there when it is whole. */
  static void write(Iterator<OriginRow> rows, Path beside, Path file) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(beside), BUFFER),
                StandardCharsets.US_ASCII),
            BUFFER)) {
      while (rows.hasNext()) {
        out.write(rows.next() + "\n");
      }
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * What is another now than in a file: new or with other origins, or gone.
   *
   * @throws IOException where the file is not one that was written here
   */
  static List<OriginRow> changes(Path before, Iterator<OriginRow> now) throws IOException {
    List<OriginRow> changes = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(before), BUFFER),
                StandardCharsets.US_ASCII),
            BUFFER)) {
      Optional<OriginRow> old = read(in);
      while (now.hasNext()) {
        OriginRow row = now.next();
        while (old.isPresent() && old.get().prefix().compareTo(row.prefix()) < 0) {
          changes.add(gone(old.get()));
          old = read(in);
        }
        boolean same = old.isPresent() && old.get().prefix().equals(row.prefix());
        if (!same || !old.get().origins().equals(row.origins())) {
          changes.add(row);
        }
        old = same ? read(in) : old;
      }
      for (; old.isPresent(); old = read(in)) {
        changes.add(gone(old.get()));
      }
    }
    return changes;
  }

  private static OriginRow gone(OriginRow old) {
    return new OriginRow(old.prefix(), OriginRow.NOBODY);
  }

  private static Optional<OriginRow> read(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      return Optional.empty();
    }
    int first = line.indexOf('\t');
    int second = line.indexOf('\t', first + 1);
    if (first < 0 || second < 0) {
      throw new IOException("not a row: " + line);
    }
    try {
      Prefix prefix =
          Prefix.parse(line.substring(0, first) + "/" + line.substring(first + 1, second));
      return Optional.of(new OriginRow(prefix, line.substring(second + 1)));
    } catch (IllegalArgumentException wrong) {
      throw new IOException("not a row: " + line, wrong);
    }
  }
}
