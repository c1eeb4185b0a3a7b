package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.Channels;
import tenbin.spine.deliver.channel.MemoryDeliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Outbox;
import tenbin.spine.deliver.channel.PostgresChannelBook;
import tenbin.spine.deliver.channel.Scene;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.health.HealthBook;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.spine.post.Tokens;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

/** Digests against a real PostgreSQL and a real SMTP server. */
@SuppressWarnings("NullAway.Init")
class MailOutboxTest {
  private static final Tokens TOKENS = new Tokens(new byte[32]);
  private static final HubAddress HUB = HubAddress.of("hub.example");
  private static final MailRules RULES =
      MailRules.of(HUB, "試験の輪", URI.create("https://hub.example/rows"), ZoneId.of("Asia/Tokyo"));
  private static Database database;

  private final SettableClock clock = new SettableClock("2026-03-24T06:00:00Z");
  private final MemoryDeliveries deliveries = new MemoryDeliveries(clock);
  private AnswerTokens tokens;
  private GreenMail mail;
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
  void open() {
    tokens = new AnswerTokens(database.dataSource(), TOKENS, clock);
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    drive(RULES);
  }

  private void drive(MailRules rules) {
    MailServer server =
        new MailServer(MailLine.plain("127.0.0.1", mail.getSmtp().getPort()), "", "");
    MailChannel channel = new MailChannel(server, rules, tokens, Scene::circle, clock);
    Channels channels = Channels.of(Map.of("mail", channel), List.of(new Scene.Lines()));
    book = new PostgresChannelBook(database.dataSource(), channels, TOKENS, clock);
    outbox =
        new Outbox(
            database.dataSource(),
            deliveries,
            channels,
            TOKENS,
            Backoff.USUAL,
            new HealthBook(clock),
            clock,
            new Random(1));
  }

