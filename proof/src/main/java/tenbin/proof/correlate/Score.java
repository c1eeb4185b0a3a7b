package tenbin.proof.correlate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.proof.generator.Day;
import tenbin.proof.generator.Planted;
import tenbin.spine.correlate.Finding;

/**
 * How findings compare to what was planted: one counts as right only when its members are exactly
 * those of something planted.
 *
 * @param planted different sets of members
 * @param recalled how many of them were found
 * @param found findings
 * @param right findings that are one of them
 */
record Score(int planted, int recalled, int found, int right) {
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
        if (truth.contains(finding.members())) {
          right++;
          recalled.add(finding.members());
        }
      }
    }
    return new Score(truth.size(), recalled.size(), found, right);
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
