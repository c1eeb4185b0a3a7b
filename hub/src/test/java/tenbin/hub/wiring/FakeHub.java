package tenbin.hub.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.RoutesDesk;
import tenbin.hub.page.CircleFiles;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.talk.Voices;
import tenbin.spine.group.GroupBook;
import tenbin.spine.group.document.DocumentBook;
import tenbin.spine.group.election.BallotBook;
import tenbin.spine.group.election.ElectionBook;
import tenbin.spine.group.role.SeatBook;
import tenbin.spine.health.HealthBook;
import tenbin.spine.newcomer.letter.LetterBook;
import tenbin.spine.skill.SkillBook;
import tenbin.web.signin.People;
import tenbin.web.signin.Tokens;
import tenbin.wire.Writer;
import tenbin.wire.lines.DisclosureLines;

/** A whole server over parts in memory, on a free port of loopback. */
final class FakeHub implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  final FakeBooks books = new FakeBooks();
  final FakeDeliveries deliveries = new FakeDeliveries(books.roster, Fake.day());
  final FakeSignIn signIn = new FakeSignIn();
  final FakeGrounds grounds = new FakeGrounds();
  final CaseBook cases = CaseBook.inMemory();
  final GatherParts gather =
      new GatherParts(
          GroupBook.inMemory(),
          SkillBook.inMemory(),
          SeatBook.inMemory(),
          DocumentBook.inMemory(),
          ElectionBook.inMemory(),
          BallotBook.inMemory(),
          election -> new byte[32]);
  final RoutesDesk routes = RoutesDesk.inMemory(books.roster::circle, "");
  final FakeReports reports;
  final FakeChannels channels;
  final People people = new People(books.people, Fake.CLOCK);
  final Tokens tokens = new Tokens(books.tokens, Fake.CLOCK);
  final HubServer server;

  private static final class Shared {
    private static final FakeHub HUB = open();

    private static FakeHub open() {
      try {
        return new FakeHub(false, 0);
      } catch (IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      }
    }
  }

  /** One server for all test classes: each start takes seconds. */
  static FakeHub shared() {
    return Shared.HUB;
  }

  /** A token of a member for everything. */
  String token(MemberId member) {
    return tokens
        .mint(
            member,
            "test",
            java.util.EnumSet.allOf(tenbin.web.signin.Scope.class),
            java.time.Duration.ofDays(1))
        .secret();
  }

  FakeHub(boolean demo, int port) throws IOException {
    this(demo, port, Entrances.NONE);
  }

  FakeHub(boolean demo, int port, Entrances entrances) throws IOException {
    this(demo, port, entrances, Fake.CLOCK, false);
  }

  /**
   * A hub with a clock of its own.
   *
   * @param secure whether it is reached by TLS, through a proxy that the test plays
   */
  FakeHub(boolean demo, int port, Entrances entrances, Clock clock, boolean secure)
      throws IOException {
    Path work = Files.createTempDirectory("tenbin-fake-hub");
    reports = new FakeReports(work);
    for (MemberId member : List.of(Fake.A, Fake.B, Fake.OBSERVER, Fake.SECRETARIAT)) {
      people.add(member, member.text(), PASSWORD);
    }
    cases.put(Fake.finding(), Fake.terms(), Fake.NOW.minusSeconds(3_600));
    List<Writer> writers = List.of(new DisclosureLines());
    channels = new FakeChannels(writers);
    HealthBook health = new HealthBook(Fake.CLOCK);
    health.failed("reading", "1 set aside");
    HubParts parts =
        new HubParts(
            clock,
            books.roster,
            reports.book,
            deliveries,
            deliveries.withholdings,
            cases,
            deliveries::plan,
            yaml ->
                yaml.contains("circle")
                    ? new CircleFiles.Reading(Optional.of(Fake.circle()), List.of())
                    : new CircleFiles.Reading(Optional.empty(), List.of("line 1: " + Fake.EVIL)),
            books.people,
            signIn.invitations,
            signIn.factors,
            signIn.passkeys,
            signIn.identities,
            books.tokens,
            signIn.habits,
            writers,
            deliveries.receipts,
            new FakeEvidence(),
            channels,
            channels.mails,
            channels.addresses,
            health,
            new FakeOffice.Ways(reports),
            new FakeOffice(),
            FakeOffice::vitals,
            grounds,
            grounds.scales(),
            new FakeStatistics(),
            new FakeRecalls(),
            FakePortal.parts(grounds),
            new CaseParts(EntryBook.inMemory(), new Voices(new byte[32])),
            gather,
            JoiningParts.quiet(books.newcomers, LetterBook.inMemory()),
            new RouteParts(
                routes,
                FakeRoutes.feeds(),
                FakeRoutes.states(),
                FakeRoutes.maintainers(),
                FakeRoutes.past()));
    FakeRoutes.fill(routes);
    server =
        HubServer.start(
            new HubConfig(
                HubConfig.LOOPBACK, port, demo, secure, Optional.empty(), work, entrances),
            parts);
  }

  @Override
  public void close() {
    server.close();
  }
}
