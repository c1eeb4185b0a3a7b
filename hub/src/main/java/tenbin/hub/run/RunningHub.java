package tenbin.hub.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.desks.routes.RoutesDesk;
import tenbin.hub.demo.DemoClock;
import tenbin.hub.demo.DemoOrganisation;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.routes.Maintainers;
import tenbin.hub.wiring.HubConfig;
import tenbin.hub.wiring.HubParts;
import tenbin.hub.wiring.HubServer;
import tenbin.hub.wiring.JoiningParts;
import tenbin.hub.wiring.OutFormats;
import tenbin.hub.wiring.PortalParts;
import tenbin.hub.wiring.RouteParts;
import tenbin.nouns.member.Circle;
import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.collect.Intake;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.newcomer.letter.LetterBook;
import tenbin.web.exit.WayOut;
import tenbin.wire.Writer;

/** A hub that runs. One thread starts and closes it. */
public final class RunningHub implements AutoCloseable {
  private final Opened opened;
  private final Spine spine;
  private final HubServer server;
  private final HubParts parts;

  private RunningHub(Opened opened, Spine spine, HubParts parts, HubServer server) {
    this.opened = opened;
    this.spine = spine;
    this.parts = parts;
    this.server = server;
  }

  /** Starts a hub and returns once its pages answer. */
  public static RunningHub start(HubStart how) throws IOException {
    Opened opened = new Opened();
    try {
      return start(how, opened);
    } catch (IOException | RuntimeException failed) {
      opened.closeAfter(failed);
      throw failed;
    }
  }

  private static RunningHub start(HubStart how, Opened opened) throws IOException {
    Files.createDirectories(how.data());
    DeskDoor desks = new DeskDoor(how);
    SpineConfig config =
        SpineConfig.of(how.data(), how.circle()).withClock(how.clock()).withFindings(desks);
    SpineConfig stored = how.database().map(config::withDatabase).orElse(config);
    Spine spine =
        Spine.open(
            how.policy().map(stored::withPolicy).orElse(stored),
            Knowledge.with(how.tables().tables()));
    opened.with(spine::close);
    desks.open(spine);
    return over(spine, how, opened);
  }

  private static RunningHub over(Spine spine, HubStart how, Opened opened) throws IOException {
    CaseBook cases = CaseBook.in(spine.dataSource());
    List<Writer> writers = OutFormats.of(spine.roster().circle());
    CaseAnswers answers = new CaseAnswers(cases, HubParts.viewers(spine, how.clock()));
    RoutesDesk desk =
        RoutesDesk.in(spine.dataSource(), () -> spine.roster().circle(), how.routes().group());
    RouteWatching.Running watch = watching(desk, how, opened);
    Deliveries deliveries =
        new NoticedDeliveries(spine.deliveries(), desk, HubParts.viewers(spine, how.clock()));
    Doors doors = Doors.of(spine, deliveries, doorsConfig(how), writers, answers);
    opened.with(doors::close);
    Maintainers outside =
        MaintainerNotices.maintainers(desk, how.routes(), watch, doors, how.mail());
    RouteParts routes =
        new RouteParts(desk, watch.feeds(), watch.prefixes(), outside, watch.past());
    JoiningParts joining =
        new JoiningParts(
            spine.newcomers(),
            LetterBook.in(spine.dataSource()),
            MailedLetters.of(spine, doors, how),
            how.lookups());
    HubParts parts =
        HubParts.of(
            spine, doors, cases, how.clock(), writers, how.tables()::files, joining, routes);
    Optional<Round> reminders =
        how.mail()
            .map(mail -> CaseReminders.of(spine, doors, cases, parts.viewers(), mail, how.clock()))
            .map(each -> each.round(left -> {}));
    reminders.ifPresent(each -> opened.with(each::close));
    Round questions =
        Questions.of(spine, doors, parts.portal(), parts.viewers(), how.mail(), how.clock())
            .round(doors);
    opened.with(questions::close);
    Round notices = RouteNotices.of(spine, desk, doors, how.mail(), how.clock());
    opened.with(notices::close);
    Round toOutside = MaintainerNotices.of(spine, desk, outside, doors, how.mail(), how.clock());
    opened.with(toOutside::close);
    HubServer server = HubServer.start(config(how), parts);
    opened.with(server::close);
    doors.start();
    reminders.ifPresent(Round::start);
    Round recalls = RecallRound.of(spine, doors, how.mail(), how.clock());
    opened.with(recalls::close);
    recalls.start();
    questions.start();
    notices.start();
    toOutside.start();
    Rounds rounds = Rounds.of(spine, how.tables(), doors.health());
    opened.with(rounds::close);
    rounds.start();
    return new RunningHub(opened, spine, parts, server);
  }

  private static RouteWatching.Running watching(RoutesDesk desk, HubStart how, Opened opened)
      throws IOException {
    RouteSettings settings = how.routes();
    RouteWatching.Running watch = settings.watching().start(desk, settings.feeds(), how.clock());
    opened.with(watch::close);
    return watch;
  }

  private static DoorsConfig doorsConfig(HubStart how) {
    DoorsConfig config = DoorsConfig.webhooksOnly(how.clock());
    config = how.folder().map(config::withFolder).orElse(config);
    return how.mail().map(config::withMail).orElse(config);
  }

  /** Where its pages are. */
  public String address() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  public int port() {
    return server.port();
  }

  /** Where programs come with certificates; -1 when there is no such port. */
  public int machinesPort() {
    return server.machinesPort();
  }

  /** For the demo, which brings reports in by itself. */
  public Intake intake() {
    return spine.intake();
  }

  /** For the demo, in which an organisation tells something by itself. */
  public DemoOrganisation organisation(DemoClock clock) {
    PortalParts portal = parts.portal();
    return new DemoOrganisation(
        new DemoOrganisation.Means(
            portal.portal(),
            portal.incidents(),
            portal.told(),
            portal.consents(),
            spine.recalls(),
            parts.viewers(),
            new WayOut(parts.deliveries(), parts.writers()),
            clock));
  }

  /** The routes desk, to be told what happened to routes. */
  public RoutesDesk routes() {
    return parts.routes().desk();
  }

  /** How the feeds of routes are doing. */
  public FeedStates feeds() {
    return parts.routes().feeds();
  }

  /** The circle that stands now. */
  public Circle circle() {
    return spine.roster().circle();
  }

  /** The grounds that it goes by, to record others in. */
  public GroundBook grounds() {
    return spine.grounds();
  }

  /** Its database: for whoever has to bring it into a state that time alone would. */
  public DataSource dataSource() {
    return spine.dataSource();
  }

  /**
   * Takes a circle that was laid into the database beside it, at once and not at the next round.
   */
  public void lookForCircle() {
    spine.lookForCircle();
  }

  /** Waits until every report acknowledged so far is read; false when it takes longer. */
  public boolean awaitCaughtUp(Duration most) throws InterruptedException {
    return spine.awaitCaughtUp(most);
  }

  @Override
  public void close() {
    opened.close();
  }

  private static HubConfig config(HubStart how) throws IOException {
    Path work = Files.createDirectories(how.data().resolve("work"));
    return new HubConfig(
        how.host(),
        how.port(),
        how.demo(),
        how.secure(),
        how.home(),
        work,
        how.entrances(),
        how.zone());
  }
}
