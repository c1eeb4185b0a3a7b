package tenbin.desks.routes.past;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;

/**
 * Answers one question from what is kept at a moment, file by file: one block in memory at once.
 */
final class Asking {
  /** The first of all. */
  private static final Prefix ALL = new Prefix(tenbin.nouns.net.Address.NONE, 0);

  private final PastQuestion question;
  private final Shown shown;
  private final Gathering gathering;
  private final Hearings hearings;
  private final List<PastAnswer.Hole> damaged = new ArrayList<>();

  Asking(PastQuestion question, Shown shown, List<Mark> gaps) {
    this.question = question;
    this.shown = shown;
    this.gathering = new Gathering(question);
    this.hearings = new Hearings(question.whose());
    hearings.add(gaps);
  }

  /**
   * The answer.
   *
   * @throws java.nio.file.NoSuchFileException when a file went meanwhile: ask again
   */
  PastAnswer answer() throws IOException {
    long from = Hearings.micros(question.from());
    if (shown.isBefore(from)) {
      return new PastAnswer(
          false,
          shown.first().map(Hearings::instant),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          0);
    }
    Optional<SortedFile> base = shown.baseFor(from);
    if (base.isPresent()) {
      read(base.get(), file -> hearings.begin(file.readStandings()));
    }
    for (SortedFile each : shown.partsBehind(base.map(SortedFile::number).orElse(-1L))) {
      if (gathering.concerns(each.head())) {
        read(each, file -> hearings.add(file.readMarks()));
      }
    }
    for (Fresh each : shown.fresh()) {
      hearings.add(each.marks());
      each.changes().forEach(gathering::add);
    }
    hearings.end();
    return gathering.answer(hearings, damaged, shown.first());
  }

  private interface Hearing {
    void read(SortedFile file) throws IOException;
  }

  /** What cannot be read is a hole, and the rest counts. */
  private void read(SortedFile file, Hearing hearing) throws IOException {
    try {
      hearing.read(file);
      try (Cursor cursor = file.cursor()) {
        scan(cursor, file.head());
      }
    } catch (Damaged | EOFException broken) {
      damaged.add(
          new PastAnswer.Hole(
              Optional.empty(),
              Hearings.instant(Math.min(file.head().oldest(), file.head().newest())),
              Hearings.instant(file.head().newest()),
              0));
    }
  }

  private void scan(Cursor cursor, FileHead head) throws IOException {
    switch (question.asked()) {
      case Asked.Exact(Prefix prefix) -> take(cursor, prefix);
      case Asked.Inside(Prefix prefix) -> inside(cursor, prefix);
      case Asked.Covering(Prefix prefix) -> {
        int least = prefix.isV4() ? 96 : 0;
        for (int bits = least; bits <= prefix.bits(); bits++) {
          if (head.lengths().get(bits)) {
            take(cursor, Prefix.around(prefix.first(), bits - least));
          }
        }
      }
    }
  }

  private void take(Cursor cursor, Prefix prefix) throws IOException {
    cursor.seek(prefix);
    @Nullable Change now = cursor.now();
    while (now != null && now.prefix().equals(prefix)) {
      gathering.add(now);
      cursor.next();
      now = cursor.now();
    }
  }

  private void inside(Cursor cursor, Prefix prefix) throws IOException {
    cursor.seek(question.behind().filter(each -> each.compareTo(prefix) > 0).orElse(prefix));
    @Nullable Change now = cursor.now();
    while (now != null
        && prefix.contains(now.prefix().first())
        && !gathering.isBehindEnd(now.prefix())) {
      gathering.add(now);
      cursor.next();
      now = cursor.now();
    }
  }

  static Prefix all() {
    return ALL;
  }
}
