package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.book.Sighted;
import tenbin.desks.routes.incident.Affected;

/** Single prefixes of incidents on the balance. */
final class Rows {
  private final IncidentBook book;
  private final Asking asking;

  Rows(IncidentBook book, Asking asking) {
    this.book = book;
    this.asking = asking;
  }

  /**
   * Who saw an incident, and who of them let the recipient have it.
   *
   * @param all everybody
   * @param open who let it go
   */
  record Owners(Set<Owner> all, Set<Owner> open) {
    Owners {
      all = Set.copyOf(all);
      open = Set.copyOf(open);
    }

    /**
     * Those who saw a prefix and let it go. Where nobody wrote down who saw it, everybody must have
     * let it go.
     */
    Set<Owner> of(Sighted row) {
      if (row.owners().isEmpty()) {
        return open.containsAll(all) ? open : Set.of();
      }
      Set<Owner> mine = new TreeSet<>(open);
      mine.retainAll(row.owners().keySet());
      return mine;
    }

    /** Since when one of those who let it go saw a prefix. */
    Instant since(Sighted row) {
      Instant begin = row.affected().begin();
      return of(row).stream()
          .map(owner -> row.owners().getOrDefault(owner, begin))
          .min(Instant::compareTo)
          .orElse(begin);
    }
  }

  /** Asked once for all prefixes of an incident. */
  Owners owners(Plan plan, UUID incident, Reader reader) {
    Set<Owner> all = book.glimpse(incident, Optional.empty()).map(Glimpse::owners).orElse(Set.of());
    return new Owners(all, asking.open(plan, all, reader));
  }

  /** Each prefix by the first of its owners that let it go. */
  List<Disclosure> prefixes(
      Plan plan, UUID incident, Reader reader, Owners owners, List<Sighted> page) {
    List<Disclosure> found = new ArrayList<>();
    for (Sighted each : page) {
      new TreeSet<>(owners.of(each))
          .stream()
              .findFirst()
              .flatMap(by -> prefix(plan, incident, reader, by, each, owners))
              .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Disclosure> prefix(
      Plan plan, UUID incident, Reader reader, Owner by, Sighted row, Owners owners) {
    Affected affected = row.affected();
    RouteFacts facts = RouteFacts.of(affected, owners.since(row));
    String id = incident + "/" + affected.prefix();
    Reader.Event event = Reader.Event.over(affected.end().isPresent());
    return asking.decide(
        plan, new Asking.What(Asking.ONE_PREFIX, id, event), by, reader, facts.list());
  }
}
