package tenbin.proof.routes.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.live.FeedLine;
import tenbin.desks.routes.live.KeptPlaces;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.live.LiveTiming;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.outside.Outside;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.watch.Pace;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.routes.PrefixStates;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RouteSettings;
import tenbin.hub.run.RouteWatching;
import tenbin.hub.run.RunningHub;
import tenbin.hub.wiring.PostgresTokenBook;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.proof.routes.live.Recording.Peer;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.doors.HubMail;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.spine.roster.CircleFile;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Tokens;

/**
 * What the running watch of a whole hub finds in a member's files is told from its begin to its
 * end: to the member whose prefixes it touches and to a maintainer outside who asks for it, by mail
 * through a real server and over the API, with a line in the ledger for everything that left.
 */
class NoticesStoryTest {
  private static final MemberId KOGANE = new MemberId("kogane");
  private static final int OWN = 3_100;
  private static final int OUTSIDE = 3_500;
  private static final int STRANGER = 3_666;
  private static final int TRANSIT = 3_200;
  private static final int PEERS = 4;
  private static final Prefix HOME = Prefix.parse("185.10.0.0/16");
  private static final Prefix THEIRS = Prefix.parse("185.99.0.0/16");
  private static final Duration MOST = Duration.ofSeconds(90);
  @TempDir private Path folder;
  private final Instant start = Instant.now().minusSeconds(1_800);
  private final Ahead clock = new Ahead();
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<LiveWatch> running = Optional.empty();
  private int files;