  @AfterEach
  void close() throws SQLException {
    outbox.close();
    mail.stop();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate subscription, attempt, answer_token");
    }
  }

  private Subscription subscribe(String address, String schedule) throws NotSent {
    return book.subscribe(
        Scene.AOI,
        new Subscription.Order(
            Purpose.NOTIFY_AFFECTED_CUSTOMER, "mail", address, "lines", Schedule.parse(schedule)));
  }

  private int turnAfter(Duration time) throws SQLException, InterruptedException {
    clock.pass(time);
    return outbox.turn();
  }

  private List<MimeMessage> mails() {
    return Arrays.asList(mail.getReceivedMessages());
  }

  private static String text(MimeMessage message, int part) throws Exception {
    return (String) ((MimeMultipart) message.getContent()).getBodyPart(part).getContent();
  }

  private static byte[] attached(MimeMessage message) throws Exception {
    return ((MimeMultipart) message.getContent()).getBodyPart(2).getInputStream().readAllBytes();
  }

  @Test
  void digest_comes_once_a_day_at_its_hour_with_everything_since_the_last() throws Exception {
    subscribe(Scene.AOI_ABUSE, "daily 07 Asia/Tokyo");
    deliveries.add(1, 3);
    assertThat(turnAfter(Duration.ofHours(15))).as("21:00 UTC is 06:00 in Tokyo").isZero();
    deliveries.add(4, 5);
    assertThat(turnAfter(Duration.ofHours(1))).isEqualTo(1);
    assertThat(turnAfter(Duration.ofHours(23))).isZero();
    assertThat(new String(attached(mails().getFirst()), UTF_8).lines()).hasSize(5);
    deliveries.add(6, 6);
    assertThat(turnAfter(Duration.ofHours(1))).isEqualTo(1);
    assertThat(mails()).hasSize(2);
  }

  @Test
  void digest_says_what_how_many_for_which_network_and_what_is_asked() throws Exception {
    subscribe(Scene.AOI_ABUSE, "hourly");
    deliveries.add(1, 3);
    turnAfter(Duration.ofHours(1));
    MimeMessage message = mails().getFirst();
    String ja = text(message, 0);
    String en = text(message, 1);
    assertThat(ja).contains("3 件", "192.0.2.0/24", "infected-system (mirai)  3", "対応済み");
    assertThat(en)
        .contains(
            "Observations: 3",
            "From 2026-03-24T00:00:01Z to 2026-03-24T00:00:03Z",
            "192.0.2.0/24  3",
            "infected-system (mirai)  3",
            "not affected",
            "Please answer until: 2026-03-31 16:00 Asia/Tokyo",
            "https://hub.example/rows");
    assertThat(ja.lines().count()).isEqualTo(en.lines().count());
    assertThat(en).as("no sensor").doesNotContain("198.51.100.9").doesNotContain("beni");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getBodyPart(0).getHeader("Content-Language")).containsExactly("ja");
    assertThat(parts.getBodyPart(1).getHeader("Content-Language")).containsExactly("en");
    assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("tenbin-2026-03-24.csv");
  }

  @Test
  void headers_say_that_a_machine_wrote_it_and_hold_nothing_of_a_row() throws Exception {
    subscribe(Scene.AOI_ABUSE, "hourly");
    deliveries.add(1, 1);
    turnAfter(Duration.ofHours(1));
    MimeMessage message = mails().getFirst();
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("Precedence")).containsExactly("list");
    assertThat(message.getHeader("List-Id")).containsExactly("<digest.aoi-net.hub.example>");
    assertThat(message.getSubject())
        .isEqualTo("[試験の輪] 2026-03-24: 1 件の観測 / 1 observations in your networks");
    String delivery =
        book.attempts(Scene.AOI, book.subscriptionsOf(Scene.AOI).getFirst().id(), 1)
            .getFirst()
            .delivery()
            .toString();
    assertThat(message.getMessageID()).isEqualTo("<tenbin." + delivery + "@hub.example>");
    String replyTo = message.getReplyTo()[0].toString();
    assertThat(message.getHeader("Return-Path")).containsExactly("<" + replyTo + ">");
    String token = HUB.read(replyTo).orElseThrow().token();
    assertThat(tokens.find(token)).contains(new About(Scene.AOI, About.DELIVERY, delivery));
    assertThat(tokens.find("a".repeat(Tokens.LENGTH))).isEmpty();
  }

  @Test
  void ledger_has_the_digest_of_texts_and_attachment_one_behind_the_other() throws Exception {
    subscribe(Scene.AOI_ABUSE, "hourly");
    deliveries.add(1, 2);
    turnAfter(Duration.ofHours(1));
    MimeMessage message = mails().getFirst();
    String texts = text(message, 0) + text(message, 1) + new String(attached(message), UTF_8);
    var line = deliveries.ledger().getFirst();
    assertThat(line.digest()).isEqualTo(Digest.of(texts.getBytes(UTF_8)));
    assertThat(line.format()).isEqualTo("digest-ja,digest-en,lines");
    assertThat(line.rows()).isEqualTo(2);
  }

  @Test
  void large_attachment_is_zipped_and_a_larger_one_stays_on_the_page() throws Exception {
    drive(RULES.withSizes(20, 1_000));
    subscribe(Scene.AOI_ABUSE, "hourly");
    deliveries.add(1, 5);
    turnAfter(Duration.ofHours(1));
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(attached(mails().getFirst())))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("tenbin-2026-03-24.csv");
      assertThat(new String(zip.readAllBytes(), UTF_8).lines()).hasSize(5);
    }
    drive(RULES.withSizes(20, 30));
    deliveries.add(6, 9);
    turnAfter(Duration.ofHours(1));
    MimeMessage second = mails().getLast();
    assertThat(((MimeMultipart) second.getContent()).getCount()).isEqualTo(2);
    assertThat(text(second, 1)).contains("too large for a mail").contains("Observations: 4");
    assertThat(deliveries.ledger().getLast().format()).isEqualTo("digest-ja,digest-en");
  }

  @Test
  void rows_wait_until_there_are_enough_or_a_day_is_over() throws Exception {
    subscribe(Scene.AOI_ABUSE, "rows 3");
    deliveries.add(1, 2);
    assertThat(turnAfter(Duration.ofMinutes(1))).isZero();
    deliveries.add(3, 3);
    assertThat(turnAfter(Duration.ofMinutes(1))).isEqualTo(1);
    deliveries.add(4, 4);
    assertThat(turnAfter(Duration.ofHours(23))).isZero();
    assertThat(turnAfter(Duration.ofHours(1))).isEqualTo(1);
    assertThat(deliveries.ledger()).extracting(line -> line.rows()).containsExactly(3L, 1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spy@stranger.example",
        "abuse@beni.example",
        "abuse@aoi.example\r\nBcc: spy@x.example",
        "abuse@aoi.example, spy@x.example",
        "\"abuse\"@aoi.example",
        "<abuse@aoi.example>",
        ""
      })
  void nobody_but_a_contact_of_the_recipient_can_be_subscribed(String address) {
    assertThatThrownBy(() -> subscribe(address, "hourly")).isInstanceOf(NotSent.class);
  }

  @Test
  void address_that_the_server_refuses_for_good_becomes_a_dead_letter() throws Exception {
    subscribe(Scene.AOI_ABUSE, "hourly");
    deliveries.add(1, 1);
    int port = mail.getSmtp().getPort();
    mail.stop();
    assertThat(turnAfter(Duration.ofHours(1))).isZero();
    assertThat(book.deadLetters(9)).as("a server that is away is tried again").isEmpty();
    try (RefusingServer refusing = new RefusingServer(port)) {
      refusing.start();
      turnAfter(Duration.ofMinutes(1));
    }
    assertThat(book.deadLetters(9)).hasSize(1);
    assertThat(book.deadLetters(9).getFirst().lastError()).contains("550");
  }

  /** A mail server that knows nobody. */
  private static final class RefusingServer implements AutoCloseable {
    private final java.net.ServerSocket socket;

    RefusingServer(int port) throws IOException {
      socket = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress());
    }

    void start() {
      Thread.ofVirtual()
          .start(() -> {
            try (java.net.Socket one = socket.accept();
                var in =
                    new java.io.BufferedReader(
                        new java.io.InputStreamReader(one.getInputStream(), UTF_8))) {
              say(one, "220 hub");
              for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(one, line.startsWith("RCPT") ? "550 5.1.1 no such user" : "250 ok");
              }
            } catch (IOException closed) {
              throw new java.io.UncheckedIOException(closed);
            }
          });
    }

    private static void say(java.net.Socket socket, String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
