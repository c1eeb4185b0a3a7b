package tenbin.hub.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.hub.routes.Maintainers;
import tenbin.hub.wiring.HubParts;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseTerms;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.correlate.Finding;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.deliver.webhook.WebhookRules;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.spine.doors.HubMail;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.spine.roster.CircleFile;
import tenbin.web.exit.Viewers;
import tenbin.wire.lines.DisclosureLines;
import tenbin.wire.nine.NineColumns;

/**
 * The hub's end of the mail: the demo's circle in a real spine on a real PostgreSQL, a real mail
 * server, a clock that the test moves. It can be stopped and started on the same state.
 */
@SuppressWarnings("NullAway.Init")
final class MailEnd implements AutoCloseable {
  static final HubAddress ADDRESS = HubAddress.of("circle.example");
  static final MemberId AOZORA = new MemberId("aozora");
  static final MemberId HAYATE = new MemberId("hayate");
  static final MemberId YAMABIKO = new MemberId("yamabiko");
  static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
  private static final Deadline DEADLINE =
      Deadline.at(Instant.parse("2026-11-20T12:00:00Z"), ZoneId.of("Asia/Tokyo"));

  /** What members agreed about what their routers see. */
  private static final String ROUTES =
      """
        - id: routes-2026
          title: Routes, edition 2026
          date: 2026-01-01
          purposes: [P5]
          categories: [C0, CR]
          signed-by: [aozora, hayate, kogane, minato, tsubame, yamabiko, secretariat]
          evidence: binder 12 of the secretariat
      """;

  final StandingClock clock = new StandingClock(NOON);
  private final Path data;
  private final String url;
  private Optional<Path> circle;
  private GreenMail server;
  private GreenMailUser mailbox;
  private Spine spine;
  private Doors doors;
  private CaseBook cases;
  private CaseReminders reminders;
  private Round recalls;
  private RoutesDesk routes;
  private Round notices;
  private Round toOutside;
  private Maintainers maintainers;
  private OptIns optIns = OptIns.NONE;
  private Listening listening = Listening.OFF;

  /** With its state in a folder and a database of its own. */
  MailEnd(Path data, String url) throws IOException {
    this.data = data;
    this.url = url;
    this.circle =
        Optional.of(Files.writeString(data.resolve("circle.yaml"), CircleFile.demo() + ROUTES));
    startServer();
    open();
    this.circle = Optional.empty();
  }

  private void startServer() {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    mailbox = server.setUser("hub@circle.example", "hub", "secret");
  }

  private void open() {
    SpineConfig config = SpineConfig.of(data.resolve("hub"), circle);
    spine = Spine.open(config.withDatabase(url).withClock(clock));
    cases = CaseBook.in(spine.dataSource());
    wire(server.getSmtp().getPort());
  }

  private void wire(int smtpPort) {
    HubMail mail =
        new HubMail(
            ADDRESS,
            new MailServer(MailLine.plain("127.0.0.1", smtpPort), "", ""),
            Optional.of(
                new ImapServer(
                    MailLine.plain("127.0.0.1", server.getImap().getPort()), "hub", "secret")),
            URI.create("https://hub.circle.example/cases"),
            ZoneId.of("Asia/Tokyo"));
    Viewers viewers = HubParts.viewers(spine, clock);
    routes = RoutesDesk.in(spine.dataSource(), () -> spine.roster().circle(), "routing-wg");
    doors =
        Doors.of(
            spine,
            new NoticedDeliveries(spine.deliveries(), routes, viewers),
            new DoorsConfig(
                Optional.empty(),
                Optional.of(mail),
                WebhookRules.USUAL.withLoopback(),
                Backoff.USUAL,
                clock),
            List.of(new NineColumns(), new DisclosureLines()),
            new CaseAnswers(cases, viewers));
    reminders = CaseReminders.of(spine, doors, cases, viewers, mail, clock);
    recalls = RecallRound.of(spine, doors, Optional.of(mail), clock);
    notices = RouteNotices.of(spine, routes, doors, Optional.of(mail), clock);
    maintainers =
        new Maintainers(
            listening,
            () -> optIns,
            listening.mode() == Listening.Mode.ON ? routes.told() : ToldBook.inMemory(),
            Optional.of(doors.answerTokens()));
    toOutside = MaintainerNotices.of(spine, routes, maintainers, doors, Optional.of(mail), clock);
  }

