package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.Extent;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.book.Share;
import tenbin.desks.routes.book.Sighted;
import tenbin.desks.routes.book.Slice;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;

/**
 * Puts incidents and prefixes on the balance. First it is asked whose knowledge may go to the
 * recipient at all, by an item without values; then everything is worked out of that alone.
 */
final class Weighed {
  static final String INCIDENT = "route-incident";
  private static final String ONE_PREFIX = "route-prefix";
  private static final String NOTICE = "route-notice";

  /** Conditions of grounds may ask as what somebody sees it, and whether it is over. */
  private static final String AS = "route-as";

  private static final String EVENT = "event";

  private final IncidentBook book;
  private final Readers readers;

  Weighed(IncidentBook book, Readers readers) {
    this.book = book;
    this.readers = readers;
  }

  /** Whose prefixes alone are told. */
  static Optional<MemberId> memberOf(Plan plan, Scope scope) {
    return scope == Scope.OWN ? Optional.of(plan.request().recipient()) : Optional.empty();
  }

  /** What a list shows. */
  Optional<Told> brief(Plan plan, Glimpse glimpse, Scope scope) {
    return seeing(plan, glimpse, scope)
        .flatMap(seeing -> {
          RouteFacts facts = RouteFacts.brief(glimpse.incident(), seeing);
          return told(plan, glimpse.incident(), seeing, facts.list(), List.of());
        });
  }

  /** What a notice says: what a list shows, some of the recipient's own prefixes, where it is. */
  Optional<Disclosure> notice(Plan plan, Glimpse glimpse, Scope scope, ToldBook.Line line) {
    return seeing(plan, glimpse, scope)
        .flatMap(seeing -> {
          RouteFacts facts = RouteFacts.brief(glimpse.incident(), seeing);
          String page = plan.idOf(INCIDENT, line.incident().toString()).toString();
          facts.notice(line.what(), page, own(plan, line));
          PartyId holder = readers.holder(new TreeSet<>(seeing.owners()).first()).orElseThrow();
          String event = line.what() == Notice.What.ENDED ? "end" : "start";
          String id = line.incident() + "/" + line.number();
          return decide(
              plan, item(NOTICE, id, holder, scope, seeing.audience(), facts.list(), event));
        });
  }

  /** Some of its own prefixes, each as the balance lets it go. */
  private List<String> own(Plan plan, ToldBook.Line line) {
    List<Sighted> some =
        book.prefixes(
            Slice.first(
                line.incident(), Optional.of(plan.request().recipient()), RouteFacts.SOME_OWN));
    Told as = new Told(line.incident(), Scope.OWN, List.of());
    return prefixes(plan, as, owners(plan, as), some).stream()
        .map(each -> each.fact(RouteFacts.PREFIX))
        .toList();
  }

  /** All that is told. */
  Optional<Told> whole(Plan plan, Glimpse glimpse, Scope scope) {
    return seeing(plan, glimpse, scope).flatMap(seeing -> whole(plan, glimpse.incident(), seeing));
  }

  private Optional<Told> whole(Plan plan, Incident incident, Seeing seeing) {
    List<PathSeen> steps = steps(incident, seeing);
    RouteFacts facts = RouteFacts.brief(incident, seeing);
    if (seeing.scope() != Scope.WITNESS) {
      PathRest rest = new PathRest(incident.cause().by(), steps);
      Betrayal betrayal = new Betrayal(book.steps(incident.id()).kept(), incident.cause().by());
      facts.evidence(betrayal.without(seeing.reasons())).rest(rest.moments(steps));
    }
    if (seeing.scope() == Scope.GROUP) {
      Share share = new Share(incident.id(), Optional.empty(), seeing.owners(), seeing.whole());
      facts.impact(book.impact(share)).growth(book.growth(share));
    }
    return told(plan, incident, seeing, facts.list(), steps);
  }

