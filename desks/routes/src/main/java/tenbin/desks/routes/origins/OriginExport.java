package tenbin.desks.routes.origins;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;

/**
 * Writes the table's origins into a folder of dated files, as attribution reads them (CAIDA's form
 * of prefix-to-origin tables). A file says what is so from its time on until the next. One thread.
 */
public final class OriginExport {
  private static final String MARK = "# origins by the routes desk, digest ";
  private static final int BUFFER = 1 << 16;

  private final DatedFiles files;
  private final ExportRules rules;
  private long digest;
  private Optional<Instant> written;

  /**
   * Opens a folder, and goes on from its latest file.
   *
   * @throws IOException where the folder cannot be read or made
   */
  public OriginExport(Path folder, ExportRules rules) throws IOException {
    Files.createDirectories(folder);
    this.files = new DatedFiles(folder);
    this.rules = rules;
    List<Instant> all = files.all();
    this.written = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    this.digest = written.isPresent() ? digestOf(files.file(written.get())) : 0;
  }

  private static long digestOf(Path file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      String first = in.readLine();
      return first != null && first.startsWith(MARK)
          ? Long.parseUnsignedLong(first.substring(MARK.length()), 16)
          : 0;
    } catch (IOException | NumberFormatException unknown) {
      return 0; // It is somebody else's, or broken: then the next one is another in any case.
    }
  }

  /**
   * Writes what is so from now on, where it is another than in the latest file and that is old
   * enough, and takes away what is not to be kept.
   *
   * @return the new file, if there is one
   */
  public Optional<Path> write(RouteTable table, Instant now) throws IOException {
    Instant at = now.truncatedTo(ChronoUnit.SECONDS);
    boolean tooSoon = written.isPresent() && at.isBefore(written.get().plus(rules.every()));
    if (tooSoon || written.filter(each -> !each.isBefore(at)).isPresent()) {
      return Optional.empty();
    }
    OriginRows rows = new OriginRows(table, rules.least());
    Digest found = new Digest();
    rows.forEach(found::add);
    if (found.isEmpty() || found.value() == digest) {
      return Optional.empty();
    }
    Path file = files.file(at);
    Path beside = files.beside(at);
    write(rows, found, beside);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    digest = found.value();
    written = Optional.of(at);
    files.thin(rules);
    return Optional.of(file);
  }

  private static void write(OriginRows rows, Digest digest, Path file) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), BUFFER),
                StandardCharsets.US_ASCII),
            BUFFER)) {
      out.write(String.format(Locale.ROOT, "%s%016x%n", MARK, digest.value()));
      rows.forEach((prefix, origins) -> line(out, prefix, origins));
    } catch (UncheckedIOException broken) {
      throw new IOException(file + " cannot be written", broken);
    }
  }

  private static void line(Writer out, Prefix prefix, String origins) {
    try {
      out.write(prefix.first() + "\t" + prefix.length() + "\t" + origins + "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Tells two contents apart; not against somebody who wants them to look alike. */
  private static final class Digest {
    private long value = 0xcbf2_9ce4_8422_2325L;
    private boolean any;

    void add(Prefix prefix, String origins) {
      any = true;
      mix(prefix.first().high());
      mix(prefix.first().low());
      mix(prefix.bits());
      for (int i = 0; i < origins.length(); i++) {
        mix(origins.charAt(i));
      }
    }

    private void mix(long more) {
      value = (value ^ more) * 0x9e37_79b9_7f4a_7c15L;
      value ^= value >>> 29;
    }

    boolean isEmpty() {
      return !any;
    }

    long value() {
      return value;
    }
  }
}
