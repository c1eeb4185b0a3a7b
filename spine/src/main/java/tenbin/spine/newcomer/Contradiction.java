package tenbin.spine.newcomer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.time.Validity;
import tenbin.spine.roster.Conflict;
import tenbin.spine.roster.Conflicts;

/** Whose networks a network of somebody else's would contradict if it counted. */
final class Contradiction {
  private Contradiction() {}

  /** Those members, each once, by their ids. */
  static List<MemberId> of(Circle circle, OwnRange range, Instant now) {
    return of(circle, range.holder(), range.network(), range.means(), now);
  }

  private static List<MemberId> of(
      Circle circle, MemberId holder, Network network, Claim.Means means, Instant now) {
    Validity open = Validity.since(now);
    Claim claim = new Claim(holder, network, means, open, "to be tried");
    List<Member> members = new ArrayList<>(circle.members());
    Optional<Member> known = circle.member(holder);
    known.ifPresent(members::remove);
    members.add(
        new Member(
            holder,
            holder.text(),
            holder.text(),
            MemberClass.ALLIANCE_MEMBER,
            false,
            open,
            List.of(claim),
            List.of()));
    Circle tried =
        new Circle(
            circle.name(), circle.version(), members, List.of(), List.of(), circle.unmarked());
    return Conflicts.of(tried).stream()
        .filter(each -> each.one().equals(claim) || each.other().equals(claim))
        .map(each -> other(each, holder))
        .distinct()
        .sorted()
        .toList();
  }

  private static MemberId other(Conflict conflict, MemberId holder) {
    return conflict.one().holder().equals(holder)
        ? conflict.other().holder()
        : conflict.one().holder();
  }
}
