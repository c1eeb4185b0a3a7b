package tenbin.proof.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.wire.lines.DisclosureLines;

/**
 * One member that asks again and again, as the hub's event stream or its pull API does it: decided
 * anew, written, recorded in the ledger, then handed over.
 */
final class Poller implements Runnable {
  private final int member;
  private final Outlet outlet;
  private final Duration pause;
  private final Deliveries deliveries;
  private final Notices notices;
  private final DisclosureLines format = new DisclosureLines();
  private Optional<String> after = Optional.empty();

  Poller(int member, Outlet outlet, Duration pause, Deliveries deliveries, Notices notices) {
    this.member = member;
    this.outlet = outlet;
    this.pause = pause;
    this.deliveries = deliveries;
    this.notices = notices;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        while (pull()) {}
        Thread.sleep(pause);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean pull() {
    Batch batch =
        deliveries.pull(
            new Pull(
                NoticeCircle.member(member),
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                outlet,
                after,
                Pull.MOST));
    after = Optional.of(batch.cursor());
    if (!batch.rows().isEmpty()) {
      record(batch);
      for (Disclosure row : batch.rows()) {
        notices.noticed(member, NoticeCircle.rowOf(row.source().address()));
      }
    }
    return batch.more();
  }

  private void record(Batch batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      format.write(batch.rows().iterator(), bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    deliveries.record(
        new Deliveries.Left(
            NoticeCircle.member(member),
            Purpose.NOTIFY_AFFECTED_CUSTOMER,
            outlet,
            format.format().name(),
            Footing.of(batch.rows()),
            Digest.of(bytes.toByteArray())));
  }
}
