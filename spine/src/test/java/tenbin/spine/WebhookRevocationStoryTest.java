package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.deliver.webhook.WebhookRules;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;
import tenbin.wire.lines.DisclosureLines;

/**
 * A ground ends at a random moment of webhook deliveries that run, one of them on its way: by the
 * ledger's lines nothing rests on it a second later, and what is tried again is decided anew.
 */
class WebhookRevocationStoryTest {
  private static final String CLAUSE = "clause/rows";
  private static final String FILE =
      """
      policy: Clauses of a test
      bases:
        - id: clause/rows
          kind: adopted-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted:
            by: holder
            adoptions:
              - {party: gamma-net, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
      """;

  /** Two of three are the other holder's, so that each parcel has some of them. */
  private static final int ROWS = 300;

  private static final int PARCEL = 6;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path data;

  private final Clock clock = Clock.systemUTC();
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final BlockingQueue<Got> arrived = new LinkedBlockingQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final int moment = 2 + random.nextInt(30);
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch revoked = new CountDownLatch(1);
  private final CountDownLatch later = new CountDownLatch(1);
  private int reports;

  /** A request as it came in. */
  private record Got(int number, String delivery, String receipt, String body) {
    List<String> own() {
      return body.lines().filter(line -> line.contains("\"own\"")).toList();
    }

    boolean restsOnTheClause() {
      return body.contains("\"theirs\"");
    }
  }

  @Test
  void nothing_rests_on_an_ended_ground_a_second_later_and_a_retry_is_decided_anew()
      throws Exception {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::take);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Spine spine = open();
        Doors doors = Doors.of(spine, config(), List.of(new DisclosureLines()), answer -> {})) {
      receiver.setExecutor(threads);
      receiver.start();
      for (int row = 0; row < ROWS; row += 3) {
        read(spine, ALPHA, row, 1, "own");
        read(spine, GAMMA, row + 1, 2, "theirs");
      }
      String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
      doors
          .subscriptions()
          .subscribe(
              ALPHA,
              new Subscription.Order(
                  Purpose.NOTIFY_AFFECTED_CUSTOMER,
                  "webhook",
                  address,
                  DisclosureLines.FORMAT.name(),
                  new Schedule.AtOnce()));
      doors.start();
      assertThat(reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      Entry.By by = new Entry.By(GAMMA, "the story");
      spine
          .grounds()
          .record(by, List.of(new Deed.Ended(CLAUSE)), clock.instant(), "a letter, seed " + seed);
      Instant since = clock.instant();
      revoked.countDown();
      int own = ROWS / 3;
      do {
        read(spine, ALPHA, ROWS + own, 1, "own");
        own++;
      } while (!clock.instant().isAfter(since.plusSeconds(1)));
      later.countDown();
      List<Got> all = until(own, doors);
      assertAnew(all);
      assertLedger(spine.receipts().receipts(ALPHA, 0, 1_000), since);
    } finally {
      receiver.stop(0);
    }
  }

  private Spine open() throws IOException {
    Path circle = Files.writeString(data.resolve("circle.txt"), "nobody-net");
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve("clauses.yaml"), FILE);
    return Spine.open(
        SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
            .withDatabase(SharedDatabase.url())
            .withPolicy(policy)
            .withClock(clock),
        SmallCircle.knowledge());
  }

  private DoorsConfig config() {
    WebhookRules usual = WebhookRules.USUAL;
    WebhookRules rules =
        new WebhookRules(
            WebhookRules.Loopback.ALLOWED,
            usual.ports(),
            usual.mostTime(),
            PARCEL,
            usual.mostBytes());
    Backoff soon = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), 1_000);
    return new DoorsConfig(Optional.empty(), Optional.empty(), rules, soon, clock);
  }

  private void read(Spine spine, MemberId holder, int from, int rows, String family)
      throws Exception {
    StringBuilder text = new StringBuilder();
    for (int row = from; row < from + rows; row++) {
      text.append(DAY + row).append(" 10.64.0.7 1 ").append(family).append('\n');
    }
    reports++;
    spine
        .intake()
        .accept(
            new Arrival(holder, reports + ".rows", "", Optional.empty(), Optional.empty()),
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  /** The request of the moment is under way while the ground ends; the next one waits a second. */
  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int number = requests.incrementAndGet();
      boolean again = number == moment;
      if (number == moment) {
        reached.countDown();
        await(revoked);
      } else if (number == moment + 1) {
        await(later);
      } else {
        synchronized (random) {
          again = number > 1 && random.nextInt(4) == 0;
        }
      }
      if (!again) {
        arrived.add(got(exchange, number, body));
      } else if (number == moment) {
        arrived.add(got(exchange, number, ""));
      }
      exchange.sendResponseHeaders(again ? 503 : 204, -1);
    }
  }

  private static Got got(HttpExchange exchange, int number, String body) {
    return new Got(
        number,
        exchange.getRequestHeaders().getFirst("Tenbin-Delivery"),
        exchange.getRequestHeaders().getFirst("Tenbin-Receipt"),
        body);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("nobody came");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /** Everything that arrived, once all own rows have. */
  private List<Got> until(int own, Doors doors) throws InterruptedException {
    List<Got> all = new ArrayList<>();
    Set<String> rows = new TreeSet<>();
    while (rows.size() < own) {
      doors.outbox().wake();
      Got next = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("%d of %d own rows came, seed %d", rows.size(), own, seed).isNotNull();
      all.add(next);
      next.own().forEach(line -> rows.add(line.substring(0, line.indexOf(','))));
    }
    return all;
  }

  private void assertAnew(List<Got> all) {
    assertThat(all)
        .filteredOn(each -> each.number < moment)
        .as("what came before, seed %d", seed)
        .isNotEmpty()
        .anyMatch(Got::restsOnTheClause);
    String underWay =
        all.stream().filter(each -> each.number == moment).findFirst().orElseThrow().delivery;
    assertThat(all)
        .filteredOn(each -> each.number > moment)
        .as("what came after, seed %d", seed)
        .isNotEmpty()
        .noneMatch(Got::restsOnTheClause)
        .as("the one under way came again as another delivery")
        .noneMatch(each -> each.delivery.equals(underWay));
  }

  private void assertLedger(List<ReceiptBook.Line> lines, Instant since) {
    assertThat(lines)
        .filteredOn(line -> line.bases().contains(CLAUSE))
        .as("lines that rest on it, seed %d", seed)
        .isNotEmpty()
        .noneMatch(line -> line.at().isAfter(since.plusSeconds(1)));
    assertThat(lines)
        .filteredOn(line -> line.at().isAfter(since.plusSeconds(1)))
        .as("lines of a second later, seed %d", seed)
        .isNotEmpty();
  }
}
