package tenbin.spine.ground;

import java.util.List;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.PolicySet;

/** Whether a deed can be about what it says it is about. */
final class DeedCheck {
  private DeedCheck() {}

  /** Refuses a deed about a ground that is not there, or of another kind. */
  static void require(Deed deed, PolicySet set, List<Entry> lines) {
    boolean fits =
        switch (deed) {
          case Deed.Recorded ignored -> true;
          case Deed.Ended ended -> knows(set, ended.about()) || isOn(lines, ended.about());
          case Deed.Adopted adopted ->
              grantOf(set, adopted.about()) instanceof Grant.Adopted && set.knows(adopted.party());
          case Deed.Left left ->
              grantOf(set, left.about()) instanceof Grant.Adopted clause
                  && clause.adoptions().term(left.party()) != null;
          case Deed.Stated stated -> grantOf(set, stated.about()) instanceof Grant.Consent;
          case Deed.OptedOut out -> set.register(out.about()).isPresent();
          case Deed.OptedIn in -> set.register(in.about()).isPresent();
        };
    if (!fits) {
      throw new GroundRefused(deed.about(), "no ground of this id and kind is on record");
    }
  }

  private static boolean knows(PolicySet set, String id) {
    return set.bases().stream().anyMatch(basis -> basis.id().equals(id))
        || set.forbids().stream().anyMatch(forbid -> forbid.id().equals(id));
  }

  /** Whether a line of the book put it on record: facts have no id of their own. */
  private static boolean isOn(List<Entry> lines, String about) {
    return lines.stream()
        .map(Entry::deed)
        .anyMatch(deed -> deed instanceof Deed.Recorded && deed.about().equals(about));
  }

  private static Grant grantOf(PolicySet set, String id) {
    return set.bases().stream()
        .filter(basis -> basis.id().equals(id))
        .map(Basis::grant)
        .findFirst()
        .orElse(Grant.STANDING);
  }

  /** For the audit's lines. */
  static String word(Deed deed) {
    return switch (deed) {
      case Deed.Recorded ignored -> "recorded";
      case Deed.Ended ignored -> "ended";
      case Deed.Adopted ignored -> "adopted";
      case Deed.Left ignored -> "left";
      case Deed.Stated ignored -> "stated";
      case Deed.OptedOut ignored -> "opted-out";
      case Deed.OptedIn ignored -> "opted-in";
    };
  }
}
