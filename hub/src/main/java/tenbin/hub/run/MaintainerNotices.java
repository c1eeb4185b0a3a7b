package tenbin.hub.run;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.balance.Balance;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Request;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.tell.MaintainerHerald;
import tenbin.desks.routes.tell.MaintainerImpact;
import tenbin.desks.routes.tell.MaintainerSight;
import tenbin.hub.routes.Maintainers;
import tenbin.hub.wiring.HubParts;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.Spine;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle;
import tenbin.spine.deliver.mail.Beside;
import tenbin.spine.deliver.mail.MailRules;
import tenbin.spine.deliver.mail.NoticeMailer;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.HubMail;
import tenbin.web.exit.Viewers;

/**
 * Tells maintainers outside the circle of incidents of their own prefixes: those who ask for it by
 * their registry object as it is now, and did not stop it. In a dry run it is only worked out.
 */
final class MaintainerNotices {
  /** So many mails in an hour; what is more comes together in the next one. */
  static final int MOST_AN_HOUR = 6;

  private static final Logger LOG = LoggerFactory.getLogger(MaintainerNotices.class);
  private static final String NAME = "maintainer-notices";
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int AT_ONCE = 1_000;

  /** Incidents of one mail. */
  private static final int MOST_FOLDED = 20;

  /** Of one object. */
  private static final int MOST_ADDRESSES = 5;

  private final Spine spine;
  private final Maintainers maintainers;
  private final MaintainerHerald herald;
  private final MaintainerSight sight;
  private final MaintainerGrounds grounds;
  private final Doors doors;
  private final Viewers viewers;
  private final Optional<HubMail> mail;
  private final Clock clock;

  /** When each was mailed, within the hour. */
  private final Map<MemberId, Deque<Instant>> mailed = new HashMap<>();

  private MaintainerNotices(
      Spine spine,
      RoutesDesk desk,
      Maintainers maintainers,
      Doors doors,
      Optional<HubMail> mail,
      Clock clock) {
    this.spine = spine;
    this.maintainers = maintainers;
    this.herald = new MaintainerHerald(desk.incidents(), maintainers.told(), desk.sight());
    this.sight = desk.sight().maintainers();
    this.grounds =
        new MaintainerGrounds(
            spine.grounds(), () -> spine.roster().circle().secretariat().map(Member::id), clock);
    this.doors = doors;
    this.viewers = HubParts.viewers(spine, clock);
    this.mail = mail;
    this.clock = clock;
  }

  /** The round of a hub; one that tells nobody outside has nothing to do. */
  static Round of(
      Spine spine,
      RoutesDesk desk,
      Maintainers maintainers,
      Doors doors,
      Optional<HubMail> mail,
      Clock clock) {
    MaintainerNotices notices = new MaintainerNotices(spine, desk, maintainers, doors, mail, clock);
    return new Round(NAME, Round.Rhythm.every(PAUSE), notices::turn, doors.health());
  }

  /** Who is told by a hub that starts: in a dry run nothing of it is kept. */
  static Maintainers maintainers(
      RoutesDesk desk,
      RouteSettings settings,
      RouteWatching.Running watch,
      Doors doors,
      Optional<HubMail> mail) {
    Listening listening = settings.maintainers().orDry(mail);
    boolean on = listening.mode() == Listening.Mode.ON;
    return new Maintainers(
        listening,
        watch::optIns,
        on ? desk.told() : ToldBook.inMemory(),
        mail.map(each -> doors.answerTokens()));
  }

  private Plan plan(MemberId party) {
    return viewers.plan(party, Purpose.NOTIFY_ROUTE_ANOMALY, Outlet.MAIL);
  }

  private void turn() throws NotSent {
    Listening.Mode mode = maintainers.listening().mode();
    if (mode == Listening.Mode.OFF) {
      return;
    }
    OptIns now = maintainers.optIns().get();
    if (mode == Listening.Mode.DRY) {
      herald.turn(clock.instant(), now, tried(now));
      return;
    }
    grounds.record(now);
    herald.turn(clock.instant(), now, this::plan);
    Turn turn = new Turn(now, mail.orElseThrow());
    for (Map.Entry<MemberId, List<ToldBook.Line>> each : waiting().entrySet()) {
      turn.tell(each.getKey(), each.getValue());
    }
  }

  /** As it would be decided if the wishes were on record; made when somebody is asked about. */
  private Function<MemberId, Plan> tried(OptIns now) {
    Supplier<Balance> balance =
        new Supplier<>() {
          private @Nullable Balance made;

          @Override
          public Balance get() {
            Balance its = made == null ? new Balance(grounds.tried(now)) : made;
            made = its;
            return its;
          }
        };
    return party ->
        balance
            .get()
            .plan(
                new Request(party, Purpose.NOTIFY_ROUTE_ANOMALY, Outlet.MAIL, clock.instant()),
                spine.keyOf(party));
  }

