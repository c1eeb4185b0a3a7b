package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * A share of an incident: the prefixes of it that some saw, and nothing of what others saw.
 *
 * @param incident of which
 * @param member whose prefixes alone; empty for everybody's
 * @param owners who saw them
 * @param unknown whether prefixes belong to it of which nobody wrote down who saw them
 */
public record Share(UUID incident, Optional<MemberId> member, Set<Owner> owners, boolean unknown) {
  public Share {
    owners = Set.copyOf(owners);
  }

  /** Whether a prefix belongs to it. */
  boolean has(Sighted each) {
    return each.owners().isEmpty()
        ? unknown
        : each.owners().keySet().stream().anyMatch(owners::contains);
  }

  /** When the first of those whose share it is saw a prefix. */
  Instant since(Sighted each) {
    return each.owners().entrySet().stream()
        .filter(one -> owners.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .min(Instant::compareTo)
        .orElse(each.affected().begin());
  }

  /** The same of one member's prefixes alone. */
  public Share of(MemberId its) {
    return new Share(incident, Optional.of(its), owners, unknown);
  }
}
