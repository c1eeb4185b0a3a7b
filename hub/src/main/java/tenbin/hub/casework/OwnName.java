package tenbin.hub.casework;

import java.util.List;
import java.util.Locale;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
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
    boolean some = false;
    boolean all = true;
    for (MemberId each : others) {
      Plan its = viewers.plan(each, CaseDoor.PURPOSE, Outlet.PAGE);
      boolean named = CaseNames.wouldName(member, marking, its);
      some |= named;
      all &= named;
      if (some && !all) {
        return SOME;
      }
    }
    return some ? EVERYBODY : NOBODY;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
