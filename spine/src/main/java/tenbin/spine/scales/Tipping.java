package tenbin.spine.scales;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/**
 * What one further ground would tip.
 *
 * @param rows that would go and do not go now
 * @param byRecipient the same, by who would have them
 * @param cases of those that the holder sees, in how many of them such rows lie
 */
public record Tipping(long rows, NavigableMap<MemberId, Long> byRecipient, int cases) {
  public Tipping {
    byRecipient = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(byRecipient));
  }

  /** The difference between two pictures of one backlog; a row counts once, whatever for. */
  static Tipping between(Picture now, Picture then, Collection<Purpose> purposes) {
    NavigableMap<MemberId, Long> most = new TreeMap<>();
    for (Purpose purpose : purposes) {
      Map<MemberId, Long> before = now.releasedTo(purpose);
      then.releasedTo(purpose)
          .forEach((member, rows) -> {
            long more = rows - before.getOrDefault(member, 0L);
            if (more > 0) {
              most.merge(member, more, Math::max);
            }
          });
    }
    return new Tipping(most.values().stream().mapToLong(Long::longValue).sum(), most, 0);
  }

  Tipping in(int some) {
    return new Tipping(rows, byRecipient, some);
  }
}
