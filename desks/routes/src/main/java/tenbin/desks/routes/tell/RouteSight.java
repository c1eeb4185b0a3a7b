package tenbin.desks.routes.tell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.book.Sighted;
import tenbin.desks.routes.book.Slice;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.past.Past;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;

/**
 * Incidents as one member may know them: all of them for the circle's group for routes, else those
 * that touch its own prefixes, else those that its own routers saw. Any thread; a plan for each.
 */
public final class RouteSight {
  /** What a list goes through: the newest. */
  public static final int MOST = 1_000;

  /** Incidents that are looked through for one that somebody names: years of them. */
  private static final int MOST_KEPT = 500_000;

  private static final int OLDER = 20_000;

  /** Prefixes of one question. */
  private static final int AT_ONCE = 5_000;

  /** In an order of what the reader has. */
  private static final Comparator<Told> NEWEST =
      Comparator.comparing((Told each) -> each.fact(RouteFacts.LAST))
          .reversed()
          .thenComparing(each -> each.id().toString());

  private final IncidentBook book;
  private final Readers readers;
  private final Asking asking;
  private final Rows rows;
  private final Heads heads;

  /**
   * A sight of a book.
   *
   * @param circle as it stands at each asking
   * @param group the id of the working group for routes; "" where there is none
   */
  public RouteSight(IncidentBook book, Supplier<Circle> circle, String group) {
    this.book = book;
    this.readers = new Readers(circle, group);
    this.asking = new Asking(readers);
    this.rows = new Rows(book, asking);
    this.heads = new Heads(book, readers, asking, rows);
  }

  /** What the plan's recipient may know, each once, the newest first. */
  public List<Told> list(Plan plan) {
    List<Told> all = new ArrayList<>();
    for (Map.Entry<Glimpse, Scope> each : glimpses(plan).entrySet()) {
      heads.brief(plan, each.getKey(), each.getValue()).ifPresent(all::add);
    }
    all.sort(NEWEST);
    return all;
  }

  private Map<Glimpse, Scope> glimpses(Plan plan) {
    MemberId reader = plan.request().recipient();
    Map<UUID, Glimpse> found = new LinkedHashMap<>();
    Map<Glimpse, Scope> scopes = new LinkedHashMap<>();
    if (readers.isOfGroup(reader)) {
      book.newest(MOST).forEach(each -> scopes.put(each, Scope.GROUP));
      return scopes;
    }
    for (Glimpse each : book.touching(reader, MOST)) {
      found.put(each.incident().id(), each);
      scopes.put(each, Scope.OWN);
    }
    for (Glimpse each : book.witnessed(Owner.of(reader), MOST)) {
      if (found.putIfAbsent(each.incident().id(), each) == null) {
        scopes.put(each, Scope.WITNESS);
      }
    }
    return scopes;
  }

  /**
   * One of them, with all that is told of it, by the id that the recipient knows: also one that is
   * too old for a list. All are looked at, whomever they concern.
   */
  public Optional<Told> one(Plan plan, UUID id) {
    List<UUID> some = book.ids(0, MOST);
    for (int skip = 0; !some.isEmpty() && skip < MOST_KEPT; some = book.ids(skip, OLDER)) {
      for (UUID each : some) {
        if (plan.idOf(Asking.INCIDENT, each.toString()).equals(id)) {
          return whole(plan, each);
        }
      }
      skip += some.size();
    }
    return Optional.empty();
  }

  private Optional<Told> whole(Plan plan, UUID id) {
    Optional<Scope> scope = book.incident(id).flatMap(each -> readers.scope(plan, each));
    if (scope.isPresent()) {
      Scope as = scope.get();
      return book.glimpse(id, Seer.memberOf(plan, as)).flatMap(each -> heads.whole(plan, each, as));
    }
    return book.witnessed(id, Owner.of(plan.request().recipient()))
        .flatMap(each -> heads.whole(plan, each, Scope.WITNESS));
  }

  /** The same for routes of the past, incident or none. */
  public PastSight past(Past past, DeclarationBook declarations) {
    return new PastSight(past, readers, declarations);
  }

  /** The members of the circle's group for routes. */
  List<MemberId> group() {
    return readers.group();
  }

  /** Something to tell the plan's recipient, as far as it may be told now. */
  public Optional<Disclosure> notice(Plan plan, ToldBook.Line line) {
    Optional<Scope> scope =
        book.incident(line.incident()).flatMap(each -> readers.scope(plan, each));
    return scope.flatMap(as ->
        book.glimpse(line.incident(), Seer.memberOf(plan, as))
            .flatMap(each -> heads.notice(plan, each, as, line)));
  }

  /** One of them by its id inside the hub, for whoever tells people. */
  public Optional<Told> inner(Plan plan, UUID id) {
    Optional<Scope> scope = book.incident(id).flatMap(each -> readers.scope(plan, each));
    return scope.flatMap(as ->
        book.glimpse(id, Seer.memberOf(plan, as)).flatMap(each -> heads.brief(plan, each, as)));
  }

  /**
   * Prefixes of an incident that the recipient may know, in their order.
   *
   * @param after behind which; empty from the first on
   */
  public List<Disclosure> prefixes(Plan plan, Told told, Optional<Prefix> after, int most) {
    Slice all = Slice.first(told.inner(), Seer.memberOf(plan, told.scope()), atOnce(most));
    return gather(plan, told, after.map(all::behind).orElse(all), most);
  }

  /** The first of those that are the recipient's own member's. */
  public List<Disclosure> own(Plan plan, Told told, int most) {
    Optional<MemberId> reader = Optional.of(plan.request().recipient());
    return gather(plan, told, Slice.first(told.inner(), reader, atOnce(most)), most);
  }

  private static int atOnce(int most) {
    return Math.clamp(most, 1, AT_ONCE);
  }

  /** Who sees few of many does not look through many for a few. */
  private static Slice visible(Plan plan, Told told, Slice slice) {
    return told.scope() == Scope.WITNESS
        ? slice.seenBy(Owner.of(plan.request().recipient()))
        : slice;
  }

  private List<Disclosure> gather(Plan plan, Told told, Slice slice, int most) {
    Slice first = visible(plan, told, slice);
    Reader reader = readers.reader(plan, told.scope());
    Rows.Owners owners = rows.owners(plan, told.inner(), reader);
    List<Disclosure> found = new ArrayList<>();
    List<Sighted> page = book.prefixes(first);
    while (!page.isEmpty() && found.size() < most) {
      rows.prefixes(plan, told.inner(), reader, owners, page).stream()
          .limit(most - found.size())
          .forEach(found::add);
      page =
          page.size() < first.most() || found.size() >= most
              ? List.of()
              : book.prefixes(first.behind(page.getLast().affected().prefix()));
    }
    return found;
  }

  /** What maintainers outside the circle are told. */
  public MaintainerSight maintainers() {
    return new MaintainerSight(book, asking, rows);
  }
}
