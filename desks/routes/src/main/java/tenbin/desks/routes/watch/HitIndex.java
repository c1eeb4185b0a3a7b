package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;

/**
 * Every hit by its prefix; one has few, and those are a chain. Open addressing with the hash kept
 * beside each first one, so that a prefix without any costs one look.
 */
final class HitIndex {
  private static final int FEWEST = 1 << 8;

  private final long seed;
  private int[] hashes = new int[FEWEST];
  private @Nullable Hit[] heads = new Hit[FEWEST];
  private int size;

  /**
   * An empty one.
   *
   * @param seed that nobody outside may foresee
   */
  HitIndex(long seed) {
    this.seed = seed;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean has(Prefix prefix) {
    return first(prefix) != null;
  }

  /** The first one of a prefix; the others follow it. */
  @Nullable Hit first(Prefix prefix) {
    return size == 0 ? null : heads[place(hash(prefix), prefix)];
  }

  /** The one of a prefix in a track. */
  @Nullable Hit of(Track track, Prefix prefix) {
    @Nullable Hit hit = first(prefix);
    while (hit != null && hit.track() != track) {
      hit = hit.nextOfPrefix;
    }
    return hit;
  }

  private int hash(Prefix prefix) {
    long mixed = (prefix.first().high() ^ seed) * 0x9e37_79b9_7f4a_7c15L;
    mixed = (mixed ^ mixed >>> 29 ^ prefix.first().low()) + prefix.bits();
    mixed = (mixed ^ seed) * 0xbf58_476d_1ce4_e5b9L;
    return (int) (mixed >>> 32);
  }

  /** Where its first one stands, or would. */
  private int place(int hash, Prefix prefix) {
    int mask = heads.length - 1;
    int at = hash & mask;
    @Nullable Hit head = heads[at];
    while (head != null && !(hashes[at] == hash && head.isOf(prefix))) {
      at = at + 1 & mask;
      head = heads[at];
    }
    return at;
  }

  /** One that is not there yet. */
  void add(Hit hit) {
    if (2 * size >= heads.length) {
      grow();
    }
    Prefix prefix = hit.prefix();
    int hash = hash(prefix);
    int at = place(hash, prefix);
    @Nullable Hit head = heads[at];
    hit.nextOfPrefix = head;
    heads[at] = hit;
    hashes[at] = hash;
    size += head == null ? 1 : 0;
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable Hit[] old = heads;
    hashes = new int[2 * old.length];
    heads = new Hit[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        put(oldHashes[i], old[i]);
      }
    }
  }

  private void put(int hash, @Nullable Hit head) {
    int mask = heads.length - 1;
    int at = hash & mask;
    while (heads[at] != null) {
      at = at + 1 & mask;
    }
    heads[at] = head;
    hashes[at] = hash;
  }

  void remove(Hit hit) {
    Prefix prefix = hit.prefix();
    int at = place(hash(prefix), prefix);
    @Nullable Hit head = heads[at];
    if (head == null) {
      return;
    }
    heads[at] = without(head, hit);
    if (heads[at] == null) {
      size--;
      close(at);
    }
  }

  /** A chain without one of it. */
  private static @Nullable Hit without(Hit head, Hit hit) {
    @Nullable Hit rest = hit.nextOfPrefix;
    hit.nextOfPrefix = null;
    if (head == hit) {
      return rest;
    }
    @Nullable Hit before = head;
    while (before != null && before.nextOfPrefix != hit) {
      before = before.nextOfPrefix;
    }
    if (before != null) {
      before.nextOfPrefix = rest;
    }
    return head;
  }

  /** Those behind the hole move up, as far as each may from where it belongs. */
  private void close(int hole) {
    int mask = heads.length - 1;
    int empty = hole;
    for (int at = hole + 1 & mask; heads[at] != null; at = at + 1 & mask) {
      int home = hashes[at] & mask;
      if ((at - home & mask) >= (at - empty & mask)) {
        heads[empty] = heads[at];
        hashes[empty] = hashes[at];
        empty = at;
      }
    }
    heads[empty] = null;
  }

  /** All of them. */
  List<Hit> all() {
    List<Hit> all = new ArrayList<>();
    for (@Nullable Hit head : heads) {
      for (@Nullable Hit hit = head; hit != null; hit = hit.nextOfPrefix) {
        all.add(hit);
      }
    }
    return all;
  }
}
