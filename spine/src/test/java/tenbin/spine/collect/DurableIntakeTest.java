package tenbin.spine.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.SharedDatabase;

@SuppressWarnings("NullAway.Init")
class DurableIntakeTest {
  private static final MemberId ALPHA = new MemberId("alpha-net");
  private static final MemberId BETA = new MemberId("beta-net");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-24T06:00:00Z"), ZoneOffset.UTC);
  private static final IntakeLimits LIMITS =
      new IntakeLimits(1 << 20, 3, 4 << 20, 5, 8 << 20, 4, 1 << 20);

  @TempDir private Path data;
  private Database database;
  private OneWriter only;
  private DurableIntake intake;
  private StoredReports book;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(SharedDatabase.url());
    only = OneWriter.on(database);
    intake = intake(LIMITS);
    book = new StoredReports(data, database);
  }

  @AfterEach
  void close() {
    only.close();
    database.close();
  }

  private DurableIntake intake(IntakeLimits limits) throws IOException {
    return new DurableIntake(
        data, database, only, new Parties(database.dataSource()), limits, CLOCK, () -> {});
  }

  private static byte[] bytes(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static Upload upload(MemberId reporter, byte[] bytes) {
    return new Upload(
        reporter, Digest.of(bytes), bytes.length, "a.csv", "", Optional.empty(), Optional.empty());
  }

  private static Arrival arrival(MemberId reporter) {
    return new Arrival(reporter, "a.csv", "", Optional.empty(), Optional.empty());
  }

  @Test
  void acknowledged_report_is_there_byte_for_byte() throws IOException, UploadRefused {
    byte[] bytes = bytes(1, 100_000);
    Progress progress = intake.append(upload(ALPHA, bytes), 0, new ByteArrayInputStream(bytes));
    assertThat(progress).isEqualTo(new Progress(Digest.of(bytes), bytes.length, true, false));
    assertThat(book.raw(ALPHA, Digest.of(bytes)).orElseThrow()).hasBinaryContent(bytes);
    assertThat(book.reportsOf(ALPHA, Instant.MAX, 10))
        .singleElement()
        .satisfies(status -> assertThat(status.state()).isEqualTo(ReportStatus.State.WAITING));
  }

  @Test
  void upload_cut_at_random_places_resumes_where_the_durable_bytes_end()
      throws IOException, UploadRefused {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] bytes = bytes(seed, 300_000);
    Upload upload = upload(ALPHA, bytes);
    Progress progress = intake.progress(ALPHA, upload.digest());
    int cuts = 0;
    while (!progress.acknowledged()) {
      int at = (int) progress.durableBytes();
      InputStream rest = new ByteArrayInputStream(bytes, at, bytes.length - at);
      try {
        progress = intake.append(upload, at, new Cut(rest, random.nextInt(1, 60_000)));
      } catch (CutOff cut) {
        cuts++;
        progress = intake.progress(ALPHA, upload.digest());
        assertThat(progress.durableBytes()).as("seed %d", seed).isGreaterThanOrEqualTo(at);
      }
    }
    assertThat(cuts).as("seed %d", seed).isPositive();
    assertThat(book.raw(ALPHA, upload.digest()).orElseThrow()).hasBinaryContent(bytes);
  }

  @Test
  void same_bytes_again_change_nothing_and_the_other_reporter_gets_its_own_line()
      throws IOException, UploadRefused {
    byte[] bytes = bytes(2, 5_000);
    intake.append(upload(ALPHA, bytes), 0, new ByteArrayInputStream(bytes));
    assertThat(intake.accept(arrival(ALPHA), new ByteArrayInputStream(bytes)).knownBefore())
        .isTrue();
    assertThat(book.reportsOf(ALPHA, Instant.MAX, 10)).hasSize(1);
    assertThat(intake.progress(BETA, Digest.of(bytes)).acknowledged())
        .as("beta learns nothing of what alpha sent")
        .isFalse();
    assertThat(book.report(BETA, Digest.of(bytes))).isEmpty();
    Progress beta = intake.accept(arrival(BETA), new ByteArrayInputStream(bytes));
    assertThat(beta).isEqualTo(new Progress(Digest.of(bytes), bytes.length, true, false));
    assertThat(book.reportsOf(BETA, Instant.MAX, 10)).hasSize(1);
  }

  @Test
  void wrong_offset_and_wrong_digest_are_refused() throws IOException, UploadRefused {
    byte[] bytes = bytes(3, 1_000);
    Upload upload = upload(ALPHA, bytes);
    assertRefused(UploadRefused.Cause.WRONG_OFFSET, upload, 7, bytes);
    byte[] other = Arrays.copyOf(bytes, bytes.length);
    other[500] ^= 1;
    assertRefused(UploadRefused.Cause.WRONG_DIGEST, upload, 0, other);
    assertThat(intake.progress(ALPHA, upload.digest()).durableBytes()).isZero();
    assertThat(intake.append(upload, 0, new ByteArrayInputStream(bytes)).acknowledged()).isTrue();
  }

  @Test
  void more_than_the_limits_is_refused() throws IOException, UploadRefused {
    byte[] large = bytes(4, (1 << 20) + 1);
    assertRefused(UploadRefused.Cause.TOO_LARGE, upload(ALPHA, large), 0, large);
    assertThatThrownBy(() -> intake.accept(arrival(ALPHA), new ByteArrayInputStream(large)))
        .isInstanceOfSatisfying(
            UploadRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(UploadRefused.Cause.TOO_LARGE));
    for (int i = 0; i < LIMITS.mostWaiting(); i++) {
      intake.accept(arrival(ALPHA), new ByteArrayInputStream(bytes(10 + i, 100)));
    }
    byte[] oneMore = bytes(20, 100);
    assertRefused(UploadRefused.Cause.QUEUE_FULL, upload(ALPHA, oneMore), 0, oneMore);
    assertThat(intake.append(upload(BETA, oneMore), 0, new ByteArrayInputStream(oneMore)))
        .as("one reporter's full queue does not shut out another")
        .satisfies(progress -> assertThat(progress.acknowledged()).isTrue());
  }

  @Test
  void a_disk_at_its_reserve_refuses_and_leaves_nothing() throws IOException {
    long free = Files.getFileStore(data).getUsableSpace();
    intake = intake(new IntakeLimits(1 << 20, 3, 4 << 20, 5, 8 << 20, 4, free * 2));
    byte[] bytes = bytes(5, 1_000);
    assertRefused(UploadRefused.Cause.DISK_FULL, upload(ALPHA, bytes), 0, bytes);
    assertThat(book.reportsOf(ALPHA, Instant.MAX, 10)).isEmpty();
  }

  private void assertRefused(UploadRefused.Cause cause, Upload upload, long offset, byte[] bytes) {
    assertThatThrownBy(() -> intake.append(upload, offset, new ByteArrayInputStream(bytes)))
        .isInstanceOfSatisfying(
            UploadRefused.class, refused -> assertThat(refused.reason()).isEqualTo(cause));
  }

  /** The sender's line went dead. */
  private static final class CutOff extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A stream that fails after so many bytes. */
  private static final class Cut extends FilterInputStream {
    private int left;

    Cut(InputStream in, int left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0) {
        throw new CutOff();
      }
      int read = super.read(into, from, Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }
  }
}
