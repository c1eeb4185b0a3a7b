package tenbin.spine.casework;

import static tenbin.nouns.consent.Category.C5;
import static tenbin.nouns.consent.Category.C7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/**
 * Who of a case's members lets another know that it is concerned, and how it stands. Sorted by
 * name: nothing tells who was first.
 */
public final class CaseNames {
  /** The member's id: that the case concerns it, which is who the victim is. */
  public static final String MEMBER = "case.member";

  /** How it stands, as {@link AnswerState#word}: what it did. */
  public static final String ANSWER = "case.answer";

  private static final String KIND = "case-member";

  private CaseNames() {}

  /** What the viewer may know of the others. */
  static List<Disclosure> of(CaseFile file, CaseCircle circle, Plan viewer) {
    List<Disclosure> named = new ArrayList<>();
    for (MemberId member : circle.members()) {
      if (!member.equals(viewer.request().recipient())) {
        one(circle, viewer, member, file.stateOf(member)).ifPresent(named::add);
      }
    }
    return named;
  }

  private static Optional<Disclosure> one(
      CaseCircle circle, Plan viewer, MemberId member, AnswerState state) {
    List<Fact> facts =
        List.of(new Fact(MEMBER, C5, member.text()), new Fact(ANSWER, C7, state.word()));
    return circle
        .tell(viewer, KIND, circle.caseId() + "/" + member, member, facts)
        .filter(each -> !each.fact(MEMBER).isEmpty());
  }

  /** The members that were named. */
  public static Set<MemberId> in(List<Disclosure> named) {
    return named.stream().map(each -> new MemberId(each.fact(MEMBER))).collect(Collectors.toSet());
  }

  /** The members that the viewer knows to be concerned: itself, and those that are named to it. */
  public static Set<MemberId> known(CaseBook.Shared shared, Plan viewer) {
    Set<MemberId> known = new HashSet<>(in(shared.named()));
    known.add(viewer.request().recipient());
    return known;
  }

  /** Whether a member lets another know by name that a case of such a marking concerns it. */
  public static boolean wouldName(MemberId member, Tlp marking, Plan other) {
    List<MemberId> both = List.of(member, other.request().recipient());
    CaseCircle any = new CaseCircle("", Instant.EPOCH, marking, both, List.of());
    return one(any, other, member, AnswerState.SILENT).isPresent();
  }
}
