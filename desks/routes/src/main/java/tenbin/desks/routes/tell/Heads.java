package tenbin.desks.routes.tell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.book.Share;
import tenbin.desks.routes.book.Sighted;
import tenbin.desks.routes.book.Slice;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;

/** What members are told of whole incidents: in a list, on a page, by a notice. */
final class Heads {
  private final IncidentBook book;
  private final Readers readers;
  private final Asking asking;
  private final Rows rows;
  private final Seer seer;

  Heads(IncidentBook book, Readers readers, Asking asking, Rows rows) {
    this.book = book;
    this.readers = readers;
    this.asking = asking;
    this.rows = rows;
    this.seer = new Seer(book, readers, asking);
  }

  /** What a list shows. */
  Optional<Told> brief(Plan plan, Glimpse glimpse, Scope scope) {
    return seer.seeing(plan, glimpse, scope)
        .flatMap(seeing -> {
          RouteFacts facts = RouteFacts.brief(glimpse.incident(), seeing);
          return told(plan, glimpse.incident(), seeing, facts.list(), List.of());
        });
  }

  /** What a notice says: what a list shows, some of the recipient's own prefixes, where it is. */
  Optional<Disclosure> notice(Plan plan, Glimpse glimpse, Scope scope, ToldBook.Line line) {
    return seer.seeing(plan, glimpse, scope)
        .flatMap(seeing -> {
          RouteFacts facts = RouteFacts.brief(glimpse.incident(), seeing);
          String page = plan.idOf(Asking.INCIDENT, line.incident().toString()).toString();
          facts.notice(line.what(), page, own(plan, line));
          Owner first = new TreeSet<>(seeing.owners()).first();
          String id = line.incident() + "/" + line.number();
          Reader.Event event = Reader.Event.over(line.what() == Notice.What.ENDED);
          Asking.What what = new Asking.What(Asking.NOTICE, id, event);
          return asking.decide(plan, what, first, seeing.reader(), facts.list());
        });
  }

  /** Some of its own prefixes, each as the balance lets it go. */
  private List<String> own(Plan plan, ToldBook.Line line) {
    Optional<MemberId> recipient = Optional.of(plan.request().recipient());
    List<Sighted> some =
        book.prefixes(Slice.first(line.incident(), recipient, RouteFacts.SOME_OWN));
    Reader reader = readers.reader(plan, Scope.OWN);
    Rows.Owners owners = rows.owners(plan, line.incident(), reader);
    return rows.prefixes(plan, line.incident(), reader, owners, some).stream()
        .map(each -> each.fact(RouteFacts.PREFIX))
        .toList();
  }

  /** All that is told. */
  Optional<Told> whole(Plan plan, Glimpse glimpse, Scope scope) {
    return seer.seeing(plan, glimpse, scope)
        .flatMap(seeing -> whole(plan, glimpse.incident(), seeing));
  }

  private Optional<Told> whole(Plan plan, Incident incident, Seeing seeing) {
    List<PathSeen> kept = book.steps(incident.id()).kept();
    List<PathSeen> steps = steps(incident, seeing, kept);
    RouteFacts facts = RouteFacts.brief(incident, seeing);
    if (seeing.scope() != Scope.WITNESS) {
      PathRest rest = new PathRest(incident.cause().by(), steps);
      Betrayal betrayal = new Betrayal(kept, incident.cause().by());
      facts.evidence(betrayal.without(seeing.reasons())).rest(rest.moments(steps));
    }
    if (seeing.scope() == Scope.GROUP) {
      Share share = new Share(incident.id(), Optional.empty(), seeing.owners(), seeing.whole());
      facts.impact(book.impact(share)).growth(book.growth(share));
    }
    return told(plan, incident, seeing, facts.list(), steps);
  }

  /** Of those who let it go; of a member's own prefixes where only those are told. */
  private List<PathSeen> steps(Incident incident, Seeing seeing, List<PathSeen> kept) {
    List<PathSeen> all =
        kept.stream()
            .filter(each -> seeing.owners().contains(Owner.of(each.from().feed())))
            .toList();
    if (seeing.member().isEmpty()) {
      return all;
    }
    Set<Prefix> own = new HashSet<>();
    book.prefixes(Slice.first(incident.id(), seeing.member(), Slice.MOST))
        .forEach(each -> own.add(each.affected().prefix()));
    return all.stream().filter(each -> own.contains(each.prefix())).toList();
  }

  /**
   * One part stands for all holders: their number is nobody's to know, and a receipt counts parts.
   * Others come with it only where they tell something of their holder's own.
   */
  private Optional<Told> told(
      Plan plan, Incident incident, Seeing seeing, List<Item.Fact> shared, List<PathSeen> steps) {
    List<Disclosure> parts = new ArrayList<>();
    Reader.Event event = Reader.Event.over(seeing.life().end().isPresent());
    Asking.What what = new Asking.What(Asking.INCIDENT, incident.id().toString(), event);
    for (Owner owner : new TreeSet<>(seeing.owners())) {
      List<Item.Fact> facts = new ArrayList<>(shared);
      owner.member().ifPresent(member -> facts.addAll(own(member, owner, steps)));
      asking
          .decide(plan, what, owner, seeing.reader(), facts)
          .filter(each -> parts.isEmpty() || tellsItsHolder(each))
          .ifPresent(parts::add);
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Told(incident.id(), seeing.scope(), parts));
  }

  private static boolean tellsItsHolder(Disclosure part) {
    return !part.fact(RouteFacts.START).isEmpty() || !part.fact(RouteFacts.REPORTER).isEmpty();
  }

  private static List<Item.Fact> own(MemberId member, Owner owner, List<PathSeen> steps) {
    List<PathSeen> its =
        steps.stream().filter(each -> Owner.of(each.from().feed()).equals(owner)).toList();
    return its.isEmpty() ? List.of() : new RouteFacts().own(member, its).list();
  }
}
