package tenbin.desks.routes.tell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.Owner;
import tenbin.nouns.consent.PartyId;

/**
 * Puts incidents, prefixes and notices on the balance: the only place here where something is
 * decided. First it is asked whose knowledge may go to the recipient at all, by an item without
 * values; then everything is worked out of that alone.
 */
final class Asking {
  static final String INCIDENT = "route-incident";
  static final String ONE_PREFIX = "route-prefix";
  static final String NOTICE = "route-notice";

  private final Readers readers;

  Asking(Readers readers) {
    this.readers = readers;
  }

  /**
   * What is decided.
   *
   * @param kind of item
   * @param id inside the hub
   * @param event of its life
   */
  record What(String kind, String id, Reader.Event event) {}

  /** What the recipient may have of it, where it may have it at all. */
  Optional<Disclosure> decide(
      Plan plan, What what, Owner owner, Reader reader, List<Item.Fact> facts) {
    return readers.holder(owner).flatMap(holder -> decide(plan, item(what, holder, reader, facts)));
  }

  private Item.Told item(What what, PartyId holder, Reader reader, List<Item.Fact> facts) {
    return new Item.Told(
        what.kind,
        what.id,
        holder,
        reader.at(what.event),
        readers.marking(),
        reader.audience(),
        facts);
  }

  private static Optional<Disclosure> decide(Plan plan, Item.Told told) {
    return plan.decide(told) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }

  /** Those of the owners who let the recipient have what their feeds saw: asked without a value. */
  Set<Owner> open(Plan plan, Set<Owner> owners, Reader reader) {
    Set<Owner> open = new TreeSet<>();
    What bare = new What(INCIDENT, "", Reader.Event.NONE);
    for (Owner each : owners) {
      boolean only = reader.scope() != Scope.WITNESS || isRecipient(plan, each);
      if (only && decide(plan, bare, each, reader, RouteFacts.bare()).isPresent()) {
        open.add(each);
      }
    }
    return open;
  }

  private static boolean isRecipient(Plan plan, Owner owner) {
    return owner.member().equals(Optional.of(plan.request().recipient()));
  }
}
