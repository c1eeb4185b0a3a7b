package tenbin.spine.group.election;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Votes added up: how many each choice has, and nothing of who gave them or in which order. As
 * bytes it has the same length whatever was voted.
 */
final class Tally {
  /**
   * Below three votes the outcome itself betrays: of two who voted each knows the other's choice.
   */
  static final int LEAST = 3;

  /** The circle's own measure of a cell that may be told ("five or more", THREATS). */
  static final int LEAST_TOLD = 5;

  /** None of the candidates. */
  static final UUID NONE = new UUID(0, 0);

  private final List<UUID> choices;
  private final int[] votes;

  private Tally(List<UUID> choices, int[] votes) {
    this.choices = choices;
    this.votes = votes;
  }

  /** No vote yet. */
  static Tally empty(Set<UUID> candidates) {
    List<UUID> choices = new ArrayList<>(candidates.stream().sorted().toList());
    choices.add(NONE);
    return new Tally(choices, new int[choices.size()]);
  }

  /** Reads it back. */
  static Tally of(Set<UUID> candidates, byte[] bytes) {
    Tally tally = empty(candidates);
    if (bytes.length != tally.bytes().length) {
      throw new IllegalStateException("a box of another election");
    }
    ByteBuffer.wrap(bytes).asIntBuffer().get(tally.votes);
    return tally;
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * votes.length);
    bytes.asIntBuffer().put(votes);
    return bytes.array();
  }

  /** One more for a choice. */
  Tally plus(UUID choice) {
    int[] more = votes.clone();
    more[choices.indexOf(choice)]++;
    return new Tally(choices, more);
  }

  int cast() {
    int all = 0;
    for (int each : votes) {
      all += each;
    }
    return all;
  }

  /** What it says, as far as it may be told. */
  Election.Result result(int quorum) {
    int cast = cast();
    if (cast < LEAST) {
      return bare(Election.Outcome.TOO_FEW, 0);
    }
    if (cast < quorum) {
      return bare(Election.Outcome.NO_QUORUM, cast);
    }
    Set<UUID> best = best();
    boolean nobody = best.contains(NONE);
    Election.Outcome outcome =
        nobody
            ? Election.Outcome.NOBODY
            : best.size() > 1 ? Election.Outcome.TIE : Election.Outcome.ELECTED;
    Map<UUID, Integer> counts = new HashMap<>();
    for (int i = 0; i < votes.length && cast >= LEAST_TOLD; i++) {
      counts.put(choices.get(i), votes[i]);
    }
    return new Election.Result(outcome, nobody ? Set.of() : best, cast, counts);
  }

  static Election.Result bare(Election.Outcome outcome, int cast) {
    return new Election.Result(outcome, Set.of(), cast, Map.of());
  }

  private Set<UUID> best() {
    int most = 0;
    for (int each : votes) {
      most = Math.max(most, each);
    }
    Set<UUID> best = new HashSet<>();
    for (int i = 0; i < votes.length; i++) {
      if (votes[i] == most) {
        best.add(choices.get(i));
      }
    }
    return best;
  }
}
