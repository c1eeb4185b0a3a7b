package tenbin.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;

/**
 * The formats that are read, and how one is chosen: the reader that is surest. Immutable; any
 * thread.
 */
public final class Formats {
  /** No formats: what a report's parts are read in while nobody has said in which. */
  public static final Formats NONE = new Formats(List.of());

  private static final int LONGEST_NAME_SHOWN = 80;

  private final List<Reader> readers;

  /** Formats of one's own choice; at equal likeness the earlier one is chosen. */
  public Formats(List<Reader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** The readers, in their order. */
  public List<Reader> readers() {
    return readers;
  }

  /** What can be read, in order. */
  public List<Format> readable() {
    return readers.stream().map(Reader::format).toList();
  }

  /** What is known by sight only: it is refused with its name. */
  public List<Format> knownBySight() {
    return Sights.all();
  }

  /** The reader of a format, where one is asked for by name. */
  public Optional<Reader> reader(String format) {
    return readers.stream().filter(each -> each.format().name().equals(format)).findFirst();
  }

  /**
   * The reader for a report that looks like this.
   *
   * @throws Refused when there is nothing to read, or in no format that is read; names the format
   *     it looks like, where it looks like one
   */
  public Reader choose(Sample sample) throws Refused {
    if (isBlank(sample)) {
      throw new Refused(Fault.EMPTY, Place.WHOLE, shown(sample));
    }
    Likeness best = Likeness.NONE;
    List<Reader> chosen = new ArrayList<>(1);
    for (Reader reader : readers) {
      Likeness likeness = reader.looksAt(sample);
      if (likeness.compareTo(best) > 0) {
        best = likeness;
        chosen.clear();
        chosen.add(reader);
      }
    }
    Optional<Sights.Sight> sight = Sights.of(sample);
    boolean onlyPossible =
        best == Likeness.POSSIBLE && sight.filter(Sights.Sight::sure).isPresent();
    if (!chosen.isEmpty() && !onlyPossible) {
      return chosen.getFirst();
    }
    throw refusal(sample, sight);
  }

  private static Refused refusal(Sample sample, Optional<Sights.Sight> sight) {
    if (Sights.nesting(sample) > Limits.USUAL.mostDepth()) {
      return new Refused(
          Fault.TOO_DEEP,
          Place.WHOLE,
          "JSON nested deeper than " + Limits.USUAL.mostDepth() + shown(sample));
    }
    return sight
        .map(known ->
            new Refused(
                Fault.FORMAT_NOT_READ, Place.WHOLE, "looks like " + known.name() + shown(sample)))
        .orElseGet(() ->
            new Refused(
                Fault.FORMAT_UNKNOWN,
                Place.WHOLE,
                "looks like no format known here" + oneLine(sample) + shown(sample)));
  }

  private static String oneLine(Sample sample) {
    for (int i = 0; i < sample.size(); i++) {
      if (sample.at(i) == '\n') {
        return "";
      }
    }
    return sample.whole() ? "" : ", a first line of more than " + sample.size() + " bytes";
  }

  private static String shown(Sample sample) {
    String name = sample.name();
    if (name.isEmpty()) {
      return "";
    }
    int from = Math.max(0, name.length() - LONGEST_NAME_SHOWN);
    return ": " + name.substring(from);
  }

  private static boolean isBlank(Sample sample) {
    for (int i = 0; i < sample.size(); i++) {
      if (!isBlank(sample.at(i))) {
        return false;
      }
    }
    return sample.whole();
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
