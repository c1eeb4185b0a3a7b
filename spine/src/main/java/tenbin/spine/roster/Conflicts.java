package tenbin.spine.roster;

import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.member.Circle;

/** What two members of a circle claim at once. */
public final class Conflicts {
  private Conflicts() {}

  /** Every pair of claims that contradict each other, the wider or earlier one first. */
  public static List<Conflict> of(Circle circle) {
    List<Conflict> conflicts = new ArrayList<>();
    for (Claimed claimed : ClaimIndex.of(circle).all()) {
      List<Standing> own = claimed.own();
      for (int i = 0; i < own.size(); i++) {
        for (Standing wider : claimed.above()) {
          add(conflicts, wider, own.get(i));
        }
        for (int j = 0; j < i; j++) {
          add(conflicts, own.get(j), own.get(i));
        }
      }
    }
    return List.copyOf(conflicts);
  }

  private static void add(List<Conflict> conflicts, Standing covering, Standing narrow) {
    if (narrow.contradicts(covering)) {
      conflicts.add(new Conflict(covering.claim(), narrow.claim()));
    }
  }
}
