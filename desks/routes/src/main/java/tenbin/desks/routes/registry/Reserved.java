package tenbin.desks.routes.registry;

import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Prefix;

/**
 * Prefixes and AS numbers that are never announced between networks, with the reason: IANA's
 * registries of special purposes, lengths that operators do not take. Immutable; any thread.
 */
public final class Reserved {
  /** Longer ones are not taken by most (RFC 7454 section 6.1.3). */
  private static final int LONGEST_V4 = 24;

  private static final int LONGEST_V6 = 48;

  /** All that is announced of IPv6 lies in 2000::/3 (RFC 4291 section 2.4). */
  private static final Prefix GLOBAL_V6 = Prefix.parse("2000::/3");

  private final PrefixIndex index;
  private final String[] reasons;

  private Reserved(List<ReservedSpace.Block> blocks) {
    PrefixList prefixes = new PrefixList();
    blocks.forEach(each -> prefixes.add(each.prefix()));
    PrefixIndexBuilder.Built built = PrefixIndexBuilder.build(prefixes);
    index = built.index();
    reasons = new String[blocks.size()];
    for (int i = 0; i < reasons.length; i++) {
      reasons[i] = blocks.get(built.order()[i]).reason();
    }
  }

  /** By the registries of IANA. */
  public static Reserved byIana() {
    return new Reserved(ReservedSpace.BLOCKS);
  }

  /** Why a prefix is never announced; empty where it may be. */
  public Optional<String> prefix(Prefix prefix) {
    if (prefix.length() == 0) {
      return Optional.of("default route (RFC 7454 section 6.1.6)");
    }
    int slot = index.nearest(prefix);
    if (slot != PrefixIndex.NONE && !reasons[index.begin(slot)].isEmpty()) {
      return Optional.of(reasons[index.begin(slot)]);
    }
    if (prefix.length() > (prefix.isV4() ? LONGEST_V4 : LONGEST_V6)) {
      int most = prefix.isV4() ? LONGEST_V4 : LONGEST_V6;
      return Optional.of("longer than /" + most + " (RFC 7454 section 6.1.3)");
    }
    boolean elsewhere = slot == PrefixIndex.NONE && !prefix.isV4() && !GLOBAL_V6.overlaps(prefix);
    return elsewhere ? Optional.of("outside of 2000::/3 (RFC 4291 section 2.4)") : Optional.empty();
  }

  /** Why an AS number, without sign, never stands in a path; empty where it may. */
  public Optional<String> asn(long asn) {
    for (ReservedSpace.Numbers each : ReservedSpace.NUMBERS) {
      if (asn <= each.last()) {
        return asn >= each.first() ? Optional.of(each.reason()) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
