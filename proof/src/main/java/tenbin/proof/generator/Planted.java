package tenbin.proof.generator;

import java.util.Set;

/**
 * Something that was put into the day on purpose.
 *
 * @param sort which
 * @param members indexes of those it touches
 */
public record Planted(Sort sort, Set<Integer> members) {
  /** The two things that a circle is to find. */
  public enum Sort {
    PEER_GROUP,
    CAMPAIGN
  }

  public Planted {
    members = Set.copyOf(members);
  }
}
