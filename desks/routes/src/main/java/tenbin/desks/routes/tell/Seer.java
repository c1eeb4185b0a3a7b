package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.nouns.member.MemberId;

/** Works out what of an incident stands behind what a member is told. */
final class Seer {
  private static final Impact NONE = new Impact(new MemberId("nobody"), 0, 0);

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
    Set<Owner> owners = asking.open(plan, glimpse.owners(), reader);
    if (owners.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = owners.containsAll(glimpse.owners());
    Incident incident = glimpse.incident();
    Optional<MemberId> member = memberOf(plan, scope);
    Impact all = member.map(its -> impact(incident, its)).orElseGet(() -> everybody(incident));
    int seen =
        whole && scope != Scope.WITNESS
            ? all.prefixes()
            : book.count(incident.id(), member, owners);
    Instant since = since(glimpse, owners, whole);
    return seen == 0
        ? Optional.empty()
        : Optional.of(
            new Seeing(
                reader,
                owners,
                whole,
                member,
                glimpse.sample(),
                since,
                life(incident, member, all, since),
                seen,
                Math.min(seen, all.now()),
                own(plan, incident, scope, owners, whole),
                routers(glimpse, owners, whole)));
  }

  private static Impact everybody(Incident incident) {
    return new Impact(NONE.member(), incident.prefixes(), incident.now());
  }

  private static Impact impact(Incident incident, MemberId member) {
    return incident.impact().stream()
        .filter(each -> each.member().equals(member))
        .findFirst()
        .orElse(NONE);
  }

  /** While one of its own goes on, none of them need be looked at. */
  private Life life(Incident incident, Optional<MemberId> member, Impact its, Instant since) {
    Optional<Instant> own =
        its.now() > 0 ? Optional.empty() : member.flatMap(m -> book.ended(incident.id(), m));
    return Life.of(incident, member, own, since);
  }

  /** How many are the reader's own, where it sees others' too. */
  private int own(Plan plan, Incident incident, Scope scope, Set<Owner> owners, boolean whole) {
    MemberId reader = plan.request().recipient();
    int touched = impact(incident, reader).prefixes();
    if (touched == 0 || scope != Scope.GROUP) {
      return 0;
    }
    return whole ? touched : book.count(incident.id(), Optional.of(reader), owners);
  }

  static Instant since(Glimpse glimpse, Set<Owner> owners, boolean whole) {
    Instant first =
        glimpse.witnesses().entrySet().stream()
            .filter(each -> owners.contains(each.getKey()))
            .map(each -> each.getValue().since())
            .min(Instant::compareTo)
            .orElse(glimpse.incident().begin());
    return whole ? glimpse.incident().begin() : first;
  }

  static int routers(Glimpse glimpse, Set<Owner> owners, boolean whole) {
    int all =
        glimpse.witnesses().entrySet().stream()
            .filter(each -> owners.contains(each.getKey()))
            .mapToInt(each -> each.getValue().routers())
            .sum();
    return whole ? Math.max(all, glimpse.incident().vantages()) : all;
  }
}
