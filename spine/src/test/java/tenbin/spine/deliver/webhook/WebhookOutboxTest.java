package tenbin.spine.deliver.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.channel.Attempt;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.channel.Channel;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.Channels;
import tenbin.spine.deliver.channel.MemoryDeliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Outbox;
import tenbin.spine.deliver.channel.Parcel;
import tenbin.spine.deliver.channel.PostgresChannelBook;
import tenbin.spine.deliver.channel.Scene;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.health.HealthBook;
import tenbin.spine.post.Tokens;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

/** The outbox and the webhook channel against a real PostgreSQL and a real HTTP server. */
@SuppressWarnings("NullAway.Init")
class WebhookOutboxTest {
  private static final long SEED = 20_260_324;
  private static final Tokens TOKENS = new Tokens(new byte[32]);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(5), 3);
  private static final WebhookRules RULES =
      new WebhookRules(
          WebhookRules.Loopback.ALLOWED, java.util.Set.of(443), Duration.ofSeconds(20), 4, 1 << 16);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-03-24T06:00:00Z");
  private final HealthBook health = new HealthBook(clock);
  private final MemoryDeliveries deliveries = new MemoryDeliveries(clock);
  private static Database database;
  private Receiver receiver;
  private ChannelBook book;
  private Outbox outbox;

  @BeforeAll
  static void openDatabase() {
    database = Database.open(SharedDatabase.url());
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
    drive(new WebhookChannel(RULES, TOKENS, clock));
  }

  private void drive(Channel channel) {
    Channels channels = Channels.of(Map.of("webhook", channel), List.of(new Scene.Lines()));
    book = new PostgresChannelBook(database.dataSource(), channels, TOKENS, clock);
    outbox =
        new Outbox(
            database.dataSource(),
            deliveries,
            channels,
            TOKENS,
            BACKOFF,
            health,
            clock,
            new Random(SEED));
  }

  @AfterEach
  void close() throws SQLException {
    outbox.close();
    receiver.close();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate subscription, attempt");
    }
  }

  private Subscription subscribe(MemberId recipient, String url) throws NotSent {
    return book.subscribe(
        recipient,
        new Subscription.Order(
            Purpose.NOTIFY_AFFECTED_CUSTOMER, "webhook", url, "lines", new Schedule.AtOnce()));
  }

  private Subscription present() {
    return book.subscriptionsOf(Scene.AOI).getFirst();
  }

  private int turnAfter(Duration time) throws SQLException, InterruptedException {
    clock.pass(time);
    return outbox.turn();
  }

  private List<String> addresses(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> "192.0.2." + n).toList();
  }

  @Test
  void rows_arrive_in_parcels_none_twice_none_missing() throws Exception {
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 10);
    assertThat(outbox.turn()).isEqualTo(3);
    assertThat(receiver.got().stream().flatMap(got -> got.lines().stream()))
        .isEqualTo(addresses(1, 10));
    deliveries.add(11, 11);
    assertThat(turnAfter(Duration.ofSeconds(10))).isEqualTo(1);
    assertThat(receiver.got().getLast().lines()).isEqualTo(addresses(11, 11));
    assertThat(turnAfter(Duration.ofSeconds(10))).isZero();
    assertThat(receiver.got()).hasSize(4);
  }

  @Test
  void every_byte_has_its_ledger_line_before_it_leaves() throws Exception {
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 2);
    int[] linesWhenItArrived = new int[1];
    receiver.next(exchange -> {
      linesWhenItArrived[0] = deliveries.ledger().size();
      exchange.sendResponseHeaders(200, -1);
    });
    outbox.turn();
    assertThat(linesWhenItArrived[0]).isEqualTo(1);
    var line = deliveries.ledger().getFirst();
    assertThat(line.digest())
        .isEqualTo(Digest.of(receiver.got().getFirst().body().getBytes(UTF_8)));
    assertThat(line.rows()).isEqualTo(2);
    assertThat(line.outlet()).isEqualTo(Outlet.WEBHOOK);
    assertThat(receiver.got().getFirst().receipt()).isEqualTo(new UUID(8, 1).toString());
    assertThat(book.attempts(Scene.AOI, present().id(), 9).getFirst().receipt())
        .contains(new UUID(8, 1));
  }

  @Test
  void signature_is_what_openssl_says_it_is() throws Exception {
    Subscription subscription = subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 3);
    outbox.turn();
    Receiver.Got got = receiver.got().getFirst();
    String time = Long.toString(clock.instant().getEpochSecond());
    assertThat(got.signature()).startsWith("t=" + time + ",v1=");
    Path signed = folder.resolve("signed");
    Files.write(signed, (time + "." + got.body()).getBytes(UTF_8));
    String secret = book.secret(Scene.AOI, subscription.id());
    assertThat(HexFormat.of().parseHex(secret)).hasSize(32);
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "dgst",
                "-sha256",
                "-mac",
                "HMAC",
                "-macopt",
                "hexkey:" + secret,
                signed.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes(), UTF_8);
    assertThat(openssl.waitFor()).as(said).isZero();
    assertThat(said.trim()).endsWith("= " + got.signature().split("v1=", 2)[1]);
  }

  @Test
  void failing_receiver_gets_the_same_delivery_again_until_it_takes_it() throws Exception {
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 2);
    receiver.next(500, 503);
    assertThat(outbox.turn()).isZero();
    deliveries.add(3, 3);
    assertThat(turnAfter(Duration.ofSeconds(10))).as("waits at least 15 s").isZero();
    assertThat(receiver.got()).hasSize(1);
    assertThat(turnAfter(Duration.ofSeconds(20))).isZero();
    assertThat(turnAfter(Duration.ofSeconds(60))).isEqualTo(2);
    assertThat(receiver.got().stream().limit(3).map(Receiver.Got::delivery).distinct())
        .as("one delivery, whatever came in meanwhile")
        .hasSize(1);
    assertThat(receiver.got().get(2).lines()).isEqualTo(addresses(1, 2));
    assertThat(receiver.got().get(3).lines()).isEqualTo(addresses(3, 3));
    assertThat(present().failures()).isZero();
    assertThat(book.attempts(Scene.AOI, present().id(), 9))
        .extracting(Attempt::outcome)
        .containsExactly(
            Attempt.Outcome.SENT,
            Attempt.Outcome.SENT,
            Attempt.Outcome.FAILED,
            Attempt.Outcome.FAILED);
  }

  /** Sends, and then the process is gone before anything can be written down. */
  private record Killed(Channel real) implements Channel {
    @Override
    public Outlet outlet() {
      return real.outlet();
    }

    @Override
    public int mostRows() {
      return real.mostRows();
    }

    @Override
    public void check(MemberId recipient, String address) throws NotSent {
      real.check(recipient, address);
    }

    @Override
    public void send(Parcel parcel) throws NotSent {
      real.send(parcel);
      throw new AssertionError("killed");
    }
  }

  @Test
  void crash_between_send_and_commit_repeats_the_delivery_under_its_id() throws Exception {
    Channel real = new WebhookChannel(RULES, TOKENS, clock);
    drive(new Killed(real));
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 3);
    assertThatThrownBy(() -> outbox.turn()).hasRootCauseMessage("killed");
    assertThat(book.attempts(Scene.AOI, present().id(), 9).getFirst().outcome())
        .isEqualTo(Attempt.Outcome.OPEN);
    outbox.close();
    drive(real);
    deliveries.add(4, 5);
    assertThat(turnAfter(Duration.ofMinutes(4))).isEqualTo(2);
    List<Receiver.Got> got = receiver.got();
    assertThat(got.get(1).delivery()).isEqualTo(got.get(0).delivery());
    assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
    assertThat(got.get(2).lines()).isEqualTo(addresses(4, 5));
    assertThat(got.get(2).delivery()).isNotEqualTo(got.get(0).delivery());
  }

  @Test
  void row_withdrawn_before_a_retry_stays_here_and_makes_it_another_delivery() throws Exception {
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 3);
    receiver.next(500);
    outbox.turn();
    deliveries.withdraw(2);
    assertThat(turnAfter(Duration.ofMinutes(1))).isEqualTo(1);
    List<Receiver.Got> got = receiver.got();
    assertThat(got.get(1).lines()).containsExactly("192.0.2.1", "192.0.2.3");
    assertThat(got.get(1).delivery()).isNotEqualTo(got.get(0).delivery());
  }

  @Test
  void dead_letter_is_visible_and_goes_on_where_it_stood_when_a_person_says_so() throws Exception {
    Subscription subscription = subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 1);
    receiver.next(500, 500, 500);
    for (int i = 0; i < 5; i++) {
      turnAfter(Duration.ofMinutes(6));
    }
    assertThat(receiver.got()).as("three attempts and no more").hasSize(3);
    assertThat(book.deadLetters(10))
        .extracting(Subscription::id)
        .containsExactly(subscription.id());
    assertThat(present().lastError()).contains("500");
    assertThat(health.all().getFirst().isWell()).isFalse();
    assertThat(book.change(Scene.BENI, subscription.id(), ChannelBook.Change.RETRY))
        .as("nobody touches another's")
        .isFalse();
    assertThat(book.change(Scene.AOI, subscription.id(), ChannelBook.Change.RETRY)).isTrue();
    assertThat(outbox.turn()).isEqualTo(1);
    assertThat(book.deadLetters(10)).isEmpty();
    assertThat(receiver.got().getLast().delivery()).isEqualTo(receiver.got().getFirst().delivery());
  }

  @Test
  void paused_subscription_sends_nothing_and_loses_nothing() throws Exception {
    Subscription subscription = subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 1);
    assertThat(book.change(Scene.AOI, subscription.id(), ChannelBook.Change.PAUSE)).isTrue();
    assertThat(turnAfter(Duration.ofHours(1))).isZero();
    assertThat(book.change(Scene.AOI, subscription.id(), ChannelBook.Change.RESUME)).isTrue();
    assertThat(outbox.turn()).isEqualTo(1);
    assertThat(book.change(Scene.AOI, subscription.id(), ChannelBook.Change.END)).isTrue();
    assertThat(book.subscriptionsOf(Scene.AOI)).isEmpty();
    assertThat(book.change(Scene.AOI, subscription.id(), ChannelBook.Change.RESUME)).isFalse();
  }

  @Test
  void recipient_who_may_have_nothing_gets_no_request_at_all() throws Exception {
    subscribe(Scene.BENI, receiver.url());
    deliveries.add(1, 5);
    assertThat(outbox.turn()).isZero();
    assertThat(receiver.got()).isEmpty();
    assertThat(deliveries.ledger()).isEmpty();
  }

  @Test
  void redirect_is_not_followed() throws Exception {
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 1);
    receiver.next(exchange -> {
      exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + receiver.port() + "/x");
      exchange.sendResponseHeaders(307, -1);
    });
    outbox.turn();
    assertThat(receiver.got()).hasSize(1);
    assertThat(present().lastError()).contains("redirects are not followed");
  }

  @Test
  void gone_ends_it_at_once_and_too_large_halves_it() throws Exception {
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 4);
    receiver.next(413);
    outbox.turn();
    assertThat(outbox.turn()).as("half").isEqualTo(2);
    assertThat(receiver.got().get(1).lines()).isEqualTo(addresses(1, 2));
    assertThat(receiver.got().get(2).lines()).isEqualTo(addresses(3, 4));
    deliveries.add(5, 5);
    receiver.next(410);
    turnAfter(Duration.ofSeconds(10));
    assertThat(present().state()).isEqualTo(Subscription.State.DEAD);
  }

  @Test
  void receiver_that_asks_for_time_gets_it_up_to_the_longest_wait() throws Exception {
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 1);
    receiver.next(exchange -> {
      exchange.getResponseHeaders().add("Retry-After", "999999");
      exchange.sendResponseHeaders(429, -1);
    });
    outbox.turn();
    assertThat(present().dueAt()).isEqualTo(clock.instant().plus(BACKOFF.longest()));
  }

  @Test
  void endless_head_and_endless_wait_are_cut_off() throws Exception {
    drive(new WebhookChannel(RULES.within(Duration.ofMillis(300)), TOKENS, clock));
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 1);
    receiver.next(exchange -> {
      exchange.getResponseHeaders().add("X-Filler", "x".repeat(20_000));
      exchange.sendResponseHeaders(200, -1);
    });
    outbox.turn();
    assertThat(present().lastError()).contains("head is longer");
    CountDownLatch over = new CountDownLatch(1);
    receiver.next(exchange -> {
      try {
        over.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
    turnAfter(Duration.ofMinutes(1));
    over.countDown();
    assertThat(present().failures()).isEqualTo(2);
    assertThat(present().lastError()).contains("did not answer");
  }

  @Test
  void receiver_that_hangs_holds_up_nobody_else() throws Exception {
    subscribe(Scene.AOI, receiver.url() + "&n=1");
    subscribe(Scene.AOI, receiver.url() + "&n=2");
    deliveries.add(1, 1);
    CountDownLatch both = new CountDownLatch(2);
    Receiver.Answering afterTheOther =
        exchange -> {
          both.countDown();
          try {
            boolean came = both.await(15, TimeUnit.SECONDS);
            exchange.sendResponseHeaders(came ? 200 : 500, -1);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        };
    receiver.next(afterTheOther);
    receiver.next(afterTheOther);
    assertThat(outbox.turn()).isEqualTo(2);
  }

  @Test
  void new_secret_signs_and_the_old_one_no_longer() throws Exception {
    Subscription subscription = subscribe(Scene.AOI, receiver.url());
    String before = book.secret(Scene.AOI, subscription.id());
    book.change(Scene.AOI, subscription.id(), ChannelBook.Change.RENEW_SECRET);
    assertThat(book.secret(Scene.AOI, subscription.id())).isNotEqualTo(before);
    assertThatThrownBy(() -> book.secret(Scene.BENI, subscription.id()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void started_outbox_delivers_by_itself_when_woken_and_stops_cleanly() throws Exception {
    subscribe(Scene.AOI, receiver.url());
    deliveries.add(1, 1);
    CountDownLatch arrived = new CountDownLatch(1);
    receiver.next(exchange -> {
      exchange.sendResponseHeaders(200, -1);
      arrived.countDown();
    });
    outbox.start();
    outbox.wake();
    assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
    outbox.close();
    assertThat(receiver.got()).hasSize(1);
  }
}
