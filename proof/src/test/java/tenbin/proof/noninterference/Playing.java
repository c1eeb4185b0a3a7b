package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.desks.routes.RoutesDesk;
import tenbin.hub.routes.PrefixStates;
import tenbin.hub.run.CaseAnswers;
import tenbin.hub.run.NoticedDeliveries;
import tenbin.hub.run.Questions;
import tenbin.hub.run.RouteNotices;
import tenbin.hub.wiring.HubParts;
import tenbin.hub.wiring.JoiningParts;
import tenbin.hub.wiring.OutFormats;
import tenbin.hub.wiring.RouteParts;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.report.Digest;
import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.attribute.Tables;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseTerms;
import tenbin.spine.casework.Reminder;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Source;
import tenbin.spine.collect.Upload;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.correlate.Finding;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.deliver.mail.CaseMailer;
import tenbin.spine.deliver.mail.MailRules;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.deliver.webhook.WebhookRules;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.spine.doors.HubMail;
import tenbin.spine.newcomer.letter.LetterBook;
import tenbin.spine.post.About;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.web.signin.Office;
import tenbin.web.signin.Person;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Tokens;

/** A world in a real spine on a real database, played deed by deed. */
final class Playing implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  /** Of that password, with the fewest rounds there are: it is checked for every world. */
  private static final String HASH =
      new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(4).encode(PASSWORD);

  private static final Duration READING = Duration.ofMinutes(1);

  private static final PrefixStates STATES =
      (prefix, origins) ->
          new PrefixStates.PrefixState(
              PrefixStates.Standing.VALID, PrefixStates.Standing.ABSENT, prefix.length());

  private final World world;
  private final StepClock clock;
  private final Receiver receiver;
  private final Letterbox.Box box;
  private final Spine spine;
  private final Doors doors;
  private final CaseBook cases;
  private final HubParts parts;
  private final HubMail mail;
  private final PortalPlaying portal;
  private final CirclePlaying circle;
  private final RoutePlaying routes;
  private final RouteNotices notices;
  private final Map<String, String> tokens = new HashMap<>();

  Playing(
      World world,
      Path folder,
      String database,
      StepClock clock,
      Receiver receiver,
      Letterbox.Box box)
      throws IOException {
    this.world = world;
    this.clock = clock;
    this.receiver = receiver;
    this.box = box;
    clock.set(world.base());
    Files.write(Files.createDirectories(folder).resolve("secret"), new byte[32]);
    Path circle = Files.writeString(folder.resolve("circle.yaml"), world.yaml());
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve("clauses.yaml"), World.POLICY);
    Dice.tell("the key of " + world.base());
    SpineConfig config = SpineConfig.of(folder, Optional.of(circle));
    this.spine =
        Spine.open(
            config
                .withDatabase(database)
                .withPolicy(policy)
                .withClock(clock)
                .withFoldBytes(1 << 20),
            Knowledge.with(Tables.NONE));
    this.cases = CaseBook.in(spine.dataSource());
    this.mail =
        new HubMail(
            HubAddress.of("circle.example"),
            new MailServer(MailLine.plain("127.0.0.1", receiver.mailPort()), "", ""),
            Optional.of(box.imap()),
            URI.create("https://hub.pair.example/cases"),
            ZoneId.of("Asia/Tokyo"));
    DoorsConfig doorsConfig =
        new DoorsConfig(
            Optional.empty(),
            Optional.of(mail),
            WebhookRules.USUAL.withLoopback(),
            Backoff.USUAL,
            clock);
    RoutesDesk desk =
        RoutesDesk.in(spine.dataSource(), () -> spine.roster().circle(), World.ROUTES_GROUP);
    this.doors =
        Doors.of(
            spine,
            new NoticedDeliveries(spine.deliveries(), desk, HubParts.viewers(spine, clock)),
            doorsConfig,
            OutFormats.of(spine.roster().circle()),
            new CaseAnswers(cases, HubParts.viewers(spine, clock)));
    this.routes = new RoutePlaying(world, desk);
    this.parts =
        HubParts.of(
            spine,
            doors,
            cases,
            clock,
            OutFormats.of(spine.roster().circle()),
            List::of,
            JoiningParts.quiet(spine.newcomers(), LetterBook.in(spine.dataSource())),
            new RouteParts(desk, routes.feeds(), STATES));
    this.notices =
        RouteNotices.in(
            spine,
            desk,
            doors,
            Swapped.toldViewers(parts.viewers(), world.base() + " notice"),
            Optional.of(mail),
            clock);
    this.circle = new CirclePlaying(spine, parts.gather(), clock);
    this.portal =
        new PortalPlaying(
            world,
            spine,
            parts.portal(),
            clock,
            by ->
                Questions.of(
                    spine,
                    doors,
                    by,
                    Swapped.toldViewers(parts.viewers(), world.base() + " question"),
                    Optional.of(mail),
                    clock));
  }

  HubParts parts() {
    return parts;
  }

  World world() {
    return world;
  }

  StepClock clock() {
    return clock;
  }

  /** The recipient's program's token. */
  String token() {
    return tokens.getOrDefault(World.RECIPIENT, "");
  }

  /** Customers and grounds of this world. */
  PortalPlaying portal() {
    return portal;
  }

  /** Signs the heads of the ledger that are due. */
  void cutHeads() {
    spine.heads().cutDue();
  }

  /** Works out what follows from grounds that ended. */
  void recall() {
    spine.recalls().turn();
  }

  /** Waits until what came in is read. */
  void settle() throws InterruptedException {
    if (!spine.awaitCaughtUp(READING)) {
      throw new AssertionError("the hub does not get on with reading");
    }
  }

  /**
   * Lets everything happen.
   *
   * @param port of the server through which members' programs ask
   */
  void play(int port) throws IOException, InterruptedException, SQLException {
    Map<Deed, Integer> times = new HashMap<>();
    for (Deed deed : world.deeds()) {
      clock.set(deed.at());
      // Who does the same twice within a second draws another number the second time.
      Dice.tell(world.base() + " " + deed + " " + times.merge(deed, 1, Integer::sum));
      play(deed, port);
    }
    settle();
    clock.set(world.end());
    cutHeads();
  }

  private void play(Deed deed, int port) throws IOException, InterruptedException, SQLException {
    switch (deed) {
      case Deed.Sent sent -> {
        send(sent);
        settle();
      }
      case Deed.Spoiled spoiled -> spoil(spoiled);
      case Deed.Opened opened -> open(opened);
      case Deed.Answered answered when answered.way() == Deed.Way.MAIL -> mail(answered);
      case Deed.Answered answered -> answer(answered);
      case Deed.Ordered ordered -> order(ordered);
      case Deed.Minted minted -> mint(minted);
      case Deed.Entered entered -> enter(entered);
      case Deed.Pulled pulled -> pull(new MemberId(pulled.by()));
      case Deed.Knocked ignored -> {
        // Knocking is at the hub's own door: see Hub.
      }
      case Deed.Gathered gathered -> circle.gather(gathered);
      case Deed.Skilled skilled -> circle.skill(skilled);
      case Deed.Named named -> circle.name(named);
      case Deed.Filed filed -> circle.file(filed);
      case Deed.Elected elected -> circle.elect(elected);
      case Deed.Voted voted -> circle.vote(voted);
      case Deed.Invited invited -> circle.invite(invited);
      case Deed.Served ignored -> serve();
      case PortalDeed each -> portal.play(each, tokens, port);
      case RouteDeed.Subscribed each -> subscribe(each);
      case RouteDeed each -> routes.play(each);
    }
  }

  private void send(Deed.Sent sent) throws IOException {
    Optional<Tlp> marking = Tlp.tryParse(sent.marking());
    Arrival arrival =
        new Arrival(new MemberId(sent.by()), sent.name(), "", marking, Optional.empty());
    try {
      parts
          .waysIn()
          .by("api")
          .accept(arrival, new ByteArrayInputStream(sent.text().getBytes(UTF_8)));
    } catch (UploadRefused refused) {
      throw new AssertionError(sent.toString(), refused);
    }
  }

  private void spoil(Deed.Spoiled spoiled) throws IOException {
    byte[] bytes = spoiled.text().getBytes(UTF_8);
    Upload upload =
        new Upload(
            new MemberId(spoiled.by()),
            Digest.of("something else".getBytes(UTF_8)),
            bytes.length,
            "spoilt",
            "",
            Optional.empty(),
            Optional.empty());
    try {
      spine.intake().append(upload, 0, new ByteArrayInputStream(bytes));
      throw new AssertionError("taken: " + spoiled);
    } catch (UploadRefused expected) {
      if (expected.reason() != UploadRefused.Cause.WRONG_DIGEST) {
        throw new AssertionError(spoiled.toString(), expected);
      }
    }
  }

  private void open(Deed.Opened opened) {
    Finding finding =
        new Finding(
            opened.id(),
            "campaign",
            new Kind(Rsit.BRUTE_FORCE, "ssh", opened.family()),
            Set.copyOf(opened.members().stream().map(MemberId::new).toList()),
            opened.values(),
            opened.from(),
            opened.to(),
            6,
            7.5,
            "for the analyst");
    Deadline due = Deadline.at(opened.at().plusSeconds(7_200), ZoneId.of("Asia/Tokyo"));
    cases.put(finding, new CaseTerms(due, Tlp.AMBER), opened.at());
  }

  private void answer(Deed.Answered answered) {
    var plan =
        parts.viewers().plan(new MemberId(answered.by()), Purpose.INFORM_AND_DEFEND, Outlet.API);
    AnswerState state = AnswerState.tryParse(answered.state()).orElseThrow();
    cases
        .one(plan, answered.opened())
        .ifPresent(shown -> cases.answer(plan, shown.id(), state, answered.note(), answered.at()));
  }

  /** An answer by mail, to the address in a mail about that case; the hub fetches it. */
  void mail(Deed.Answered answered) throws IOException, SQLException {
    MemberId member = new MemberId(answered.by());
    String token = doors.answerTokens().mint(new About(member, About.CASE, answered.opened()));
    List<String> contacts = world.party(answered.by()).mails();
    String letter =
        String.join(
            "\r\n",
            "From: " + (contacts.isEmpty() ? "nobody@nowhere.example" : contacts.getFirst()),
            "To: " + mail.address().answer(token),
            "Subject: Re: " + answered.opened(),
            "Message-ID: <" + answered.at().getEpochSecond() + "@" + answered.by() + ".example>",
            "",
            answered.state(),
            answered.note(),
            "");
    box.put(letter);
    for (Source each : doors.sources()) {
      each.poll(parts.waysIn().by(each.name()));
    }
  }

  private void order(Deed.Ordered ordered) {
    String address =
        ordered.channel().equals("mail")
            ? ordered.to()
            : "http://127.0.0.1:" + receiver.webPort() + "/" + ordered.to();
    Subscription.Order order =
        new Subscription.Order(
            Purpose.NOTIFY_AFFECTED_CUSTOMER,
            ordered.channel(),
            address,
            ordered.format(),
            Schedule.parse(ordered.schedule()));
    try {
      doors.subscriptions().subscribe(new MemberId(ordered.by()), order);
    } catch (NotSent refused) {
      // An address that is no contact of the member's is refused: that happens too.
      return;
    }
  }

  private void subscribe(RouteDeed.Subscribed deed) {
    Subscription.Order order =
        new Subscription.Order(
            Purpose.NOTIFY_ROUTE_ANOMALY,
            "webhook",
            "http://127.0.0.1:" + receiver.webPort() + "/" + deed.to(),
            "json-lines",
            Schedule.parse("at-once"));
    try {
      doors.subscriptions().subscribe(new MemberId(deed.by()), order);
    } catch (NotSent refused) {
      throw new AssertionError(deed.toString(), refused);
    }
  }

  private void mint(Deed.Minted minted) {
    Tokens.Minted made =
        new Tokens(parts.tokens(), clock)
            .mint(
                new MemberId(minted.by()),
                minted.title(),
                EnumSet.allOf(Scope.class),
                Duration.ofDays(9));
    tokens.put(minted.by(), made.secret());
  }

  private void enter(Deed.Entered entered) {
    MemberId member = new MemberId(entered.by());
    Person person =
        new Person(
            UUID.randomUUID(),
            member,
            entered.login(),
            Office.all(),
            entered.at(),
            Optional.empty());
    parts.people().put(person, HASH);
  }

  private void pull(MemberId member) {
    Pull pull = new Pull(member, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, Optional.empty(), 3);
    Batch batch = spine.deliveries().pull(pull);
    spine
        .deliveries()
        .record(
            new Deliveries.Left(
                member,
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                Outlet.API,
                "json-lines",
                Footing.of(batch.rows()),
                Digest.of(batch.cursor().getBytes(UTF_8))));
  }

  /** One turn of the outbox, and the reminders that are due. */
  void serve() throws SQLException, InterruptedException {
    notice();
    // To whom the last notice went is nothing by which others draw.
    Dice.tell(world.base() + " outbox " + clock.instant());
    doors.outbox().turn();
    MailRules rules = MailRules.of(mail.address(), "Pair Circle", mail.page(), mail.zone());
    CaseMailer mailer =
        new CaseMailer(mail.out(), rules, doors.answerTokens(), spine.deliveries(), clock);
    for (Reminder each : cases.due(clock.instant())) {
      Dice.tell(world.base() + " reminder " + each);
      remind(mailer, each);
    }
  }

  private void notice() {
    try {
      notices.turn();
    } catch (NotSent failed) {
      throw new AssertionError("a notice was not mailed", failed);
    }
  }

  private void remind(CaseMailer mailer, Reminder reminder) {
    var plan = parts.viewers().plan(reminder.member(), Purpose.INFORM_AND_DEFEND, Outlet.MAIL);
    Optional<Disclosure> shown = cases.one(plan, reminder.caseId());
    List<String> mails = world.party(reminder.member().text()).mails();
    if (shown.isEmpty() || mails.isEmpty()) {
      return;
    }
    try {
      mailer.send(reminder, shown.get(), mails.getFirst());
    } catch (NotSent failed) {
      throw new AssertionError(reminder.toString(), failed);
    }
    cases.reminded(reminder, clock.instant());
  }

  @Override
  public void close() {
    doors.close();
    spine.close();
    box.close();
  }
}
