package tenbin.desks.routes.outside;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Who asked in its registry to be told, and about which prefixes: those of route objects that it
 * maintains and that no member answers for. Immutable; any thread.
 */
public final class OptIns {
  /** Nobody asked. */
  public static final OptIns NONE =
      new OptIns(IrrTable.EMPTY, Declarations.NONE, Instant.EPOCH, Listening.OFF);

  /** What is looked after for them all: JPIRR has 12,000 route objects, of all its maintainers. */
  private static final int MOST_PREFIXES = 500_000;

  private final IrrTable registries;
  private final Instant asOf;
  private final Map<MemberId, Maintainer> maintainers = new HashMap<>();
  private final Map<MemberId, Integer> counts = new HashMap<>();
  private final TreeMap<Prefix, Set<Asn>> origins = new TreeMap<>();
  private final Listening listening;

  /**
   * As registries are now.
   *
   * @param members whose prefixes are left out
   * @param asOf the date of the registries' files
   */
  public OptIns(IrrTable registries, Declarations members, Instant asOf, Listening listening) {
    this.registries = registries;
    this.asOf = asOf;
    this.listening = listening;
    if (listening.mode() != Listening.Mode.OFF) {
      registries.forEachWanted(each -> add(each, members));
    }
  }

  private void add(RouteObject object, Declarations members) {
    Prefix prefix = object.prefix();
    boolean isMembers = members.around(prefix).isPresent();
    boolean isKnown = origins.containsKey(prefix);
    if (isKnown || isMembers || origins.size() >= MOST_PREFIXES || wanting(object).isEmpty()) {
      return;
    }
    origins.put(prefix, registered(prefix));
    for (Maintainer each : of(prefix)) {
      maintainers.put(Outside.of(each), each);
      counts.merge(Outside.of(each), 1, Integer::sum);
    }
  }

  /** What the registries say of it in which somebody asked: several objects, several origins. */
  private Set<Asn> registered(Prefix prefix) {
    List<RouteObject> all = registries.exact(prefix);
    Set<String> asked =
        all.stream()
            .filter(each -> !wanting(each).isEmpty())
            .map(RouteObject::source)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(each -> asked.contains(each.source()))
        .map(RouteObject::origin)
        .collect(Collectors.toSet());
  }

  private List<Maintainer> wanting(RouteObject object) {
    return registries.wantNotice(object).stream().filter(listening::counts).toList();
  }

  /** What the watch looks after for them: one declaration, or none. */
  public List<Declaration> watched() {
    List<Watched> all =
        origins.entrySet().stream()
            .map(each -> Watched.registered(each.getKey(), each.getValue()))
            .toList();
    return all.isEmpty()
        ? List.of()
        : List.of(
            new Declaration(Outside.ALL, Set.of(), Set.of(), Set.of(), Set.of(), all, List.of()));
  }

  /** Who asked about a registered prefix, in the order of its objects; nobody if a member's. */
  public Collection<Maintainer> of(Prefix registered) {
    Set<Maintainer> all = new LinkedHashSet<>();
    if (origins.containsKey(registered)) {
      registries.exact(registered).forEach(each -> all.addAll(wanting(each)));
    }
    return all;
  }

  /** Who stands behind an id; empty for one that did not ask, or does not any more. */
  public Optional<Maintainer> find(MemberId party) {
    return Optional.ofNullable(maintainers.get(party));
  }

  /** Everybody who asked, with how many prefixes each. */
  public Map<MemberId, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** The date of the registries' files. */
  public Instant asOf() {
    return asOf;
  }
}
