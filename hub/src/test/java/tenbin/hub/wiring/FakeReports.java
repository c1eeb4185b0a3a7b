package tenbin.hub.wiring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.Upload;
import tenbin.spine.collect.UploadRefused;

/** Reports in memory; each counts as read with one warning that carries hostile text. */
final class FakeReports implements Intake {
  final Book book = new Book();

  /** A feed whose reports come while the hub can vouch for nothing. */
  static final String NOT_NOW = "not-now";

  private record Key(MemberId reporter, Digest digest) {}

  private final Map<Key, byte[]> partial = new ConcurrentHashMap<>();
  private final Map<Key, ReportStatus> done = new ConcurrentHashMap<>();
  private final Path folder;

  FakeReports(Path folder) {
    this.folder = folder;
  }

  @Override
  public Progress progress(MemberId reporter, Digest digest) {
    Key key = new Key(reporter, digest);
    ReportStatus status = done.get(key);
    return status == null
        ? new Progress(digest, partial.getOrDefault(key, new byte[0]).length, false, false)
        : new Progress(digest, status.size(), true, true);
  }

  @Override
  public Progress append(Upload upload, long offset, InputStream bytes)
      throws IOException, UploadRefused {
    Key key = new Key(upload.reporter(), upload.digest());
    byte[] have = partial.getOrDefault(key, new byte[0]);
    if (done.containsKey(key)) {
      return progress(upload.reporter(), upload.digest());
    }
    if (offset != have.length) {
      throw new UploadRefused(UploadRefused.Cause.WRONG_OFFSET, "go on at " + have.length);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(have);
    bytes.transferTo(all);
    partial.put(key, all.toByteArray());
    if (all.size() < upload.size()) {
      return new Progress(upload.digest(), all.size(), false, false);
    }
    if (!Digest.of(all.toByteArray()).equals(upload.digest())) {
      partial.remove(key);
      throw new UploadRefused(UploadRefused.Cause.WRONG_DIGEST, "another digest");
    }
    finish(key, upload.name(), all.toByteArray());
    return new Progress(upload.digest(), all.size(), true, false);
  }

  @Override
  public Progress accept(Arrival arrival, InputStream bytes) throws IOException, UploadRefused {
    if (arrival.feed().equals(NOT_NOW)) {
      throw new UploadRefused(UploadRefused.Cause.NOT_NOW, "its lock is lost");
    }
    byte[] all = bytes.readAllBytes();
    Key key = new Key(arrival.reporter(), Digest.of(all));
    boolean known = done.containsKey(key);
    finish(key, arrival.name(), all);
    return new Progress(key.digest, all.length, true, known);
  }

  private void finish(Key key, String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(key.digest.hex()), bytes);
    done.put(
        key,
        new ReportStatus(
            key.digest,
            key.reporter,
            name,
            bytes.length,
            Fake.NOW,
            ReportStatus.State.READ,
            "shadowserver-csv",
            1_234,
            1,
            7,
            Map.of(Fault.TIME_UNREADABLE, 1L, Fault.UNKNOWN_COLUMN, 3L)));
  }

  /** What became of them. */
  final class Book implements ReportBook {
    @Override
    public List<ReportStatus> reportsOf(MemberId reporter, Instant before, int most) {
      return done.values().stream()
          .filter(each -> each.reporter().equals(reporter) && each.receivedAt().isBefore(before))
          .sorted(Comparator.comparing(each -> each.digest().hex()))
          .limit(most)
          .toList();
    }

    @Override
    public Optional<ReportStatus> report(MemberId reporter, Digest digest) {
      return Optional.ofNullable(done.get(new Key(reporter, digest)));
    }

    @Override
    public List<Warning> warnings(MemberId reporter, Digest digest, int from, int most) {
      if (from > 0 || report(reporter, digest).isEmpty()) {
        return List.of();
      }
      return List.of(
          new Warning(
              Fault.TIME_UNREADABLE,
              new Place(Fake.EVIL, 17, 4_711),
              "=cmd|' /C calc'!A0 " + Fake.EVIL));
    }

    @Override
    public Optional<Path> raw(MemberId reporter, Digest digest) {
      return report(reporter, digest).map(each -> folder.resolve(digest.hex()));
    }
  }
}
