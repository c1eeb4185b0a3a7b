package tenbin.proof.correlate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.proof.generator.Day;
import tenbin.proof.generator.Planted;
import tenbin.spine.correlate.Finding;

/**
 * How findings compare to what was planted. A campaign is found when a finding's members are
 * exactly its members: of two or three, one wrong is another group. A peer group is found when the
 * finding has at least four of five of either's members (Jaccard's index 0.8): one of six may be
 * missing or too many, one of four may not. One finding is right for one group, the nearest, and a
 * second finding for the same group is right as well. Planted with the same members is planted
 * once.
 *
 * @param planted different sets of members
 * @param recalled how many of them were found
 * @param found findings
 * @param right findings that are one of them
 */
record Score(int planted, int recalled, int found, int right) {
  private static final double LEAST_OVERLAP = 0.8;

  static Score of(Day day, Planted.Sort sort, Collection<Finding> findings) {
    Set<Set<MemberId>> truth = new HashSet<>();
    List<MemberId> members = day.members();
    for (Planted planted : day.planted()) {
      if (planted.sort() == sort) {
        Set<MemberId> named = new HashSet<>();
        planted.members().forEach(member -> named.add(members.get(member)));
        truth.add(named);
      }
    }
    Set<Set<MemberId>> recalled = new HashSet<>();
    int found = 0;
    int right = 0;
    for (Finding finding : findings) {
      if (finding.detector().equals(nameOf(sort))) {
        found++;
        Optional<Set<MemberId>> nearest =
            truth.stream()
                .max(Comparator.comparingDouble(each -> overlap(each, finding.members())));
        if (nearest.isPresent() && overlap(nearest.get(), finding.members()) >= least(sort)) {
          right++;
          recalled.add(nearest.get());
        }
      }
    }
    return new Score(truth.size(), recalled.size(), found, right);
  }

  /** Jaccard's index: the members of both over the members of either. */
  private static double overlap(Set<MemberId> one, Set<MemberId> other) {
    long both = one.stream().filter(other::contains).count();
    return both / (double) (one.size() + other.size() - both);
  }

  private static double least(Planted.Sort sort) {
    return switch (sort) {
      case CAMPAIGN -> 1;
      case PEER_GROUP -> LEAST_OVERLAP;
    };
  }

  private static String nameOf(Planted.Sort sort) {
    return switch (sort) {
      case CAMPAIGN -> "campaign";
      case PEER_GROUP -> "peer-group";
    };
  }

  Score plus(Score other) {
    return new Score(
        planted + other.planted,
        recalled + other.recalled,
        found + other.found,
        right + other.right);
  }

  double recall() {
    return planted == 0 ? 1 : recalled / (double) planted;
  }

  double precision() {
    return found == 0 ? 1 : right / (double) found;
  }

  int wrong() {
    return found - right;
  }
}
