package tenbin.hub.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.tell.Herald;
import tenbin.hub.wiring.HubParts;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.MemberId;
import tenbin.spine.Spine;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.mail.MailRules;
import tenbin.spine.deliver.mail.NoticeMailer;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.HubMail;
import tenbin.web.exit.Viewers;

/**
 * Tells members of route incidents: works out what there is to tell, wakes the channels for those
 * who ordered it, and mails it to those who want mail.
 */
public final class RouteNotices {
  private static final Logger LOG = LoggerFactory.getLogger(RouteNotices.class);
  private static final String NAME = "route-notices";

  /** A leak is told within a minute of its first route; a look reads one index. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final int AT_ONCE = 100;

  /** Who answers for routes, first of all; a desk that is reachable goes before nobody. */
  private static final List<ContactRole> ROLES =
      List.of(ContactRole.ROUTING, ContactRole.NOC, ContactRole.SOC, ContactRole.ABUSE);

  private final Spine spine;
  private final RoutesDesk desk;
  private final Herald herald;
  private final Doors doors;
  private final Viewers viewers;
  private final Optional<HubMail> mail;
  private final Clock clock;

  private RouteNotices(
      Spine spine,
      RoutesDesk desk,
      Doors doors,
      Viewers viewers,
      Optional<HubMail> mail,
      Clock clock) {
    this.spine = spine;
    this.desk = desk;
    this.herald = new Herald(desk.incidents(), desk.told(), desk.sight());
    this.doors = doors;
    this.viewers = viewers;
    this.mail = mail;
    this.clock = clock;
  }

  /** Those of a hub whose members are looked at by these plans. */
  public static RouteNotices in(
      Spine spine,
      RoutesDesk desk,
      Doors doors,
      Viewers viewers,
      Optional<HubMail> mail,
      Clock clock) {
    return new RouteNotices(spine, desk, doors, viewers, mail, clock);
  }

  /** The round of a hub. */
  static Round of(Spine spine, RoutesDesk desk, Doors doors, Optional<HubMail> mail, Clock clock) {
    RouteNotices notices = in(spine, desk, doors, HubParts.viewers(spine, clock), mail, clock);
    return new Round(NAME, Round.Rhythm.every(PAUSE), notices::turn, doors.health());
  }

  private Plan plan(MemberId member, Outlet outlet) {
    return viewers.plan(member, Purpose.NOTIFY_ROUTE_ANOMALY, outlet);
  }

  /** Works out what there is to tell, and mails what is to be mailed. */
  public void turn() throws NotSent {
    if (herald.turn(clock.instant(), member -> plan(member, Outlet.MAIL)) > 0) {
      doors.wake();
    }
    if (mail.isPresent()) {
      NoticeMailer mailer = mailer(mail.get());
      for (ToldBook.Line each : desk.told().unmailed(AT_ONCE)) {
        send(each, mail.get(), mailer);
      }
    }
  }

  private NoticeMailer mailer(HubMail line) {
    String name = spine.roster().circle().name();
    MailRules rules = MailRules.of(line.address(), name, line.page(), line.zone());
    return new NoticeMailer(line.out(), rules, doors.answerTokens(), spine.deliveries(), clock);
  }

  /** What may not go any more, or has nowhere to go, waits no longer: the page has it. */
  private void send(ToldBook.Line line, HubMail how, NoticeMailer mailer) throws NotSent {
    Optional<Disclosure> shown = desk.sight().notice(plan(line.member(), Outlet.MAIL), line);
    Optional<String> address = addressOf(line.member(), spine.roster().circle());
    if (shown.isPresent() && address.isPresent()) {
      RouteMail text = new RouteMail(shown.get(), how);
      try {
        mailer.send(shown.get(), text.notice(spine.roster().circle().name()), address.get());
      } catch (NotSent notSent) {
        if (notSent.kind() == NotSent.Kind.LATER) {
          throw notSent;
        }
        LOG.warn("a route notice to {} was refused: {}", line.member(), notSent.words());
      }
    }
    desk.told().mailed(line);
  }

  static Optional<String> addressOf(MemberId member, Circle circle) {
    return circle.member(member).stream()
        .flatMap(each -> each.contacts().stream())
        .filter(each -> !each.mail().isEmpty() && ROLES.contains(each.role()))
        .min(Comparator.comparingInt(each -> ROLES.indexOf(each.role())))
        .map(Contact::mail);
  }
}
