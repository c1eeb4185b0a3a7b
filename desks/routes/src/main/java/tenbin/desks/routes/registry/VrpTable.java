package tenbin.desks.routes.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * All VRPs of one moment, and origin validation by them (RFC 6811 section 2). About 26 octets each.
 * Immutable; any thread.
 */
public final class VrpTable {
  /** The origin of a route that has none: an AS_SET, or an empty path. Never valid. */
  public static final long SET = -1;

  /** A table in which nothing is found. */
  public static final VrpTable EMPTY = of(List.of());

  private final PrefixIndex index;
  private final int[] asn;
  private final byte[] maxBits;
  private final short[] anchor;
  private final int[] expires;
  private final List<String> anchors;

  private VrpTable(Collection<Vrp> vrps) {
    PrefixList prefixes = new PrefixList();
    List<Vrp> all = List.copyOf(vrps);
    all.forEach(each -> prefixes.add(each.prefix()));
    PrefixIndexBuilder.Built built = PrefixIndexBuilder.build(prefixes);
    index = built.index();
    asn = new int[all.size()];
    maxBits = new byte[all.size()];
    anchor = new short[all.size()];
    expires = new int[all.size()];
    Interned<String> names = new Interned<>();
    for (int i = 0; i < asn.length; i++) {
      put(i, all.get(built.order()[i]), names);
    }
    anchors = names.values();
  }

  private void put(int at, Vrp vrp, Interned<String> names) {
    asn[at] = (int) vrp.asn().number();
    maxBits[at] = (byte) (vrp.maxLength() + vrp.prefix().bits() - vrp.prefix().length());
    anchor[at] = (short) names.number(vrp.anchor());
    expires[at] = vrp.expires().map(end -> (int) end.getEpochSecond()).orElse(0);
  }

  /**
   * A table of them; equal ones may come more than once.
   *
   * @throws IllegalStateException at more than 65,536 trust anchors: there are five
   */
  public static VrpTable of(Collection<Vrp> vrps) {
    VrpTable table = new VrpTable(vrps);
    if (table.anchors.size() > 1 << Short.SIZE) {
      throw new IllegalStateException(table.anchors.size() + " trust anchors");
    }
    return table;
  }

  /** How many there are, equal ones counted each time. */
  public int size() {
    return asn.length;
  }

  /**
   * What validation says of a route. AS 0 authorises nobody (RFC 6483 section 4, RFC 7607).
   *
   * @param origin an AS number as it stands at the end of the path, without sign, or {@link #SET}
   */
  public Rov state(Prefix prefix, long origin) {
    int slot = index.nearest(prefix);
    if (slot == PrefixIndex.NONE) {
      return Rov.NOT_FOUND;
    }
    boolean named = false;
    for (; slot != PrefixIndex.NONE; slot = index.parent(slot)) {
      for (int i = index.begin(slot); i < index.end(slot); i++) {
        if (asn[i] != 0 && (asn[i] & 0xffff_ffffL) == origin) {
          if ((maxBits[i] & 0xff) >= prefix.bits()) {
            return Rov.VALID;
          }
          named = true;
        }
      }
    }
    return named ? Rov.INVALID_LENGTH : Rov.INVALID_ORIGIN;
  }

  /** Every VRP around a prefix or of it, the most specific first. */
  public List<Vrp> covering(Prefix prefix) {
    List<Vrp> found = new ArrayList<>();
    int slot = index.nearest(prefix);
    for (; slot != PrefixIndex.NONE; slot = index.parent(slot)) {
      at(slot, found::add);
    }
    return found;
  }

  /** Hands over all of them, by prefix. */
  public void forEach(Consumer<Vrp> each) {
    for (int slot = 0; slot < index.size(); slot++) {
      at(slot, each);
    }
  }

  private void at(int slot, Consumer<Vrp> each) {
    Prefix prefix = index.prefix(slot);
    for (int i = index.begin(slot); i < index.end(slot); i++) {
      int maxLength = (maxBits[i] & 0xff) - prefix.bits() + prefix.length();
      each.accept(
          new Vrp(
              prefix,
              maxLength,
              new Asn(asn[i] & 0xffff_ffffL),
              anchors.get(anchor[i] & 0xffff),
              end(expires[i])));
    }
  }

  private static Optional<Instant> end(int seconds) {
    return seconds == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds & 0xffff_ffffL));
  }

  /** What it holds in memory, but for a few hundred bytes of object headers. */
  public long bytes() {
    return index.bytes() + 11L * asn.length;
  }
}
