package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.Extent;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.book.Share;
import tenbin.desks.routes.incident.Incident;
import tenbin.nouns.member.MemberId;

/**
 * Works out what of an incident stands behind what a member is told: of the prefixes alone that
 * those saw who let it go, of a member its own.
 */
final class Seer {
  private final IncidentBook book;
  private final Readers readers;
  private final Asking asking;

  Seer(IncidentBook book, Readers readers, Asking asking) {
    this.book = book;
    this.readers = readers;
    this.asking = asking;
  }

  /** Whose prefixes alone are told. */
  static Optional<MemberId> memberOf(Plan plan, Scope scope) {
    return scope == Scope.OWN ? Optional.of(plan.request().recipient()) : Optional.empty();
  }

  /** Nothing where nobody who saw it lets it go. */
  Optional<Seeing> seeing(Plan plan, Glimpse glimpse, Scope scope) {
    Reader reader = readers.reader(plan, scope);
    Set<Owner> open = asking.open(plan, glimpse.owners(), reader);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = open.containsAll(glimpse.owners()) && scope != Scope.WITNESS;
    Share share = new Share(glimpse.incident().id(), memberOf(plan, scope), open, whole);
    Extent extent = extent(glimpse, share, scope);
    return extent.prefixes() == 0
        ? Optional.empty()
        : Optional.of(seeing(plan, glimpse, reader, share, extent));
  }

  private Seeing seeing(Plan plan, Glimpse glimpse, Reader reader, Share share, Extent extent) {
    Incident incident = glimpse.incident();
    Instant since = extent.begin().orElse(incident.begin());
    Set<Owner> owners = extent.owners().isEmpty() ? share.owners() : extent.owners();
    return new Seeing(
        reader,
        owners,
        share.unknown(),
        share.member(),
        extent.sample(),
        since,
        Life.of(incident, extent, since),
        extent.prefixes(),
        extent.now(),
        reader.scope() == Scope.GROUP ? own(plan, incident, share) : 0,
        routers(glimpse, owners, share.unknown()),
        Reasons.of(incident, extent.prefixes(), id -> plan.idOf(Asking.INCIDENT, id).toString()));
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
}
