package tenbin.balance.ground;

import java.util.Set;
import tenbin.nouns.consent.PartyId;

/**
 * Which parties a ground is about: named ones, classes, or roles in the matter at hand.
 *
 * @param named by id
 * @param classes any party of these
 * @param roles any party in these roles
 */
public record Parties(Set<PartyId> named, Set<String> classes, Set<Role> roles) {
  /** What a party can be in the matter at hand. */
  public enum Role {
    ANYBODY,
    /** Was responsible for the address, account or registered block then. */
    RESPONSIBLE,
    /** Next on the recorded route. */
    CONDUIT,
    /** The one whom the fact is about. */
    SUBJECT,
    HOLDER
  }

  public static final Parties ANYBODY = new Parties(Set.of(), Set.of(), Set.of(Role.ANYBODY));

  public Parties {
    named = Set.copyOf(named);
    classes = Set.copyOf(classes);
    roles = Set.copyOf(roles);
  }

  public static Parties named(PartyId... ids) {
    return new Parties(Set.of(ids), Set.of(), Set.of());
  }

  public static Parties ofClass(String... classes) {
    return new Parties(Set.of(), Set.of(classes), Set.of());
  }

  public static Parties in(Role... roles) {
    return new Parties(Set.of(), Set.of(), Set.of(roles));
  }

  /** Whether they include a party that has these roles in the matter. */
  public boolean include(Party party, Set<Role> itsRoles) {
    if (roles.contains(Role.ANYBODY) || named.contains(party.id())) {
      return true;
    }
    return meet(classes, party.classes()) || meet(roles, itsRoles);
  }

  private static <T> boolean meet(Set<T> some, Set<T> others) {
    for (T each : some) {
      if (others.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
