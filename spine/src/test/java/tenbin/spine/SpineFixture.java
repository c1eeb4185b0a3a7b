package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** A spine on the shared server with a small circle, that can be closed and opened again. */
final class SpineFixture implements AutoCloseable {
  static final long DAY = Instant.parse("2026-03-24T00:00:00Z").getEpochSecond();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-25T06:00:00Z"), ZoneOffset.UTC);

  private final Path data;
  private final String url;
  private long foldBytes = 64L << 20;
  private Spine spine;

  SpineFixture(Path data, String signers) throws IOException {
    this(data, signers, SharedDatabase.url());
  }

  /** On a database that is there already. */
  SpineFixture(Path data, String signers, String url) throws IOException {
    this.data = data;
    this.url = url;
    this.spine = open(signers);
  }

  private Spine open(String signers) throws IOException {
    Path circle = data.resolve("circle.txt");
    Files.writeString(circle, signers);
    return Spine.open(
        SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
            .withDatabase(url)
            .withFoldBytes(foldBytes)
            .withClock(CLOCK),
        SmallCircle.knowledge());
  }

  /** Where its database is, for whoever works on it from outside. */
  String url() {
    return url;
  }

  Spine spine() {
    return spine;
  }

  void reopen(String signers) throws IOException {
    spine.close();
    spine = open(signers);
  }

  void reopenWithFoldBytes(long bytes, String signers) throws IOException {
    foldBytes = bytes;
    reopen(signers);
  }

  /** Sends a report without waiting for it to be read. */
  Digest send(MemberId reporter, Optional<Tlp> marking, String text)
      throws IOException, UploadRefused {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    spine
        .intake()
        .accept(
            new Arrival(reporter, "a.rows", "", marking, Optional.empty()),
            new ByteArrayInputStream(bytes));
    return Digest.of(bytes);
  }

  Digest read(MemberId reporter, String text)
      throws IOException, UploadRefused, InterruptedException {
    Digest digest = send(reporter, Optional.empty(), text);
    caughtUp();
    return digest;
  }

  void caughtUp() throws InterruptedException {
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
  }

  Batch pull(MemberId recipient, Optional<String> after, int most) {
    return spine
        .deliveries()
        .pull(new Pull(recipient, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, after, most));
  }

  /** Everything that a recipient may have now, pulled in batches of some size. */
  List<Disclosure> all(MemberId recipient, int most) {
    List<Disclosure> rows = new ArrayList<>();
    Optional<String> after = Optional.empty();
    Batch batch;
    do {
      batch = pull(recipient, after, most);
      rows.addAll(batch.rows());
      after = Optional.of(batch.cursor());
    } while (batch.more());
    return rows;
  }

  @Override
  public void close() {
    spine.close();
  }
}
