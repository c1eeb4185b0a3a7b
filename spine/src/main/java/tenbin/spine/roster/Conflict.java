package tenbin.spine.roster;

import tenbin.nouns.member.Claim;

/**
 * Two claims of one network that hold at the same time and are no sub-allocation of one another.
 *
 * @param one the first by order of the circle file
 * @param other the second
 */
public record Conflict(Claim one, Claim other) {}
