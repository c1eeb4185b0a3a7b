package tenbin.desks.routes.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.PeerLock;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.registry.AspaState;
import tenbin.desks.routes.registry.Relation;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AsPath;

/**
 * Finds what is wrong with a path by itself. A path is read from its origin outwards, the way that
 * the route went: up to providers, across to at most one peer, down to customers (RFC 7908 section
 * 1).
 */
final class PathReader {
  private final References references;
  private final Neighbourhood neighbours;
  private final NeighbourMemo memo;
  private final Links links;

  PathReader(References references, Links links) {
    this.references = references;
    this.neighbours = new Neighbourhood(references.declarations(), references.relations());
    this.memo = new NeighbourMemo(neighbours);
    this.links = links;
  }

  /**
   * What it says.
   *
   * @param marked the AS of only-to-customer (RFC 9234), if it has one
   */
  PathFacts read(AsPath path, OptionalLong marked) {
    int[] hops = path.hops();
    Relation[] near = near(hops);
    List<PathFault> faults = new ArrayList<>(0);
    leak(hops, near, marked).ifPresent(faults::add);
    for (int i = hops.length - 1; i >= 0; i--) {
      at(hops, i, near[i], faults);
    }
    if (hops.length > 2 && references.aspas().downstream(hops) == AspaState.INVALID) {
      faults.add(
          new PathFault(PathFault.What.NOT_A_PROVIDER, 0, hops[0], hops[1], 0, Why.of(aspa())));
    }
    return new PathFacts(path, hops, faults);
  }

  /**
   * The same of a route that leaked to us by the roles of its session (RFC 9234 section 5): where
   * nobody farther away is at fault, the nearest AS is.
   */
  PathFacts leaked(AsPath path, OptionalLong marked) {
    PathFacts facts = read(path, marked);
    if (facts.hops().length == 0 || facts.fault(PathFault.What.LEAK).isPresent()) {
      return facts;
    }
    List<PathFault> faults = new ArrayList<>(facts.faults());
    faults.addFirst(leakedToUs(facts.hops()));
    return new PathFacts(path, facts.hops(), faults);
  }

  private PathFault leakedToUs(int[] hops) {
    List<Tag> tags = new ArrayList<>();
    tags.add(marked());
    if (carriesNobody(hops[0])) {
      tags.add(carries(hops[0]));
    }
    int from = hops.length > 1 ? hops[1] : 0;
    return new PathFault(PathFault.What.LEAK, 0, hops[0], from, 0, Why.of(tags));
  }

  private static Tag marked() {
    return new Tag("only-to-customer", 4, "RFC 9234");
  }

  private static Tag carries(int asn) {
    return new Tag("carries-nobody", 1, "AS" + text(asn) + " has no customers");
  }

  /** What each AS has on its near side; the nearest has nobody there. */
  private Relation[] near(int[] hops) {
    Relation[] near = new Relation[hops.length];
    for (int i = 0; i < hops.length; i++) {
      near[i] = i == 0 ? Relation.NONE : memo.of(hops[i], hops[i - 1]);
    }
    return near;
  }

  private static List<Tag> aspa() {
    return List.of(new Tag("aspa-invalid", 4, ""));
  }

  private void at(int[] hops, int i, Relation near, List<PathFault> faults) {
    Optional<String> reserved = references.reserved().asn(Integer.toUnsignedLong(hops[i]));
    if (reserved.isPresent()) {
      faults.add(bogon(hops, i, reserved.get()));
    }
    if (i > 0) {
      lock(hops, i, faults);
      if (i > 1 && near == Relation.NONE && !links.isSettled(hops[i], hops[i - 1])) {
        faults.add(unknown(hops, i));
      }
    }
    if (i < hops.length - 1) {
      customer(hops, i, faults);
    }
  }

  private static PathFault bogon(int[] hops, int i, String why) {
    int by = i > 0 ? hops[i - 1] : hops[i];
    List<Tag> tags = List.of(new Tag("bogon-asn", 3, "AS" + text(hops[i]) + ": " + why));
    return new PathFault(
        PathFault.What.BOGON_ASN, Math.max(0, i - 1), by, hops[i], 0, Why.of(tags));
  }

