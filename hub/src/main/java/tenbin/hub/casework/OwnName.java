package tenbin.hub.casework;

import java.util.List;
import java.util.Locale;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseNames;
import tenbin.web.exit.Viewers;

/** To how many of the circle a member lets its name be known, should a case concern both. */
enum OwnName {
  NOBODY,
  SOME,
  EVERYBODY;

  /** Of all members of the circle, whomever the case concerns: so it tells nothing of the case. */
  static OwnName of(MemberId member, Tlp marking, Circle circle, Viewers viewers) {
    List<MemberId> others =
        circle.members().stream().map(Member::id).filter(each -> !each.equals(member)).toList();
    long named =
        others.stream()
            .filter(each ->
                CaseNames.wouldName(
                    member, marking, viewers.plan(each, CaseDoor.PURPOSE, Outlet.PAGE)))
            .count();
    return named == 0 ? NOBODY : named == others.size() ? EVERYBODY : SOME;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
