package tenbin.balance;

import java.time.Instant;
import java.util.Set;
import tenbin.balance.ground.Obligation;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/**
 * On what terms something is disclosed: what the ledger writes and the recipient may read.
 *
 * @param recipient to whom
 * @param purpose what for
 * @param outlet through what
 * @param at decided for this time
 * @param policy the version of the circle's policy that decided
 * @param bases the ids of the bases it rests on
 * @param obligations what the recipient takes on
 */
public record Terms(
    MemberId recipient,
    Purpose purpose,
    Outlet outlet,
    Instant at,
    String policy,
    Set<String> bases,
    Set<Obligation> obligations) {
  /** What a disclosure to the one who brought it rests on. */
  public static final String OWN_DATA = "own-data";

  public Terms {
    bases = Set.copyOf(bases);
    obligations = Set.copyOf(obligations);
  }
}
