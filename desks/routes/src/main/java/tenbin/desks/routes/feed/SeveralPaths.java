package tenbin.desks.routes.feed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Reach;

/**
 * Which paths a vantage point has to a prefix where it tells several with identifiers (RFC 7911): a
 * prefix is withdrawn with the last of them only. The last one told is the one that counts.
 */
final class SeveralPaths {
  /** Two full tables of several paths; beyond, the first withdrawal counts. */
  static final int MOST = 2_000_000;

  /** More paths than any router tells to one prefix. */
  static final int MOST_OF_PREFIX = 64;

  private final Map<Vantage, Map<Prefix, long[]>> ids = new HashMap<>();
  private int size;

  void announced(Vantage from, Reach route) {
    if (route.pathId().isEmpty()) {
      return;
    }
    long id = route.pathId().getAsLong();
    Map<Prefix, long[]> of = ids.computeIfAbsent(from, ignored -> new HashMap<>());
    long[] known = of.get(route.prefix());
    if (known == null) {
      if (size < MOST) {
        of.put(route.prefix(), new long[] {id});
        size++;
      }
    } else if (known.length < MOST_OF_PREFIX
        && Arrays.stream(known).noneMatch(each -> each == id)) {
      long[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = id;
      of.put(route.prefix(), more);
    }
  }

  /** Takes a path away; whether there is no other to the prefix. */
  boolean isLast(Vantage from, Reach route) {
    if (route.pathId().isEmpty()) {
      return true;
    }
    long id = route.pathId().getAsLong();
    Map<Prefix, long[]> of = ids.getOrDefault(from, Map.of());
    long[] known = of.get(route.prefix());
    if (known == null) {
      return true;
    }
    long[] rest = Arrays.stream(known).filter(each -> each != id).toArray();
    if (rest.length > 0) {
      of.put(route.prefix(), rest);
      return false;
    }
    of.remove(route.prefix());
    size--;
    return true;
  }

  void lost(Vantage from) {
    Map<Prefix, long[]> of = ids.remove(from);
    size -= of == null ? 0 : of.size();
  }

  /** How many prefixes of vantage points are kept. */
  int size() {
    return size;
  }
}
