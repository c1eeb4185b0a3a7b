package tenbin.wire.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Parts;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;

/**
 * Opens zip and gzip files and hands what is in them to the readers of whatever it is. Limits are
 * measured on what really comes out, over all levels together. When an archive breaks off, the
 * whole rows before the break stay.
 */
public final class ArchiveReader implements Reader {
  private static final Format FORMAT = new Format("archive");
  private static final int MAGIC = 4;

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    if (sample.size() < MAGIC) {
      return Likeness.NONE;
    }
    byte[] head = new byte[MAGIC];
    for (int i = 0; i < MAGIC; i++) {
      head[i] = (byte) sample.at(i);
    }
    return switch (Wrapping.of(head)) {
      case NONE -> Likeness.NONE;
      case GZIP -> Likeness.CERTAIN;
      case ZIP -> isDocument(sample) ? Likeness.NONE : Likeness.CERTAIN;
    };
  }

  /** Office documents and programs are zips too; nobody reports in them. */
  private static boolean isDocument(Sample sample) {
    String text = sample.text();
    return text.contains("[Content_Types].xml")
        || text.contains("META-INF/MANIFEST.MF")
        || text.contains("mimetypeapplication/");
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    Parts parts = new Parts(report, sink);
    Opening opening = new Opening(new Budget(report.limits()), parts, sink);
    try {
      opening.open(report.name(), "", opening.budget.packed(report.bytes()), 1);
    } catch (Broken broken) {
      throw broken.refused(opening.part);
    }
    if (parts.readable() == 0 && opening.locked.isPresent()) {
      throw new Refused(Fault.FORMAT_NOT_READ, Place.WHOLE, "zip, " + opening.locked.get());
    }
    parts.end();
  }

  /** How bytes are wrapped, by their first four. */
  private enum Wrapping {
    NONE,
    GZIP,
    ZIP;

    static Wrapping of(byte[] head) {
      if (head.length < MAGIC) {
        return NONE;
      }
      boolean zip =
          head[0] == 'P'
              && head[1] == 'K'
              && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
      boolean gzip = head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8;
      return zip ? ZIP : gzip ? GZIP : NONE;
    }
  }

  /** One report being opened, archives in archives included. */
  private static final class Opening {
    private final Budget budget;
    private final Parts parts;
    private final Sink sink;
    private String part = "";
    private Optional<String> locked = Optional.empty();

    Opening(Budget budget, Parts parts, Sink sink) {
      this.budget = budget;
      this.parts = parts;
      this.sink = sink;
    }

    /**
     * Opens an archive, or reads what is none.
     *
     * @param name of the file
     * @param path of the archives around it, each with a slash behind, empty for the outermost
     * @param bytes of the file
     * @param depth 1 for the outermost
     */
    void open(String name, String path, InputStream bytes, int depth) throws IOException, Refused {
      byte[] head = bytes.readNBytes(MAGIC);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), bytes);
      Wrapping wrapping = Wrapping.of(head);
      if (wrapping != Wrapping.NONE) {
        budget.depth(depth);
      }
      String inside = depth == 1 ? "" : path + name + "/";
      switch (wrapping) {
        case NONE -> readPart(path + name, whole);
        case GZIP -> open(withoutEnding(name), path, new Gunzipped(whole, budget), depth + 1);
        case ZIP -> openZip(inside, whole, depth);
      }
    }

    private void openZip(String inside, InputStream whole, int depth) throws IOException, Refused {
      ZipEntries entries = new ZipEntries(whole, budget);
      for (Optional<ZipEntries.Entry> next = entries.next();
          next.isPresent();
          next = entries.next()) {
        ZipEntries.Entry entry = next.get();
        budget.part();
        part = inside + entry.name();
        if (entry.unreadable().isPresent()) {
          locked = entry.unreadable();
          Place place = new Place(part, 0, -1);
          sink.warning(new Warning(Fault.PART_SKIPPED, place, entry.unreadable().get()));
        } else if (!entry.isFolder()) {
          open(entry.name(), inside, entry.content(), depth + 1);
        }
        drain(entry.content());
      }
    }

    private void readPart(String name, InputStream content) throws IOException, Refused {
      part = name;
      WholeLines lines = new WholeLines(content);
      parts.read(name, lines);
      drain(lines);
      if (lines.broken().isPresent()) {
        throw lines.broken().get();
      }
    }

    private static void drain(InputStream content) throws IOException {
      byte[] block = new byte[16 * 1024];
      while (content.read(block) >= 0) {
        // What no reader wanted must pass before the next part can begin.
      }
    }

    private static String withoutEnding(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
  }
}
