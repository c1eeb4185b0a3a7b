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
      faults.add(new PathFault(PathFault.What.NOT_A_PROVIDER, 0, hops[0], hops[1], 0, aspa()));
    }
    return new PathFacts(path, hops, faults);
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
    references
        .reserved()
        .asn(Integer.toUnsignedLong(hops[i]))
        .ifPresent(why -> faults.add(bogon(hops, i, why)));
    if (i > 0) {
      lock(hops, i).ifPresent(faults::add);
      if (i > 1 && near == Relation.NONE && !links.isSettled(hops[i], hops[i - 1])) {
        faults.add(unknown(hops, i));
      }
    }
    if (i < hops.length - 1) {
      customer(hops, i).ifPresent(faults::add);
    }
  }

  private static PathFault bogon(int[] hops, int i, String why) {
    int by = i > 0 ? hops[i - 1] : hops[i];
    List<Tag> tags = List.of(new Tag("bogon-asn", 3, "AS" + text(hops[i]) + ": " + why));
    return new PathFault(PathFault.What.BOGON_ASN, Math.max(0, i - 1), by, hops[i], 0, tags);
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
      tags.add(new Tag("only-to-customer", 4, "RFC 9234"));
    }
    if (carriesNobody(hops[i])) {
      tags.add(new Tag("carries-nobody", 1, "AS" + text(hops[i]) + " has no customers"));
    }
    return new PathFault(PathFault.What.LEAK, i, hops[i], from, hops[i - 1], tags);
  }

  private boolean carriesNobody(int asn) {
    return references.relations().knows(asn) && !references.relations().hasCustomers(asn);
  }

  private PathFault unknown(int[] hops, int i) {
    String both = "AS" + text(hops[i - 1]) + " beside AS" + text(hops[i]);
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag("unknown-link", 3, both));
    if (carriesNobody(hops[i - 1])) {
      tags.add(new Tag("carries-nobody", 2, "AS" + text(hops[i - 1]) + " has no customers"));
    }
    int to = i > 1 ? hops[i - 2] : 0;
    return new PathFault(PathFault.What.UNKNOWN_LINK, i - 1, hops[i - 1], hops[i], to, tags);
  }

  private Optional<PathFault> lock(int[] hops, int i) {
    Asn near = new Asn(Integer.toUnsignedLong(hops[i - 1]));
    for (PeerLock lock : references.declarations().locks(Integer.toUnsignedLong(hops[i]))) {
      if (!lock.behind().contains(near)) {
        List<Tag> tags =
            List.of(new Tag("peerlock", 6, "AS" + lock.locked() + " behind AS" + near));
        return Optional.of(
            new PathFault(PathFault.What.LOCKED, i - 1, hops[i - 1], hops[i], 0, tags));
      }
    }
    return Optional.empty();
  }

  /** A member that names its customers stands before another one. */
  private Optional<PathFault> customer(int[] hops, int i) {
    Optional<Declaration> by = references.declarations().ofAsn(Integer.toUnsignedLong(hops[i]));
    if (by.isEmpty() || by.get().downstreams().isEmpty()) {
      return Optional.empty();
    }
    if (neighbours.of(hops[i], hops[i + 1]) != Relation.NONE) {
      return Optional.empty();
    }
    List<Tag> tags = List.of(new Tag("not-declared", 3, "AS" + text(hops[i + 1])));
    int to = i > 0 ? hops[i - 1] : 0;
    return Optional.of(
        new PathFault(PathFault.What.UNNAMED_CUSTOMER, i, hops[i], hops[i + 1], to, tags));
  }

  static String text(int asn) {
    return Integer.toUnsignedString(asn);
  }
}
