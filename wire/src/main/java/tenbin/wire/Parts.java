package tenbin.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;

/**
 * The parts of one container (the files of an archive, the attachments of a mail), read one after
 * the other in whatever formats they are. Rows count over all parts; places name the part. A part
 * that cannot be read is noted and the next one goes on; a reached limit ends it all. Not for
 * several threads.
 */
public final class Parts {
  /** A container in a container costs this much of {@link Limits#mostDepth()}. */
  private static final int DEPTH_OF_ONE = 8;

  private final Report whole;
  private final PartSink sink;
  private int count;
  private int readable;
  private Optional<Refused> refused = Optional.empty();

  /**
   * The parts of a container that is being read.
   *
   * @param whole the container
   * @param sink its sink
   * @throws Refused {@link Fault#TOO_DEEP} when containers lie in containers too deeply
   */
  public Parts(Report whole, Sink sink) throws Refused {
    if (whole.limits().mostDepth() < DEPTH_OF_ONE) {
      throw new Refused(Fault.TOO_DEEP, Place.WHOLE, "containers in containers: " + whole.name());
    }
    this.whole = whole;
    this.sink = new PartSink(sink);
  }

  /** A sink for rows that the container's reader makes of one part itself. */
  public Sink sink(String part) throws Refused {
    next(part);
    return sink;
  }

  /**
   * Reads one part.
   *
   * @param name its file name in the container
   * @param bytes its content; the caller closes it
   * @throws Refused only when a limit was reached: then nothing of the container is read further
   */
  public void read(String name, InputStream bytes) throws IOException, Refused {
    next(name);
    try {
      Reading.part(whole.part(name, bytes), sink);
      readable++;
    } catch (Refused unreadable) {
      Warning warning = unreadable.warning();
      if (isLimit(warning.fault())) {
        throw new Refused(warning.fault(), sink.place(warning.place()), warning.detail());
      }
      skip(new Refused(warning.fault(), sink.place(warning.place()), warning.detail()));
    }
  }

  /** Says that a part was read by the container's reader itself. */
  public void wasRead() {
    readable++;
  }

  /**
   * Ends the container.
   *
   * @throws Refused the first part's refusal, when no part could be read
   */
  public void end() throws Refused {
    if (readable > 0) {
      return;
    }
    if (refused.isPresent()) {
      throw refused.get();
    }
    throw new Refused(Fault.EMPTY, Place.WHOLE, "nothing to read in " + whole.name());
  }

  /** How many parts could be read. */
  public int readable() {
    return readable;
  }

  private void skip(Refused unreadable) throws IOException {
    Warning warning = unreadable.warning();
    sink.skipped(
        new Warning(
            Fault.PART_SKIPPED, warning.place(), warning.fault() + ": " + warning.detail()));
    refused = refused.or(() -> Optional.of(unreadable));
  }

  private void next(String name) throws Refused {
    if (++count > whole.limits().mostParts()) {
      throw new Refused(
          Fault.TOO_MANY_PARTS, Place.WHOLE, "more than " + whole.limits().mostParts() + " parts");
    }
    sink.enter(name);
  }

  private static boolean isLimit(Fault fault) {
    return switch (fault) {
      case TOO_LARGE, TOO_MANY_ROWS, TOO_SLOW, TOO_MANY_PARTS, ARCHIVE_RATIO -> true;
      default -> false;
    };
  }

  /** Counts rows over the parts and puts the part's name into places. */
  private static final class PartSink implements Sink {
    private final Sink inner;
    private String part = "";
    private Optional<Warning> last = Optional.empty();
    private long before;
    private long rows;

    PartSink(Sink inner) {
      this.inner = inner;
    }

    void enter(String name) {
      part = name;
      before += rows;
      rows = 0;
    }

    Place place(Place inPart) {
      String path = inPart.part().isEmpty() ? part : part + "/" + inPart.part();
      return new Place(path, inPart.row(), inPart.offset());
    }

    /** A container in this one has told of it already when the part was its only one. */
    void skipped(Warning warning) throws IOException {
      if (!last.equals(Optional.of(warning))) {
        inner.warning(warning);
      }
    }

    @Override
    public void observation(Observation seen) throws IOException {
      rows = Math.max(rows, seen.row());
      inner.observation(before == 0 ? seen : moved(seen));
    }

    private Observation moved(Observation seen) {
      return new Observation(
          before + seen.row(),
          seen.kind(),
          seen.severity(),
          seen.time(),
          seen.transport(),
          seen.source(),
          seen.destination(),
          seen.sides(),
          seen.url(),
          seen.sensor(),
          seen.count(),
          seen.extra());
    }

    @Override
    public void warning(Warning warning) throws IOException {
      rows = Math.max(rows, warning.place().row());
      Warning told = new Warning(warning.fault(), place(warning.place()), warning.detail());
      last = Optional.of(told);
      inner.warning(told);
    }

    @Override
    public void marking(Tlp marking) throws IOException {
      inner.marking(marking);
    }
  }
}
