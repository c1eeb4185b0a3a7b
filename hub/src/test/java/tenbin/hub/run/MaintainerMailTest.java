package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.outside.Outside;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;

/** Mails to maintainers outside the circle, through a real mail server and a real database. */
class MaintainerMailTest {
  private static final Maintainer ONE =
      new Maintainer("MAINT-ONE", "JPIRR", List.of("noc@one.example"));
  private static final Maintainer TWO =
      new Maintainer("MAINT-TWO", "JPIRR", List.of("noc@two.example"));
  private static final Vantage TSUBAMES =
      new Vantage("member:tsubame", new Asn(64_502), Address.parse("192.0.2.77"));

  /** What holders let go, as the demo's policy has it. */
  private static final String CLAUSE =
      """
      {"policy": "a clause of the circle", "bases": [{"id": "routes-to-maintainers",
       "kind": "contract-clause", "opens": ["H"], "categories": ["C0", "CR"], "purposes": ["P5"],
       "givers": ["tsubame"], "recipients": ["subject"],
       "when": ["recipient.route-notices = opted-in"], "obligations": ["strip-attribution"],
       "from": "2026-01-01", "review-by": "2028-12-31", "evidence": "binder 14"}]}
      """;

  @TempDir private Path server;
  @TempDir private Path data;

  private static OptIns registry(Maintainer... asking) {
    IrrTable.Builder table = IrrTable.builder();
    for (Maintainer each : List.of(ONE, TWO)) {
      for (int i = 0; i < 64; i++) {
        table.add(
            new RouteObject(of(each, i), new Asn(64_501), each.source(), List.of(each.name())));
      }
    }
    List.of(asking).forEach(table::add);
    Instant date = Instant.parse("2026-11-17T18:00:00Z");
    return new OptIns(table.build(), Declarations.NONE, date, Listening.parse("on"));
  }

  private static Prefix of(Maintainer whose, int number) {
    return Prefix.parse("203.0." + (whose.equals(ONE) ? number : 64 + number) + ".0/24");
  }

  private static void open(MailEnd hub, String mode) {
    hub.listen(Listening.parse(mode));
    hub.spine()
        .grounds()
        .record(
            new Entry.By(new MemberId("secretariat"), "Ito"),
            List.of(new Deed.Recorded("routes-to-maintainers", CLAUSE)),
            MailEnd.NOON.minusSeconds(60),
            "binder 14");
    hub.registries(registry(ONE));
  }

  private static void happens(MailEnd hub, int number, State state, int ofOne, int ofTwo) {
    Instant begin = MailEnd.NOON.minusSeconds(30);
    Optional<Instant> end =
        state.isOver() ? Optional.of(begin.plus(Duration.ofHours(3))) : Optional.empty();
    List<Affected> all =
        Stream.concat(
                IntStream.range(0, ofOne).mapToObj(i -> of(ONE, i)),
                IntStream.range(0, ofTwo).mapToObj(i -> of(TWO, i)))
            .map(each ->
                new Affected(
                    each,
                    each,
                    Optional.of(Outside.ALL),
                    new Asn(64_501),
                    new Asn(64_666 + number),
                    begin,
                    end,
                    1,
                    1,
                    "64502 64512 " + (64_666 + number)))
            .toList();
    int now = state.isOver() ? 0 : all.size();
    Incident incident =
        new Incident(
            new UUID(0x8000L, 0x8000_0000_0000_0000L | number),
            new Cause(Kind.ORIGIN_HIJACK, new Asn(64_666 + number), Outside.ALL.text()),
            state,
            begin,
            begin.plusSeconds(1),
            end,
            all.size(),
            now,
            1,
            9,
            7,
            List.of(),
            List.of(new Impact(Outside.ALL, all.size(), now)),
            0,
            0);
    hub.routes().incidents().stands(incident, all);
    hub.routes()
        .incidents()
        .seen(
            incident,
            all.stream()
                .map(each ->
                    new PathSeen(
                        begin, TSUBAMES, each.prefix(), "64502 64512 " + (64_666 + number)))
                .toList());
    hub.routes().incidents().notice(new Notice(Notice.What.BEGAN, incident));
  }

  private static String text(MimeMessage mail) throws Exception {
    StringBuilder all = new StringBuilder();
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      all.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return all.toString();
  }