  private Map<MemberId, List<ToldBook.Line>> waiting() {
    Map<MemberId, List<ToldBook.Line>> all = new LinkedHashMap<>();
    for (ToldBook.Line each : maintainers.told().waiting(AT_ONCE)) {
      all.computeIfAbsent(each.member(), party -> new ArrayList<>()).add(each);
    }
    return all;
  }

  /** How many mails a maintainer may have now. */
  private int room(MemberId party) {
    Instant least = clock.instant().minus(HOUR);
    mailed.values().forEach(each -> each.removeIf(at -> !at.isAfter(least)));
    mailed.values().removeIf(Deque::isEmpty);
    return MOST_AN_HOUR - mailed.getOrDefault(party, new ArrayDeque<>()).size();
  }

  /** One turn: each incident is counted once for all whom it touches. */
  private final class Turn {
    private final OptIns optIns;
    private final HubMail how;
    private final NoticeMailer mailer;
    private final Map<UUID, Map<MemberId, MaintainerImpact>> impacts = new HashMap<>();

    Turn(OptIns optIns, HubMail how) {
      this.optIns = optIns;
      this.how = how;
      String name = spine.roster().circle().name();
      MailRules rules = MailRules.of(how.address(), name, how.page(), how.zone());
      this.mailer =
          new NoticeMailer(how.out(), rules, doors.answerTokens(), spine.deliveries(), clock);
    }

    /** What is more than may go by itself goes together, of each incident the last word. */
    void tell(MemberId party, List<ToldBook.Line> lines) throws NotSent {
      Optional<Maintainer> maintainer = optIns.find(party);
      if (maintainer.isEmpty() || maintainers.told().stopped(party)) {
        lines.forEach(maintainers.told()::mailed);
        return;
      }
      int room = room(party);
      if (room > 0 && lines.size() <= room) {
        for (ToldBook.Line each : lines) {
          mail(maintainer.get(), List.of(each), List.of(each));
        }
      } else if (room > 0) {
        Map<UUID, ToldBook.Line> last = new LinkedHashMap<>();
        lines.forEach(each -> last.put(each.incident(), each));
        List<ToldBook.Line> some = last.values().stream().limit(MOST_FOLDED).toList();
        List<UUID> incidents = some.stream().map(ToldBook.Line::incident).toList();
        List<ToldBook.Line> done =
            lines.stream().filter(each -> incidents.contains(each.incident())).toList();
        mail(maintainer.get(), some, done);
      }
    }

    private void mail(Maintainer to, List<ToldBook.Line> lines, List<ToldBook.Line> done)
        throws NotSent {
      List<MaintainerMail.Part> parts = new ArrayList<>();
      lines.forEach(each -> part(each).ifPresent(parts::add));
      if (!parts.isEmpty()) {
        MemberId party = done.getFirst().member();
        MaintainerMail text = new MaintainerMail(to, optIns.asOf(), parts, how, stop(party));
        send(to, text);
        mailed.computeIfAbsent(party, each -> new ArrayDeque<>()).add(clock.instant());
      }
      done.forEach(maintainers.told()::mailed);
    }

    /** Decided anew at each attempt; nothing where nobody lets it go any more. */
    private Optional<MaintainerMail.Part> part(ToldBook.Line line) {
      MaintainerImpact impact =
          impacts
              .computeIfAbsent(
                  line.incident(), id -> sight.impacts(id, optIns, MaintainerNotices.this::plan))
              .get(line.member());
      if (impact == null) {
        return Optional.empty();
      }
      List<Disclosure> shown = sight.notice(plan(line.member()), impact, line, optIns);
      return shown.isEmpty()
          ? Optional.empty()
          : Optional.of(new MaintainerMail.Part(shown.getFirst(), shown.subList(1, shown.size())));
    }

    private java.net.URI stop(MemberId party) throws NotSent {
      try {
        return how.page().resolve("/stop/" + maintainers.stopToken(party));
      } catch (SQLException failed) {
        throw NotSent.later(Obstacle.Cause.STORE, "");
      }
    }

    /** An address that is refused for good stops none of the others. */
    private void send(Maintainer to, MaintainerMail text) throws NotSent {
      Beside beside = text.beside();
      for (String address : to.noticesTo().stream().limit(MOST_ADDRESSES).toList()) {
        try {
          mailer.send(text.shown(), text.notice(spine.roster().circle().name()), beside, address);
        } catch (NotSent notSent) {
          if (notSent.kind() == NotSent.Kind.LATER) {
            throw notSent;
          }
          LOG.warn("a notice to {} of {} was refused: {}", to.name(), to.source(), notSent.words());
        }
      }
    }
  }
}
