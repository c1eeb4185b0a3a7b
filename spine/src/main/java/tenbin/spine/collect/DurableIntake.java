package tenbin.spine.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.Parties;

/**
 * The intake on disk and database: bytes into a file of the reporter's own, flushed; its final
 * name, flushed; one row, committed; only then acknowledged. Nobody learns from it that another
 * reporter has the same bytes: progress is each reporter's own.
 */
public final class DurableIntake implements Intake {
  private static final int LOCKS = 64;

  private final RawReports raw;
  private final ReportRows rows;
  private final IntakeLimits limits;
  private final Clock clock;
  private final Runnable arrived;
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  /**
   * The intake of a hub.
   *
   * @param data the hub's folder
   * @param only the right to write; without it nothing is acknowledged
   * @param arrived is called when a report was acknowledged
   */
  public DurableIntake(
      Path data,
      Database database,
      OneWriter only,
      Parties parties,
      IntakeLimits limits,
      Clock clock,
      Runnable arrived)
      throws IOException {
    this.raw = new RawReports(data, RawStore.in(data), limits.reserveBytes());
    this.rows = new ReportRows(database, only, parties);
    this.limits = limits;
    this.clock = clock;
    this.arrived = arrived;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
    raw.sweep(clock.instant());
  }

  @Override
  public Progress progress(MemberId reporter, Digest digest) {
    long size = kept(reporter, digest);
    if (size >= 0) {
      return new Progress(digest, size, true, true);
    }
    try {
      return new Progress(
          digest, RawReports.durableBytes(raw.begun(reporter, digest)), false, false);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @Override
  public Progress append(Upload upload, long offset, InputStream bytes)
      throws IOException, UploadRefused {
    ReentrantLock lock = lockOf(upload.reporter(), upload.digest());
    lock.lock();
    try {
      return appendAlone(upload, offset, bytes);
    } finally {
      lock.unlock();
    }
  }

  private Progress appendAlone(Upload upload, long offset, InputStream bytes)
      throws IOException, UploadRefused {
    Digest digest = upload.digest();
    long known = kept(upload.reporter(), digest);
    if (known >= 0) {
      return new Progress(digest, known, true, true);
    }
    Path part = raw.begun(upload.reporter(), digest);
    long durable = RawReports.durableBytes(part);
    if (offset != durable) {
      throw new UploadRefused(
          UploadRefused.Cause.WRONG_OFFSET, "go on at byte " + durable + ", not " + offset);
    }
    refuseTooMuch(upload.reporter(), upload.size(), durable);
    MessageDigest running = Digest.start();
    raw.append(part, bytes, upload.size() - durable, running);
    long now = Files.size(part);
    if (now < upload.size()) {
      return new Progress(digest, now, false, false);
    }
    Digest actual = offset == 0 ? Digest.finish(running) : RawReports.digestOf(part);
    if (!actual.equals(digest)) {
      Files.deleteIfExists(part);
      throw new UploadRefused(
          UploadRefused.Cause.WRONG_DIGEST, "the bytes are " + actual + "; begin anew");
    }
    return acknowledge(arrivalOf(upload), part, digest, now);
  }

  private static Arrival arrivalOf(Upload upload) {
    return new Arrival(
        upload.reporter(), upload.name(), upload.feed(), upload.marking(), upload.mapping());
  }

  @Override
  public Progress accept(Arrival arrival, InputStream bytes) throws IOException, UploadRefused {
    refuseTooMuch(arrival.reporter(), 0, 0);
    Path part = raw.begun(arrival.reporter());
    try {
      MessageDigest running = Digest.start();
      raw.append(part, bytes, limits.mostBytes(), running);
      Digest digest = Digest.finish(running);
      ReentrantLock lock = lockOf(arrival.reporter(), digest);
      lock.lock();
      try {
        long known = kept(arrival.reporter(), digest);
        return known >= 0
            ? new Progress(digest, known, true, true)
            : acknowledge(arrival, part, digest, Files.size(part));
      } finally {
        lock.unlock();
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * The size of a report that was acknowledged; not of one whose bytes are lost and still needed.
   */
  private long kept(MemberId reporter, Digest digest) {
    long size = rows.acknowledged(reporter, digest);
    boolean lost = size >= 0 && raw.isThere() && !raw.has(digest);
    return lost && rows.isStillToRead(digest) ? -1 : size;
  }

  private Progress acknowledge(Arrival arrival, Path part, Digest digest, long size)
      throws IOException, UploadRefused {
    refuseNotNow();
    raw.keep(part, digest);
    rows.acknowledge(arrival, digest, size, clock.instant());
    arrived.run();
    return new Progress(digest, size, true, false);
  }

  /** Before bytes are taken, and again before they get their name. */
  private void refuseNotNow() throws UploadRefused {
    if (!raw.isThere()) {
      throw new UploadRefused(
          UploadRefused.Cause.NOT_NOW, "the hub's store of reports is away; come again later");
    }
    rows.refuseWithoutLock();
  }

  private void refuseTooMuch(MemberId reporter, long size, long durable)
      throws IOException, UploadRefused {
    refuseNotNow();
    if (size > limits.mostBytes()) {
      throw new UploadRefused(
          UploadRefused.Cause.TOO_LARGE, size + " bytes; at most " + limits.mostBytes());
    }
    if (durable == 0 && raw.countBegun(reporter) >= limits.mostBegun()) {
      throw new UploadRefused(
          UploadRefused.Cause.QUEUE_FULL, "finish some of the uploads that you began");
    }
    ReportRows.Waiting waiting = rows.waiting(reporter);
    if (waiting.reports() >= limits.mostWaiting()
        || waiting.bytes() + size > limits.mostWaitingBytes()
        || waiting.hubReports() >= limits.mostHubWaiting()
        || waiting.hubBytes() + size > limits.mostHubBytes()) {
      throw new UploadRefused(
          UploadRefused.Cause.QUEUE_FULL, "too much waits to be read; come again later");
    }
    raw.refuseWhenFull(size - durable);
  }

  private ReentrantLock lockOf(MemberId reporter, Digest digest) {
    return locks[Math.floorMod(31 * reporter.hashCode() + digest.hashCode(), LOCKS)];
  }
}