  /** The hub's own clock, which the test moves: people are not told of growth every minute. */
  private static final class Ahead extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }

  /** The desk's own watch, with a pace that a test can wait for. */
  private final class Watching implements RouteWatching {
    @Override
    public Running start(RoutesDesk desk, List<RouteSettings.Feed> feeds, Clock unused)
        throws IOException {
      Pace pace =
          new Pace(
              Duration.ofMillis(200),
              Duration.ofSeconds(1),
              Duration.ofMillis(300),
              Duration.ofMillis(500),
              Duration.ofHours(1),
              3,
              50,
              10,
              Duration.ofMinutes(5));
      ReferencePlaces places =
          new ReferencePlaces(
              Optional.empty(),
              Optional.empty(),
              List.of(folder.resolve("jpirr.db")),
              Optional.empty(),
              Optional.empty(),
              Listening.parse("on jpirr"));
      LiveSettings settings =
          new LiveSettings(
              List.of(new FeedLine.Folder("member:tsubame", folder.resolve("mrt"))),
              places,
              KeptPlaces.NOWHERE,
              List.of(),
              LiveTiming.USUAL.settling(Duration.ZERO),
              pace);
      LiveWatch watch = LiveWatch.start(desk, settings, Clock.systemUTC(), System.out::println);
      running = Optional.of(watch);
      return new Running() {
        @Override
        public FeedStates feeds() {
          return FeedStates.NONE;
        }

        @Override
        public PrefixStates prefixes() {
          return PrefixStates.NONE;
        }

        @Override
        public OptIns optIns() {
          return watch.optIns();
        }

        @Override
        public void close() {
          watch.close();
        }
      };
    }
  }

  private HubStart how() throws IOException {
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve(PolicyFile.demo().name()), PolicyFile.demo().text());
    HubMail mail =
        new HubMail(
            HubAddress.of("circle.example"),
            new MailServer(MailLine.plain("127.0.0.1", mails.getSmtp().getPort()), "", ""),
            Optional.empty(),
            URI.create("https://hub.circle.example/"),
            ZoneId.of("Asia/Tokyo"));
    return new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(circle),
            "127.0.0.1",
            0,
            false,
            false,
            clock)
        .withPolicy(Optional.of(policy))
        .withDoors(Optional.empty(), Optional.of(mail))
        .withRoutes(new RouteSettings("", List.of(), new Watching(), Listening.parse("on jpirr")));
  }

  private void registry(int homesOrigin) throws IOException {
    String objects =
        """
        mntner: MAINT-OUT
        descr: Out Networks
          X-Keiro: noc@outside.example
        source: JPIRR

        route: 185.99.0.0/16
        origin: AS3500
        mnt-by: MAINT-OUT
        source: JPIRR

        route: 185.10.0.0/16
        origin: AS%d
        mnt-by: MAINT-K
        source: JPIRR
        """
            .formatted(homesOrigin);
    Path beside = Files.writeString(folder.resolve("new.db"), objects);
    Files.move(
        beside,
        folder.resolve("jpirr.db"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private void put(Recording recording) throws IOException {
    String name = String.format("%03d", ++files);
    Path beside = folder.resolve("mrt").resolve("." + name);
    Files.write(beside, recording.octets());
    Files.move(beside, folder.resolve("mrt").resolve(name));
  }

  private Recording table() {
    Recording table = new Recording();
    for (int peer = 1; peer <= PEERS; peer++) {
      Peer by = new Peer(peer);
      table.announces(start, by, HOME, by.asn(), TRANSIT, OWN);
      table.announces(start, by, THEIRS, by.asn(), TRANSIT, OUTSIDE);
    }
    return table;
  }

  /** Parts of both networks, from a number to before another. */
  private Recording parts(int seconds, int from, int to, boolean there) {
    Recording some = new Recording();
    for (int peer = 1; peer < PEERS; peer++) {
      Peer by = new Peer(peer);
      for (int i = from; i < to; i++) {
        for (String network : List.of("185.10.", "185.99.")) {
          Prefix part = Prefix.parse(network + i + ".0/24");
          Instant at = start.plusSeconds(seconds).plusMillis(i);
          if (there) {
            some.announces(at, by, part, by.asn(), TRANSIT, STRANGER);
          } else {
            some.withdraws(at, by, part);
          }
        }
      }
    }
    return some;
  }

  private static void declare(RunningHub hub) {
    Declaration declared =
        new Declaration(
            KOGANE,
            Set.of(new Asn(OWN)),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(Watched.of(HOME)),
            List.of());
    ToldBook.By by = new ToldBook.By(Instant.now(), "story");
    hub.routes()
        .declarations()
        .declare(declared, new DeclarationBook.By(Instant.now(), "story", "page"));
    hub.routes().told().wish(KOGANE, true, by);
  }

  private List<MimeMessage> to(String domain) {
    return Arrays.asList(mails.getReceivedMessagesForDomain(domain));
  }

  private static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void awaitMails(int number) {
    await(
        number + " mails each, not " + to("kogane.example").size() + " and so on",
        () -> to("kogane.example").size() == number && to("outside.example").size() == number);
    clock.ahead = clock.ahead.plus(Duration.ofMinutes(21));
  }

  private static List<Incident> incidents(RunningHub hub, Kind kind) {
    return hub.routes().incidents().newest(50).stream()
        .map(Glimpse::incident)
        .filter(each -> each.cause().kind() == kind)
        .toList();
  }

  @Test
  void begin_growth_end_and_return_are_told_to_the_member_and_the_maintainer_outside()
      throws Exception {
    Files.createDirectories(folder.resolve("mrt"));
    registry(OWN);
    put(table());
    mails.start();
    try (RunningHub hub = RunningHub.start(how())) {
      declare(hub);
      LiveWatch watch = running.orElseThrow();
      await("its begin", watch::hasBegun);
      await("the member's word", () -> watch.references().declarations().exact(HOME).isPresent());
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      put(parts(900, 0, 2, true));
      awaitMails(1);
      put(parts(910, 2, 9, true));
      awaitMails(2);
      put(parts(920, 0, 9, false));
      awaitMails(3);
      put(parts(930, 0, 2, true));
      awaitMails(4);
      put(parts(940, 0, 2, false));
      awaitMails(5);
      for (String domain : List.of("kogane.example", "outside.example")) {
        List<String> subjects = to(domain).stream().map(NoticesStoryTest::subject).toList();
        assertThat(subjects.get(0)).contains("began (2)");
        assertThat(subjects.get(1)).contains("grew (9)");
        assertThat(subjects.get(2)).contains("is over (9)");
        assertThat(subjects.get(3)).contains("came back (9)");
        assertThat(subjects.get(4)).contains("is over (9)");
        for (MimeMessage each : to(domain)) {
          assertThat(each.getHeader("Tenbin-Receipt")).hasSize(1);
          assertThat(all(each)).doesNotContain("tsubame", "192.65.185.", "AS3001");
        }
      }
      assertThat(all(to("kogane.example").getFirst())).doesNotContain("185.99.");
      assertThat(all(to("outside.example").getFirst()))
          .contains("185.99.0.0/24")
          .doesNotContain("185.10.");
      MemberId outside = Outside.of(new Maintainer("MAINT-OUT", "JPIRR", List.of()));
      assertThat(lines(hub, KOGANE)).as("a line in the ledger for each mail").isEqualTo(5);
      assertThat(lines(hub, outside)).isEqualTo(5);
      assertThat(pull(hub)).containsSubsequence("began", "grew", "ended", "reopened", "ended");
      mended(hub);
      assertThat(get(hub, "routes"))
          .contains("\"registry-fixes\":1", "\"registry-mismatches-ended\":1", "route.mended");
      stopped(hub, outside);
    } finally {
      mails.stop();
    }
  }

  /** A registry that contradicts the member's own route, until it is mended. */
  private void mended(RunningHub hub) throws IOException {
    registry(STRANGER);
    await(
        "the mismatch",
        () -> {
          try {
            Recording again = new Recording();
            for (int peer = 1; peer <= PEERS; peer++) {
              Peer by = new Peer(peer);
              again.announces(start.plusSeconds(950), by, HOME, by.asn(), TRANSIT, OWN);
            }
            put(again);
          } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
          }
          LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
          return !incidents(hub, Kind.IRR_MISMATCH).isEmpty();
        });
    await("its mail", () -> to("kogane.example").size() == 6);
    registry(OWN);
    await(
        "that it is mended",
        () -> incidents(hub, Kind.IRR_MISMATCH).getFirst().state() == State.OUTDATED);
    Incident mended = incidents(hub, Kind.IRR_MISMATCH).getFirst();
    assertThat(mended.end()).isPresent();
    assertThat(mended.now()).isZero();
    String after = "The registry was mended after";
    await(
        "its last mail, not "
            + to("kogane.example").stream().map(NoticesStoryTest::subject).toList(),
        () -> to("kogane.example").stream().anyMatch(each -> all(each).contains(after)));
    assertThat(to("outside.example")).as("is the member's alone").hasSize(5);
    assertThat(to("kogane.example").stream().map(NoticesStoryTest::subject))
        .as("nothing twice")
        .hasSize(7);
  }

  /** As a program of mail does it: one request without a page, a cookie or an account before it. */
  private void stopped(RunningHub hub, MemberId outside) throws Exception {
    MimeMessage mail = to("outside.example").getFirst();
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String link = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
    URI stop = URI.create(hub.address()).resolve(URI.create(link).getPath());
    HttpResponse.BodyHandler<String> text = HttpResponse.BodyHandlers.ofString();
    HttpResponse<String> seen = client.send(HttpRequest.newBuilder(stop).build(), text);
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(hub.routes().told().stopped(outside)).as("to look does nothing").isFalse();
    HttpRequest.Builder post =
        HttpRequest.newBuilder(stop)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"));
    assertThat(client.send(post.build(), text).statusCode()).isEqualTo(200);
    assertThat(hub.routes().told().stopped(outside)).isTrue();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException broken) {
      throw new AssertionError(broken);
    }
  }

  /** Every text and file of it. */
  private static String all(MimeMessage mail) {
    try {
      StringBuilder all = new StringBuilder();
      var parts = (jakarta.mail.internet.MimeMultipart) mail.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        all.append(new String(parts.getBodyPart(i).getInputStream().readAllBytes(), UTF_8));
      }
      return all.toString();
    } catch (MessagingException | IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static long lines(RunningHub hub, MemberId recipient) throws Exception {
    String sql = "select count(*) from ledger where recipient = ? and entry like '%MAIL%'";
    try (var connection = hub.dataSource().getConnection();
        var query = connection.prepareStatement(sql)) {
      query.setString(1, recipient.text());
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The events that a program of the member gets, in order. */
  private List<String> pull(RunningHub hub) throws Exception {
    return get(hub, "rows?format=json-lines&purpose=P5&after=")
        .lines()
        .map(NoticesStoryTest::event)
        .toList();
  }

  /** What a program of the member gets; each answer has its receipt. */
  private String get(RunningHub hub, String path) throws Exception {
    String token =
        new Tokens(new PostgresTokenBook(hub.dataSource()), clock)
            .mint(KOGANE, "story", EnumSet.allOf(Scope.class), Duration.ofDays(9))
            .secret();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(hub.address() + "api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Tenbin-Receipt")).isPresent();
    return answer.body();
  }

  private static String event(String line) {
    return line.replaceAll(".*\"route\\.event\"\\s*:\\s*\"([a-z]+)\".*", "$1");
  }
}
