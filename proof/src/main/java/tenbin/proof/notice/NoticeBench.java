package tenbin.proof.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.attribute.Tables;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.deliver.webhook.WebhookRules;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.spine.storage.Folders;
import tenbin.wire.lines.DisclosureLines;

/**
 * From the acknowledgement of a report to the notice in a member's hands, under ten million events
 * a day from fifty members and a tenfold burst: the real spine and its database, webhooks to real
 * servers for three members of five, an event stream and a pull every ten seconds for the others.
 */
public final class NoticeBench implements Bench {
  /** The issue's own promise: ingest to notice, 95 of 100. */
  private static final double PROMISED_SECONDS = 60;

  private static final Duration LAST_NOTICE = Duration.ofSeconds(90);
  private static final Duration STREAM_ROUND = Duration.ofMillis(500);
  private static final Duration PULL_ROUND = Duration.ofSeconds(10);
  private static final int WAYS = 5;

  private final Notices notices = new Notices();

  @Override
  public String name() {
    return "notice";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    Path data = Files.createTempDirectory("tenbin-bench");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    try {
      Path circle = Files.writeString(data.resolve("circle"), "made for this bench");
      Knowledge knowledge =
          new Knowledge(
              text -> NoticeCircle.circle(),
              known -> List.of(),
              known -> new TableAttributor(known, Tables.NONE));
      try (Spine spine = Spine.open(SpineConfig.of(data, Optional.of(circle)), knowledge);
          Receivers receivers = new Receivers(notices);
          Doors doors = doors(spine)) {
        subscribe(doors, receivers);
        doors.start();
        return measure(spine, receivers, random);
      }
    } finally {
      Folders.delete(data);
    }
  }

  private static Doors doors(Spine spine) {
    DoorsConfig config =
        new DoorsConfig(
            Optional.empty(),
            Optional.empty(),
            WebhookRules.USUAL.withLoopback(),
            Backoff.USUAL,
            Clock.systemUTC());
    return Doors.of(spine, config, List.of(new DisclosureLines()), answer -> {});
  }

  private static Outlet outlet(int member) {
    return switch (member % WAYS) {
      case 0 -> Outlet.STREAM;
      case 1 -> Outlet.API;
      default -> Outlet.WEBHOOK;
    };
  }

  private static void subscribe(Doors doors, Receivers receivers) throws IOException {
    for (int member = 0; member < NoticeCircle.MEMBERS; member++) {
      if (outlet(member) == Outlet.WEBHOOK) {
        Subscription.Order order =
            new Subscription.Order(
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                "webhook",
                receivers.url(member),
                DisclosureLines.FORMAT.name(),
                new Schedule.AtOnce());
        try {
          doors.subscriptions().subscribe(NoticeCircle.member(member), order);
        } catch (NotSent refused) {
          throw new IOException(refused);
        }
      }
    }
  }

  private BenchResult measure(Spine spine, Receivers receivers, RandomGenerator random) {
    CpuClock clock = CpuClock.start();
    NoticeLoad load = new NoticeLoad(spine.intake(), notices, random);
    ExecutorService pollers = Executors.newVirtualThreadPerTaskExecutor();
    try {
      poll(spine, pollers);
      load.run();
      awaitNotices(load.rows());
    } finally {
      pollers.shutdownNow();
      pollers.close();
    }
    CpuClock.Span span = clock.stop();
    return result(load, span, spine.ledger().verify().holds())
        .with("webhookParcels", receivers.parcels());
  }

  private void poll(Spine spine, ExecutorService pollers) {
    for (int member = 0; member < NoticeCircle.MEMBERS; member++) {
      Outlet outlet = outlet(member);
      if (outlet != Outlet.WEBHOOK) {
        Duration pause = outlet == Outlet.STREAM ? STREAM_ROUND : PULL_ROUND;
        pollers.execute(new Poller(member, outlet, pause, spine.deliveries(), notices));
      }
    }
  }

  private void awaitNotices(int rows) {
    long begin = System.nanoTime();
    try {
      while (notices.rowsNoticed() < rows && System.nanoTime() - begin < LAST_NOTICE.toNanos()) {
        Thread.sleep(STREAM_ROUND);
      }
      // Whatever comes twice comes within one more round of every way.
      Thread.sleep(PULL_ROUND.plus(STREAM_ROUND));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private BenchResult result(NoticeLoad load, CpuClock.Span span, boolean ledgerHolds) {
    double[] all = notices.latencies(load.rows(), row -> true);
    double p95 = Notices.quantile(all, 0.95);
    boolean once = notices.rowsNoticed() == load.rows() && all.length == load.rows();
    boolean clean = notices.twice() == 0 && notices.astray() == 0 && load.failed() == 0;
    boolean ok = p95 < PROMISED_SECONDS && once && clean && ledgerHolds;
    return BenchResult.of(
            name(),
            "10 M events a day from 50 members and 15 s of ten times that, "
                + load.reports()
                + " reports made here",
            load.events(),
            span,
            ok)
        .with("rows", load.rows())
        .with("rowsNoticed", notices.rowsNoticed())
        .with("noticedTwice", notices.twice())
        .with("astray", notices.astray())
        .with("reportsRefused", load.failed())
        .with("ledgerHolds", ledgerHolds)
        .with("secondsToNotice", quantiles(all))
        .with("inBurst", quantiles(notices.latencies(load.rows(), load::inBurst)))
        .with("byWebhook", quantiles(by(load, Outlet.WEBHOOK)))
        .with("byStream", quantiles(by(load, Outlet.STREAM)))
        .with("byPull", quantiles(by(load, Outlet.API)));
  }

  private double[] by(NoticeLoad load, Outlet outlet) {
    return notices.latencies(load.rows(), row -> outlet(NoticeCircle.memberOf(row)) == outlet);
  }

  private static Map<String, Object> quantiles(double[] sorted) {
    Map<String, Object> all = new java.util.LinkedHashMap<>();
    all.put("p50", Notices.quantile(sorted, 0.5));
    all.put("p95", Notices.quantile(sorted, 0.95));
    all.put("max", Notices.quantile(sorted, 1));
    return all;
  }
}
