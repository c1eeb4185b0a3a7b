package tenbin.proof.notice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.UploadRefused;

/**
 * Ten million events a day in small reports, the members in turn; a tenfold burst in the middle.
 * Reports leave by the clock whether or not those before them were acknowledged.
 */
final class NoticeLoad {
  private static final double EVENTS_PER_SECOND = 10_000_000 / 86_400.0;

  /** Two reports a second: each member sends what its sensors saw in the last 25 s. */
  private static final int LINES = 58;

  private static final int BURST = 10;
  private static final double REPEATS = 0.2;
  private static final Duration CALM = Duration.ofSeconds(40);
  private static final Duration STORM = Duration.ofSeconds(15);
  private static final Duration CALM_AGAIN = Duration.ofSeconds(20);
  private static final String HEADER =
      "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"dst_ip\",\"dst_port\",\"infection\"\n";
  private static final String[] FAMILIES = {"mirai", "mozi", "necurs", "conficker", "gamarue"};

  private final Intake intake;
  private final Notices notices;
  private final RandomGenerator random;
  private final AtomicInteger failed = new AtomicInteger();
  private int rows;
  private int burstFrom;
  private int burstTo;
  private int reports;

  NoticeLoad(Intake intake, Notices notices, RandomGenerator random) {
    this.intake = intake;
    this.notices = notices;
    this.random = random;
  }

  /** Sends everything; returns when the last report was answered. */
  void run() {
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      send(senders, CALM, 1);
      burstFrom = rows;
      send(senders, STORM, BURST);
      burstTo = rows;
      send(senders, CALM_AGAIN, 1);
    }
  }

  private void send(ExecutorService senders, Duration time, int times) {
    long step = Math.round(1e9 * LINES / (EVENTS_PER_SECOND * times));
    long begin = System.nanoTime();
    for (long at = 0; at < time.toNanos(); at += step) {
      long wait = begin + at - System.nanoTime();
      while (wait > 0) {
        LockSupport.parkNanos(wait);
        wait = begin + at - System.nanoTime();
      }
      int first = rows;
      byte[] report = report();
      int last = rows;
      int reporter = reports++ % NoticeCircle.MEMBERS;
      senders.execute(() -> send(reporter, report, first, last));
    }
  }

  private void send(int reporter, byte[] report, int first, int last) {
    Arrival arrival =
        new Arrival(
            NoticeCircle.member(reporter),
            "2026-03-24-event4_sinkhole-bench.csv",
            "",
            Optional.empty(),
            Optional.empty());
    try {
      intake.accept(arrival, new ByteArrayInputStream(report));
      notices.acknowledged(first, last);
    } catch (IOException | UploadRefused refused) {
      failed.incrementAndGet();
    }
  }

  private byte[] report() {
    StringBuilder text = new StringBuilder(HEADER);
    List<String> earlier = new ArrayList<>();
    String time = Instant.now().toString().substring(0, 19).replace('T', ' ');
    for (int line = 0; line < LINES; line++) {
      if (earlier.isEmpty() || random.nextDouble() >= REPEATS) {
        earlier.add(fresh(time));
        text.append(earlier.getLast());
      } else {
        text.append(earlier.get(random.nextInt(earlier.size())));
      }
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private String fresh(String time) {
    return "\""
        + time
        + "\",\"tcp\",\""
        + NoticeCircle.addressOf(rows++)
        + "\",\""
        + (1024 + random.nextInt(60_000))
        + "\",\"192.0.2.1\",\"80\",\""
        + FAMILIES[random.nextInt(FAMILIES.length)]
        + "\"\n";
  }

  /** Different rows sent so far, each of which is noticed once. */
  int rows() {
    return rows;
  }

  /** Events sent so far, repeats included. */
  int events() {
    return reports * LINES;
  }

  int reports() {
    return reports;
  }

  /** Reports that were not taken. */
  int failed() {
    return failed.get();
  }

  boolean inBurst(int row) {
    return row >= burstFrom && row < burstTo;
  }
}
