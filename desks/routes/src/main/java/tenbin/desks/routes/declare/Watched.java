package tenbin.desks.routes.declare;

import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * A prefix that a member answers for.
 *
 * @param prefix as it is announced, or would be
 * @param longest more specific ones up to this length are its own doing when a declared origin
 *     announces them; as the prefix's text counts (24 of IPv4, 48 of IPv6)
 * @param origins that announce it; empty: the member's own ASes
 * @param firstHops that stand before the origin; empty: the member's upstreams and peers, if it
 *     says
 * @param announced whether it is to be seen; one that is not is space held back, and whoever
 *     announces it squats
 * @param prepends how often its origin repeats itself at most; empty: as often as it likes
 * @param watching how far it is looked after
 * @param note what the member calls it, for people; empty for nothing
 */
public record Watched(
    Prefix prefix,
    int longest,
    Set<Asn> origins,
    Set<Asn> firstHops,
    boolean announced,
    Optional<Integer> prepends,
    Watching watching,
    String note) {
  public Watched {
    if (longest < prefix.length() || longest > most(prefix)) {
      throw new IllegalArgumentException("longest " + longest + " is none of " + prefix);
    }
    if (prepends.isPresent() && prepends.get() < 0) {
      throw new IllegalArgumentException("prepended " + prepends.get() + " times");
    }
    origins = Set.copyOf(origins);
    firstHops = Set.copyOf(firstHops);
  }

  /** One that is looked after wholly, without a note. */
  public Watched(
      Prefix prefix,
      int longest,
      Set<Asn> origins,
      Set<Asn> firstHops,
      boolean announced,
      Optional<Integer> prepends) {
    this(prefix, longest, origins, firstHops, announced, prepends, Watching.ALL, "");
  }

  /** One of which nothing more is said: more specific ones of its own are fine. */
  public static Watched of(Prefix prefix) {
    return new Watched(prefix, most(prefix), Set.of(), Set.of(), true, Optional.empty());
  }

  /** One of which a registry alone says who originates it. */
  public static Watched registered(Prefix prefix, Set<Asn> origins) {
    return new Watched(
        prefix, most(prefix), origins, Set.of(), true, Optional.empty(), Watching.ORIGINS, "");
  }

  /** Whether nobody declared it: a registry alone says who originates it. */
  public boolean isRegistered() {
    return watching == Watching.ORIGINS;
  }

  /** The length of a single address of its family, 32 or 128. */
  public static int most(Prefix prefix) {
    return prefix.isV4() ? 32 : 128;
  }

  /** The same with other origins. */
  public Watched withOrigins(Set<Asn> other) {
    return new Watched(prefix, longest, other, firstHops, announced, prepends, watching, note);
  }
}