  /** Of those who let it go; of a member's own prefixes where only those are told. */
  private List<PathSeen> steps(Incident incident, Seeing seeing) {
    List<PathSeen> all =
        book.steps(incident.id()).kept().stream()
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

  private Optional<Seeing> seeing(Plan plan, Glimpse glimpse, Scope scope) {
    Set<Owner> open = open(plan, glimpse.owners(), scope);
    boolean whole = open.containsAll(glimpse.owners()) && scope != Scope.WITNESS;
    Share share = new Share(glimpse.incident().id(), memberOf(plan, scope), open, whole);
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(extent(glimpse, share, scope))
            .filter(each -> each.prefixes() > 0)
            .map(each -> seeing(plan, glimpse, scope, share, each));
  }

  private Seeing seeing(Plan plan, Glimpse glimpse, Scope scope, Share share, Extent extent) {
    Incident incident = glimpse.incident();
    Instant since = extent.begin().orElse(incident.begin());
    Set<Owner> owners = extent.owners().isEmpty() ? share.owners() : extent.owners();
    return new Seeing(
        scope,
        readers.audience(plan, scope),
        owners,
        share.unknown(),
        share.member(),
        extent.sample(),
        since,
        Life.of(incident, extent, since),
        extent.prefixes(),
        extent.now(),
        scope == Scope.GROUP ? own(plan, incident, share) : 0,
        routers(glimpse, owners, share.unknown()),
        Reasons.of(incident, extent.prefixes(), id -> plan.idOf(INCIDENT, id).toString()));
  }

  /** Those who let the recipient have what their feeds saw; of a witness itself alone. */
  private Set<Owner> open(Plan plan, Set<Owner> all, Scope scope) {
    Set<Owner> open = new TreeSet<>();
    for (Owner each : all) {
      boolean only = scope != Scope.WITNESS || isReader(plan, each);
      if (only && mayGo(plan, each, scope)) {
        open.add(each);
      }
    }
    return open;
  }

  private static boolean isReader(Plan plan, Owner owner) {
    return owner.member().equals(Optional.of(plan.request().recipient()));
  }

  /** While all of it goes on and all of it may be told, its head says it without a count. */
  private Extent extent(Glimpse glimpse, Share share, Scope scope) {
    Incident incident = glimpse.incident();
    return scope == Scope.GROUP && share.unknown() && !incident.state().isOver()
        ? new Extent(
            incident.prefixes(),
            incident.now(),
            Optional.of(incident.begin()),
            Optional.empty(),
            glimpse.sample(),
            share.owners())
        : book.extent(share);
  }

  /** How many are the reader's own, where it sees others' too. */
  private int own(Plan plan, Incident incident, Share share) {
    MemberId reader = plan.request().recipient();
    boolean touched = incident.impact().stream().anyMatch(each -> each.member().equals(reader));
    return touched ? book.extent(share.of(reader)).prefixes() : 0;
  }

  /** Where nobody wrote down who saw it, the watch's own count. */
  private static int routers(Glimpse glimpse, Set<Owner> owners, boolean whole) {
    int all =
        glimpse.witnesses().entrySet().stream()
            .filter(each -> owners.contains(each.getKey()))
            .mapToInt(each -> each.getValue().routers())
            .sum();
    return whole && all == 0 ? glimpse.incident().vantages() : all;
  }

  /** Whether the recipient may have what an owner's feeds saw: asked without a value. */
  private boolean mayGo(Plan plan, Owner owner, Scope scope) {
    List<Item.Fact> bare = RouteFacts.bare();
    return readers
        .holder(owner)
        .flatMap(holder ->
            decide(
                plan, item(INCIDENT, "", holder, scope, readers.audience(plan, scope), bare, "")))
        .isPresent();
  }

  /**
   * One part stands for all holders: their number is nobody's to know, and a receipt counts parts.
   * Others come with it only where they tell something of their holder's own.
   */
  private Optional<Told> told(
      Plan plan, Incident incident, Seeing seeing, List<Item.Fact> shared, List<PathSeen> steps) {
    List<Disclosure> parts = new ArrayList<>();
    for (Owner owner : new TreeSet<>(seeing.owners())) {
      List<Item.Fact> facts = new ArrayList<>(shared);
      owner.member().ifPresent(member -> facts.addAll(own(member, owner, steps)));
      PartyId holder = readers.holder(owner).orElseThrow();
      String event = seeing.life().end().isPresent() ? "end" : "start";
      String id = incident.id().toString();
      decide(plan, item(INCIDENT, id, holder, seeing.scope(), seeing.audience(), facts, event))
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

  /**
   * Who saw an incident, and who of them let the recipient have it.
   *
   * @param all everybody
   * @param open who let it go
   */
  record Owners(Set<Owner> all, Set<Owner> open) {}

  /** Asked once for all prefixes of an incident. */
  Owners owners(Plan plan, Told told) {
    Set<Owner> all =
        book.glimpse(told.inner(), Optional.empty()).map(Glimpse::owners).orElse(Set.of());
    return new Owners(all, open(plan, all, told.scope()));
  }

  /** Each prefix by the first of its owners that let it go. */
  List<Disclosure> prefixes(Plan plan, Told told, Owners owners, List<Sighted> page) {
    List<Disclosure> found = new ArrayList<>();
    for (Sighted each : page) {
      Set<Owner> mine = new TreeSet<>(owners.open);
      // Where nobody wrote down who saw it, everybody must have let it go.
      boolean unknown = each.owners().isEmpty();
      if (!unknown) {
        mine.retainAll(each.owners().keySet());
      }
      if (!mine.isEmpty() && (!unknown || mine.containsAll(owners.all))) {
        prefix(plan, told, each, mine).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Disclosure> prefix(Plan plan, Told told, Sighted each, Set<Owner> mine) {
    Affected affected = each.affected();
    Instant first =
        mine.stream()
            .map(owner -> each.owners().getOrDefault(owner, affected.begin()))
            .min(Instant::compareTo)
            .orElse(affected.begin());
    RouteFacts facts = RouteFacts.of(affected, first);
    PartyId holder = readers.holder(mine.iterator().next()).orElseThrow();
    String event = affected.end().isPresent() ? "end" : "start";
    return decide(
        plan,
        item(
            ONE_PREFIX,
            told.inner() + "/" + affected.prefix(),
            holder,
            told.scope(),
            readers.audience(plan, told.scope()),
            facts.list(),
            event));
  }

  private Item.Told item(
      String kind,
      String id,
      PartyId holder,
      Scope scope,
      List<MemberId> audience,
      List<Item.Fact> facts,
      String event) {
    Map<String, String> traits =
        event.isEmpty() ? Map.of(AS, scope.word()) : Map.of(AS, scope.word(), EVENT, event);
    return new Item.Told(
        kind,
        id,
        holder,
        new Item.About(Optional.empty(), traits),
        readers.marking(),
        audience,
        facts);
  }

  private static Optional<Disclosure> decide(Plan plan, Item.Told told) {
    return plan.decide(told) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }
}
