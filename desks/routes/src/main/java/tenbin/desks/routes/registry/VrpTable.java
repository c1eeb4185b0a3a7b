package tenbin.desks.routes.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

  private VrpTable(Builder told) {
    PrefixIndexBuilder.Built built = PrefixIndexBuilder.build(told.prefixes);
    int size = told.prefixes.size();
    index = built.index();
    asn = new int[size];
    maxBits = new byte[size];
    anchor = new short[size];
    expires = new int[size];
    for (int i = 0; i < size; i++) {
      int from = built.order()[i];
      asn[i] = told.asn[from];
      maxBits[i] = told.maxBits[from];
      anchor[i] = told.anchor[from];
      expires[i] = told.expires[from];
    }
    anchors = told.names.values();
  }

  /** A table of them; equal ones may come more than once. */
  public static VrpTable of(Collection<Vrp> vrps) {
    Builder builder = builder();
    vrps.forEach(builder::add);
    return builder.build();
  }

  public static Builder builder() {
    return new Builder();
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

  /** Whether it has one of the same prefix, length and AS, of whatever anchor. */
  public boolean contains(Vrp vrp) {
    int slot = index.exact(vrp.prefix());
    if (slot == PrefixIndex.NONE) {
      return false;
    }
    int longest = vrp.maxLength() + vrp.prefix().bits() - vrp.prefix().length();
    for (int i = index.begin(slot); i < index.end(slot); i++) {
      if (asn[i] == (int) vrp.asn().number() && (maxBits[i] & 0xff) == longest) {
        return true;
      }
    }
    return false;
  }

  /** Whether two of them have the same prefix, length and AS. */
  public boolean hasTwins() {
    for (int slot = 0; slot < index.size(); slot++) {
      long[] keys = new long[index.end(slot) - index.begin(slot)];
      for (int i = 0; i < keys.length; i++) {
        int at = index.begin(slot) + i;
        keys[i] = (long) asn[at] << Byte.SIZE | maxBits[at] & 0xff;
      }
      Arrays.sort(keys);
      for (int i = 1; i < keys.length; i++) {
        if (keys[i] == keys[i - 1]) {
          return true;
        }
      }
    }
    return false;
  }

  /** What it holds in memory, but for a few hundred bytes of object headers. */
  public long bytes() {
    return index.bytes() + 11L * asn.length;
  }

  /** Collects VRPs while they come. Not for several threads. */
  public static final class Builder {
    /** There are five trust anchors, and some of one's own. */
    private static final int MOST_ANCHORS = 1 << Short.SIZE;

    private final PrefixList prefixes = new PrefixList();
    private final Interned<String> names = new Interned<>();
    private int[] asn = new int[1024];
    private byte[] maxBits = new byte[1024];
    private short[] anchor = new short[1024];
    private int[] expires = new int[1024];

    private Builder() {}

    /**
     * One more.
     *
     * @throws IllegalStateException when there are more, or more trust anchors, than can be
     */
    public Builder add(Vrp vrp) {
      int at = prefixes.size();
      prefixes.add(vrp.prefix());
      if (at == asn.length) {
        int more = at + (at >> 1);
        asn = Arrays.copyOf(asn, more);
        maxBits = Arrays.copyOf(maxBits, more);
        anchor = Arrays.copyOf(anchor, more);
        expires = Arrays.copyOf(expires, more);
      }
      int name = names.number(vrp.anchor());
      if (name >= MOST_ANCHORS) {
        throw new IllegalStateException("more than " + MOST_ANCHORS + " trust anchors");
      }
      asn[at] = (int) vrp.asn().number();
      maxBits[at] = (byte) (vrp.maxLength() + vrp.prefix().bits() - vrp.prefix().length());
      anchor[at] = (short) name;
      expires[at] = vrp.expires().map(end -> (int) end.getEpochSecond()).orElse(0);
      return this;
    }

    /** How many came. */
    public int size() {
      return prefixes.size();
    }

    public VrpTable build() {
      return new VrpTable(this);
    }
  }
}
