package tenbin.wire.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Breaks an archive from within: unpacks it, breaks names and contents, packs it again. */
final class ArchiveChange implements Change {
  private static final int MOST_UNPACKED = 1 << 18;
  private static final int MOST_DEPTH = 12;

  private static final List<String> NAMES =
      List.of(
          "../../etc/x.csv",
          "/",
          "",
          "a/",
          "con",
          "a.csv",
          "a.json",
          "a.eml",
          "b.zip",
          "c.gz",
          "2026-02-03-scan_dns-a.csv",
          "x".repeat(5_000),
          "\u0000.csv");

  private final List<Change> inside;

  ArchiveChange(List<Change> inside) {
    this.inside = inside;
  }

  private record Entry(String name, String text) {}

  @Override
  public Optional<String> change(String text, RandomGenerator random) {
    try {
      if (text.startsWith("PK\u0003\u0004")) {
        return Optional.of(packed(changed(entries(text), random), random));
      }
      if (text.startsWith("\u001f\u008b")) {
        return Optional.of(gzipped(text, random));
      }
      return random.nextInt(8) == 0 ? Optional.of(deeper(text, random)) : Optional.empty();
    } catch (IOException | IllegalArgumentException brokenBefore) {
      return Optional.empty();
    }
  }

  private static List<Entry> entries(String text) throws IOException {
    List<Entry> all = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(stream(text))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        all.add(new Entry(each.getName(), head(zip)));
      }
    }
    return all;
  }

  private List<Entry> changed(List<Entry> entries, RandomGenerator random) {
    List<Entry> all = new ArrayList<>(entries);
    if (all.isEmpty()) {
      all.add(new Entry("a.csv", ""));
    }
    int at = random.nextInt(all.size());
    Entry entry = all.get(at);
    switch (random.nextInt(4)) {
      case 0 -> all.set(at, new Entry(Odd.one(NAMES, random), entry.text));
      case 1 -> all.add(new Entry(entry.name + random.nextInt(50), entry.text));
      case 2 -> all.remove(at);
      default -> all.set(at, new Entry(entry.name, inside(entry.text, random)));
    }
    return all;
  }

  private String inside(String text, RandomGenerator random) {
    return inside.get(random.nextInt(inside.size())).change(text, random).orElse(text);
  }

  private static String packed(List<Entry> entries, RandomGenerator random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(random.nextInt(10));
      for (Entry each : entries) {
        zip.putNextEntry(new ZipEntry(each.name));
        zip.write(each.text.getBytes(ISO_8859_1));
      }
    }
    return out.toString(ISO_8859_1);
  }

  private String gzipped(String text, RandomGenerator random) throws IOException {
    String content;
    try (InputStream in = new GZIPInputStream(stream(text))) {
      content = head(in);
    }
    return switch (random.nextInt(4)) {
      case 0 -> text + text;
      case 1 -> gzip(content + "\u0000".repeat(random.nextInt(MOST_UNPACKED)));
      case 2 -> deeper(text, random);
      default -> gzip(inside(content, random));
    };
  }

  private static String deeper(String text, RandomGenerator random) throws IOException {
    String packed = text;
    for (int depth = random.nextInt(MOST_DEPTH); depth >= 0; depth--) {
      packed =
          random.nextBoolean()
              ? gzip(packed)
              : packed(List.of(new Entry(Odd.one(NAMES, random), packed)), random);
    }
    return packed;
  }

  private static String gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(ISO_8859_1));
    }
    return out.toString(ISO_8859_1);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }

  private static String head(InputStream in) throws IOException {
    return new String(in.readNBytes(MOST_UNPACKED), ISO_8859_1);
  }
}