  /** The first step that goes up or across after one that went down or across. */
  private Optional<PathFault> leak(int[] hops, Relation[] relations, OptionalLong marked) {
    boolean down = false;
    boolean byMark = false;
    for (int i = hops.length - 1; i > 0; i--) {
      Relation near = relations[i];
      boolean up = near == Relation.PROVIDER || near == Relation.PEER;
      if (down && up && isNew(hops, i)) {
        return Optional.of(leaked(hops, i, near, byMark));
      }
      // Behind a link that nobody knows it is open who did what; that link is the fault then.
      down = near != Relation.NONE && (down || near == Relation.PEER || near == Relation.CUSTOMER);
      if (marked.isPresent() && marked.getAsLong() == Integer.toUnsignedLong(hops[i])) {
        down = true;
        byMark = true;
      }
    }
    return Optional.empty();
  }

  /** What was there before is not news, but where members themselves say that it is wrong. */
  private boolean isNew(int[] hops, int i) {
    boolean sure =
        neighbours.isDeclared(hops[i], hops[i - 1])
            && i + 1 < hops.length
            && neighbours.isDeclared(hops[i], hops[i + 1]);
    return sure || i + 1 >= hops.length || !links.isSettled(hops[i + 1], hops[i], hops[i - 1]);
  }

  private PathFault leaked(int[] hops, int i, Relation near, boolean byMark) {
    int from = i + 1 < hops.length ? hops[i + 1] : 0;
    List<Tag> tags = new ArrayList<>();
    String told = near == Relation.PROVIDER ? "its provider AS" : "its peer AS";
    tags.add(new Tag("valley", 4, "AS" + text(hops[i]) + " to " + told + text(hops[i - 1])));
    if (byMark) {
      tags.add(marked());
    }
    if (carriesNobody(hops[i])) {
      tags.add(carries(hops[i]));
    }
    return new PathFault(PathFault.What.LEAK, i, hops[i], from, hops[i - 1], Why.of(tags));
  }

  private boolean carriesNobody(int asn) {
    return references.relations().knows(asn) && !references.relations().hasCustomers(asn);
  }

  private PathFault unknown(int[] hops, int i) {
    int to = i > 1 ? hops[i - 2] : 0;
    Why why = new UnknownLink(hops[i - 1], hops[i], carriesNobody(hops[i - 1]));
    return new PathFault(PathFault.What.UNKNOWN_LINK, i - 1, hops[i - 1], hops[i], to, why);
  }

  /** Two beside each other that nobody knows to be neighbours; in words when somebody asks. */
  private record UnknownLink(int by, int from, boolean carriesNobody) implements Why {
    private static final int UNKNOWN = 3;
    private static final int CARRIES_NOBODY = 2;

    @Override
    public int score() {
      return UNKNOWN + (carriesNobody ? CARRIES_NOBODY : 0);
    }

    @Override
    public List<Tag> tags() {
      String both = "AS" + text(by) + " beside AS" + text(from);
      Tag unknown = new Tag("unknown-link", UNKNOWN, both);
      String alone = "AS" + text(by) + " has no customers";
      return carriesNobody
          ? List.of(unknown, new Tag("carries-nobody", CARRIES_NOBODY, alone))
          : List.of(unknown);
    }
  }

  private void lock(int[] hops, int i, List<PathFault> faults) {
    List<PeerLock> locks = references.declarations().locks(Integer.toUnsignedLong(hops[i]));
    if (locks.isEmpty()) {
      return;
    }
    Asn near = new Asn(Integer.toUnsignedLong(hops[i - 1]));
    for (PeerLock lock : locks) {
      if (!lock.behind().contains(near)) {
        List<Tag> tags =
            List.of(new Tag("peerlock", 6, "AS" + lock.locked() + " behind AS" + near));
        faults.add(
            new PathFault(PathFault.What.LOCKED, i - 1, hops[i - 1], hops[i], 0, Why.of(tags)));
        return;
      }
    }
  }

  /** A member that names its customers stands before another one. */
  private void customer(int[] hops, int i, List<PathFault> faults) {
    Optional<Declaration> by = references.declarations().ofAsn(Integer.toUnsignedLong(hops[i]));
    if (by.isPresent()
        && !by.get().downstreams().isEmpty()
        && neighbours.of(hops[i], hops[i + 1]) == Relation.NONE) {
      List<Tag> tags = List.of(new Tag("not-declared", 3, "AS" + text(hops[i + 1])));
      int to = i > 0 ? hops[i - 1] : 0;
      faults.add(
          new PathFault(
              PathFault.What.UNNAMED_CUSTOMER, i, hops[i], hops[i + 1], to, Why.of(tags)));
    }
  }

  static String text(int asn) {
    return Integer.toUnsignedString(asn);
  }
}
