package tenbin.desks.routes.declare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * What all members declare, as it stands: whose a prefix is, whose an AS is. Never changes; for any
 * number of threads. A million prefixes take about 80 octets each beside their own records.
 *
 * <p>Of two members that declare the same prefix or AS the first counts; {@link #contested} says
 * where.
 */
public final class Declarations {
  /** Nobody declares anything. */
  public static final Declarations NONE = new Declarations(List.of());

  private final List<Declaration> all;
  private final Owners four;
  private final Owners six;
  private final ByNumber<Optional<Declaration>> holders;
  private final ByNumber<List<PeerLock>> locks;
  private final List<Owner> contested = new ArrayList<>();

  public Declarations(Collection<Declaration> declarations) {
    all = List.copyOf(declarations);
    List<Owner> owners = new ArrayList<>();
    for (Declaration each : all) {
      each.prefixes().forEach(watched -> owners.add(new Owner(each, watched)));
    }
    owners.sort(Comparator.comparing(owner -> owner.watched().prefix()));
    four = owners(owners, Prefix::isV4);
    six = owners(owners, Predicate.not(Prefix::isV4));
    holders = new ByNumber<>(holders(all));
    locks = new ByNumber<>(locks(all));
  }

  /** Those of one family; what somebody before has declared already is contested. */
  private Owners owners(List<Owner> sorted, Predicate<Prefix> family) {
    List<Owner> own = new ArrayList<>();
    for (Owner each : sorted) {
      Prefix prefix = each.watched().prefix();
      if (!family.test(prefix)) {
        continue;
      }
      if (!own.isEmpty() && own.getLast().watched().prefix().equals(prefix)) {
        contested.add(each);
      } else {
        own.add(each);
      }
    }
    return new Owners(own);
  }

  private static Map<Long, Optional<Declaration>> holders(List<Declaration> all) {
    Map<Long, Optional<Declaration>> holders = new HashMap<>();
    for (Declaration each : all) {
      for (Asn asn : each.asns()) {
        holders.putIfAbsent(asn.number(), Optional.of(each));
      }
    }
    return holders;
  }

  private static Map<Long, List<PeerLock>> locks(List<Declaration> all) {
    Map<Long, List<PeerLock>> locks = new HashMap<>();
    for (Declaration each : all) {
      for (PeerLock lock : each.locks()) {
        locks.computeIfAbsent(lock.locked().number(), number -> new ArrayList<>()).add(lock);
      }
    }
    locks.replaceAll((number, some) -> List.copyOf(some));
    return locks;
  }

  /** Who declares exactly this prefix. */
  public Optional<Owner> exact(Prefix prefix) {
    return of(prefix).exact(prefix);
  }

  /** Who declares the longest prefix that is this one or lies around it. */
  public Optional<Owner> around(Prefix prefix) {
    return of(prefix).around(prefix);
  }

  /** Who declare prefixes inside this one, in their order, without itself. */
  public List<Owner> inside(Prefix prefix) {
    return of(prefix).inside(prefix);
  }

  private Owners of(Prefix prefix) {
    return prefix.isV4() ? four : six;
  }

  /** Whose an AS is. */
  public Optional<Declaration> ofAsn(long asn) {
    return holders.get(asn, Optional.empty());
  }

  /** What is said of paths through an AS. */
  public List<PeerLock> locks(long asn) {
    return locks.get(asn, List.of());
  }

  /** All of them, as they were given. */
  public Collection<Declaration> all() {
    return all;
  }

  /** What members themselves say, without what is made of registries. */
  public List<Declaration> ofMembers() {
    return all.stream().filter(each -> !each.isRegistered()).toList();
  }

  /**
   * Prefixes that another declaration, or another line, has declared before: these do not count.
   */
  public List<Owner> contested() {
    return List.copyOf(contested);
  }

  /** How many prefixes count. */
  public int size() {
    return four.size() + six.size();
  }
}