  /** As after the process ended: nothing is left but what is stored. */
  void restart() {
    doors.close();
    spine.close();
    open();
  }

  /** From now on mails go to a port where nobody listens; false brings the server back. */
  void breakLine(boolean broken) {
    doors.close();
    wire(broken ? 1 : server.getSmtp().getPort());
  }

  /** Opens a case of two days that concerns these members. */
  void openCase(String id, MemberId... concerned) {
    Finding finding =
        new Finding(
            id,
            "campaign",
            new Kind(Rsit.BRUTE_FORCE, "ssh", "paper-crane"),
            Set.of(concerned),
            List.of("203.0.113.9"),
            NOON.minusSeconds(40_000),
            NOON.minusSeconds(4_000),
            6,
            7.5,
            "for the analyst");
    cases.put(finding, new CaseTerms(DEADLINE, Tlp.AMBER), NOON);
  }

  /** One round of the reminders; returns how many left. */
  int remind() {
    AtomicInteger left = new AtomicInteger();
    reminders.round(left::set).turn();
    return left.get();
  }

  /** One turn of the recalls. */
  void recall() {
    recalls.turn();
  }

  /** One turn of the route notices. */
  void tellRoutes() {
    notices.turn();
  }

  /** From the next start on maintainers outside are told, or it is tried who would be. */
  void listen(Listening how) {
    listening = how;
    restart();
  }

  /** What registries say from now on. */
  void registries(OptIns now) {
    optIns = now;
  }

  /** One turn of the notices to maintainers outside. */
  void tellOutside() {
    toOutside.turn();
  }

  Maintainers maintainers() {
    return maintainers;
  }

  RoutesDesk routes() {
    return routes;
  }

  /** One look into the hub's mailbox. */
  void poll() throws IOException {
    doors.sources().getFirst().poll(spine.intake());
  }

  Spine spine() {
    return spine;
  }

  Doors doors() {
    return doors;
  }

  CaseBook cases() {
    return cases;
  }

  AnswerState stateOf(MemberId member) {
    return cases.matrix().getFirst().states().getOrDefault(member, AnswerState.SILENT);
  }

  /** The case as a member sees it. */
  Disclosure shownTo(MemberId member) {
    return cases
        .cases(HubParts.viewers(spine, clock).plan(member, Purpose.INFORM_AND_DEFEND, Outlet.PAGE))
        .getFirst();
  }

  /** What a domain's mailboxes received. */
  List<MimeMessage> mailsTo(String domain) {
    return Arrays.asList(server.getReceivedMessagesForDomain(domain));
  }

  /** Everything that left the hub, to whomever. */
  int sent() {
    return (int) Arrays.stream(server.getReceivedMessages()).filter(MailEnd::isOfTheHub).count();
  }

  private static boolean isOfTheHub(MimeMessage mail) {
    try {
      return mail.getHeader("Tenbin-Receipt") != null;
    } catch (MessagingException broken) {
      throw new AssertionError(broken);
    }
  }

  /** A mail arrives in the hub's mailbox. */
  void arrive(String from, String to, String headers, String text) throws MessagingException {
    String whole =
        "From: %s\nTo: %s\nSubject: Re: case\n%s\n%s\n".formatted(from, to, headers, text);
    mailbox.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(whole.replace("\n", "\r\n").getBytes(UTF_8))));
  }

  @Override
  public void close() {
    doors.close();
    spine.close();
    server.stop();
  }
}