  @Test
  void begin_growth_and_end_are_one_mail_each_of_its_own_prefixes_alone() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(server);
        MailEnd hub = new MailEnd(data, postgres.url())) {
      open(hub, "on");
      happens(hub, 1, State.ONGOING, 3, 5);
      hub.tellOutside();
      hub.tellOutside();
      assertThat(hub.mailsTo("two.example")).as("did not ask").isEmpty();
      assertThat(hub.mailsTo("one.example")).hasSize(1);
      MimeMessage began = hub.mailsTo("one.example").getFirst();
      assertThat(began.getSubject()).contains("発生", "Another origin began (3)");
      assertThat(text(began))
          .contains("203.0.0.0/24 AS64667", "MAINT-ONE", "JPIRR", "2026-11-18 03:00:00 Asia/Tokyo")
          .contains("incident,prefix,registered", "\"203.0.2.0/24\"", "登録 AS64501")
          .doesNotContain("203.0.64.", "tsubame", "64502", "192.0.2.77", "noc@two.example");
      hasItsLine(hub, began);
      hub.clock.pass(Duration.ofMinutes(11));
      happens(hub, 1, State.ONGOING, 40, 5);
      hub.tellOutside();
      hub.restart();
      hub.tellOutside();
      assertThat(hub.mailsTo("one.example")).as("nothing twice").hasSize(2);
      happens(hub, 1, State.WITHDRAWN, 40, 5);
      hub.clock.pass(Duration.ofHours(3));
      hub.tellOutside();
      assertThat(hub.mailsTo("one.example")).hasSize(3);
      MimeMessage ended = hub.mailsTo("one.example").getLast();
      assertThat(ended.getSubject()).contains("終息", "is over (40)");
      assertThat(text(ended)).contains("End: ");
      assertThat(hub.mailsTo("one.example"))
          .extracting(each -> each.getHeader("Message-ID")[0])
          .doesNotHaveDuplicates();
    }
  }

  /** In the ledger, with the ground; and the registry's object is on record with its date. */
  private static void hasItsLine(MailEnd hub, MimeMessage mail) throws Exception {
    var receipts = hub.spine().receipts().receipts(Outside.of(ONE), 0, 10);
    assertThat(receipts).hasSize(1);
    assertThat(receipts.getFirst().bases()).containsExactly("routes-to-maintainers");
    assertThat(receipts.getFirst().rows()).as("its head and three prefixes").isEqualTo(4);
    assertThat(mail.getHeader("Tenbin-Receipt")[0]).isEqualTo(receipts.getFirst().id().toString());
    assertThat(hub.spine().grounds().history().getLast().deed().toString())
        .contains("MAINT-ONE of JPIRR", "2026-11-17T18:00:00Z");
  }

  @Test
  void who_stops_it_or_takes_its_wish_out_gets_no_more_from_then_on() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(server);
        MailEnd hub = new MailEnd(data, postgres.url())) {
      open(hub, "on");
      hub.registries(registry(ONE, TWO));
      happens(hub, 1, State.ONGOING, 1, 1);
      hub.tellOutside();
      MimeMessage mail = hub.mailsTo("one.example").getFirst();
      assertThat(mail.getHeader("List-Unsubscribe-Post"))
          .containsExactly("List-Unsubscribe=One-Click");
      String link = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
      String token = URI.create(link).getPath().replace("/stop/", "");
      assertThat(text(mail)).contains(link);
      assertThat(hub.maintainers().byStopToken(token)).contains(Outside.of(ONE));
      assertThat(hub.maintainers().byStopToken("a".repeat(32))).isEmpty();
      hub.maintainers()
          .told()
          .wish(Outside.of(ONE), false, new ToldBook.By(hub.clock.instant(), "maintainer"));
      hub.registries(registry(ONE));
      happens(hub, 1, State.WITHDRAWN, 1, 1);
      happens(hub, 2, State.ONGOING, 1, 1);
      hub.tellOutside();
      assertThat(hub.mailsTo("one.example")).as("stopped it").hasSize(1);
      assertThat(hub.mailsTo("two.example")).as("asks no more").hasSize(1);
      assertThat(hub.spine().grounds().history().getLast().deed()).isInstanceOf(Deed.Ended.class);
    }
  }

  @Test
  void so_many_mails_an_hour_and_the_rest_in_one() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(server);
        MailEnd hub = new MailEnd(data, postgres.url())) {
      open(hub, "on");
      for (int number = 1; number <= 10; number++) {
        happens(hub, number, State.ONGOING, 2, 0);
        hub.tellOutside();
      }
      assertThat(hub.mailsTo("one.example")).hasSize(MaintainerNotices.MOST_AN_HOUR);
      hub.clock.pass(Duration.ofMinutes(59));
      hub.tellOutside();
      assertThat(hub.mailsTo("one.example")).hasSize(MaintainerNotices.MOST_AN_HOUR);
      hub.clock.pass(Duration.ofMinutes(2));
      happens(hub, 11, State.ONGOING, 2, 0);
      happens(hub, 12, State.ONGOING, 2, 0);
      happens(hub, 13, State.ONGOING, 2, 0);
      hub.tellOutside();
      assertThat(hub.mailsTo("one.example")).hasSize(MaintainerNotices.MOST_AN_HOUR + 1);
      MimeMessage folded = hub.mailsTo("one.example").getLast();
      assertThat(folded.getSubject()).contains("7 route incidents");
      assertThat(text(folded)).contains("AS64673", "AS64679");
    }
  }

  @Test
  void a_dry_run_says_who_would_be_told_and_tells_nobody() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(server);
        MailEnd hub = new MailEnd(data, postgres.url())) {
      open(hub, "off");
      happens(hub, 2, State.ONGOING, 3, 5);
      hub.tellOutside();
      assertThat(hub.maintainers().told().outside(9)).as("off works nothing out").isEmpty();
      hub.listen(Listening.parse("dry"));
      int lines = hub.spine().grounds().history().size();
      happens(hub, 1, State.ONGOING, 3, 5);
      hub.tellOutside();
      assertThat(hub.sent()).isZero();
      assertThat(hub.maintainers().told().outside(9))
          .extracting(ToldBook.Line::member)
          .containsOnly(Outside.of(ONE));
      assertThat(hub.spine().grounds().history()).as("nothing is on record").hasSize(lines);
      assertThat(hub.routes().told().outside(9)).isEmpty();
    }
  }
}
