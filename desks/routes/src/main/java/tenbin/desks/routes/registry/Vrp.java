package tenbin.desks.routes.registry;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * A validated ROA payload (RFC 6811 section 2): who may originate what.
 *
 * @param prefix and more specific ones
 * @param maxLength up to this length, as the prefix's text counts
 * @param asn that may; {@link Asn#NONE}: nobody (RFC 6483 section 4)
 * @param anchor the trust anchor by its name; empty where the source does not tell, as RTR
 * @param expires when its certificates do, where the source tells
 */
public record Vrp(Prefix prefix, int maxLength, Asn asn, String anchor, Optional<Instant> expires)
    implements Comparable<Vrp> {
  private static final Comparator<Vrp> ORDER =
      Comparator.comparing(Vrp::prefix)
          .thenComparing(Vrp::asn)
          .thenComparingInt(Vrp::maxLength)
          .thenComparing(Vrp::anchor);

  public Vrp {
    if (maxLength < prefix.length() || maxLength > (prefix.isV4() ? 32 : 128)) {
      throw new IllegalArgumentException("no such length of " + prefix + ": " + maxLength);
    }
  }

  /** As RTR tells one: without its anchor and end. */
  public static Vrp of(Prefix prefix, int maxLength, Asn asn) {
    return new Vrp(prefix, maxLength, asn, "", Optional.empty());
  }

  /** What RTR would tell of it. */
  public Vrp bare() {
    return anchor.isEmpty() && expires.isEmpty() ? this : of(prefix, maxLength, asn);
  }

  /** By prefix, AS, length, anchor. */
  @Override
  public int compareTo(Vrp other) {
    return ORDER.compare(this, other);
  }
}
