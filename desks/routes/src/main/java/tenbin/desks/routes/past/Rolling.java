package tenbin.desks.routes.past;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;

/**
 * Makes a new base of the last one and the parts behind it, prefix by prefix: in memory are a block
 * of each and one prefix with its vantage points. One thread.
 */
final class Rolling {
  private final List<SortedFile> files = new ArrayList<>();
  private final List<Optional<Cursor>> cursors = new ArrayList<>();
  private final Consumer<String> words;
  private Map<Vantage, Standing> standings = new LinkedHashMap<>();
  private long newest = Long.MIN_VALUE;

  Rolling(Optional<SortedFile> base, List<SortedFile> parts, Consumer<String> words) {
    base.ifPresent(files::add);
    files.addAll(parts);
    this.words = words;
  }

  /** Writes it; its number is that of the last part. */
  SortedFile roll(Path file, long now) throws IOException {
    try (SortedWriter out = new SortedWriter(file)) {
      open();
      standings = files.getLast().readStandings();
      for (Prefix prefix = next(); prefix != null; prefix = next()) {
        for (Change each : group(prefix).values()) {
          if (stands(each)) {
            out.add(each);
          }
        }
      }
      files.forEach(each -> newest = Math.max(newest, each.head().newest()));
      out.done(standings, List.of(), new SortedWriter.Span(now, newest));
    } finally {
      for (Optional<Cursor> each : cursors) {
        if (each.isPresent()) {
          each.get().close();
        }
      }
    }
    return SortedFile.open(file, files.getLast().number());
  }

  private boolean stands(Change change) {
    Standing is = standings.getOrDefault(change.from(), Standing.NEW);
    return change.route().isThere() && change.micros() >= is.lost();
  }

  private void open() throws IOException {
    for (int i = 0; i < files.size(); i++) {
      try {
        Cursor cursor = files.get(i).cursor();
        cursors.add(Optional.of(cursor));
        cursor.seek(Asking.all());
      } catch (Damaged | EOFException broken) {
        damaged(i, broken);
      }
    }
  }

  /** What is lost with it is told again, or it is a hole in the base too. */
  private void damaged(int number, IOException broken) throws IOException {
    words.accept(
        files.get(number).file().getFileName()
            + " of past routes is damaged: "
            + broken.getMessage());
    if (number < cursors.size() && cursors.get(number).isPresent()) {
      cursors.get(number).get().close();
      cursors.set(number, Optional.empty());
    } else {
      cursors.add(Optional.empty());
    }
  }

  private @Nullable Prefix next() {
    @Nullable Prefix least = null;
    for (Optional<Cursor> each : cursors) {
      @Nullable Change now = each.isPresent() ? each.get().now() : null;
      if (now != null && (least == null || now.prefix().compareTo(least) < 0)) {
        least = now.prefix();
      }
    }
    return least;
  }

  /** The last word of each vantage point: files come in the order of their writing. */
  private Map<Vantage, Change> group(Prefix prefix) throws IOException {
    Map<Vantage, Change> last = new LinkedHashMap<>();
    for (int i = 0; i < cursors.size(); i++) {
      if (cursors.get(i).isPresent()) {
        try {
          take(cursors.get(i).get(), prefix, last);
        } catch (Damaged | EOFException broken) {
          damaged(i, broken);
        }
      }
    }
    return last;
  }

  private static void take(Cursor cursor, Prefix prefix, Map<Vantage, Change> last)
      throws IOException {
    @Nullable Change now = cursor.now();
    while (now != null && now.prefix().equals(prefix)) {
      last.put(now.from(), now);
      cursor.next();
      now = cursor.now();
    }
  }
}
