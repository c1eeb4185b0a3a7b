package tenbin.web.signin;

import java.time.Clock;
import java.time.Instant;
import tenbin.nouns.member.Factors;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.Roster;

/** What a member is in the circle now: asked anew at every request, never remembered. */
public final class Standing {
  private final Roster roster;
  private final Clock clock;

  public Standing(Roster roster, Clock clock) {
    this.roster = roster;
    this.clock = clock;
  }

  /** The role that the member's class gives now. */
  public Role of(MemberId member) {
    Instant now = clock.instant();
    return roster
        .circle()
        .member(member)
        .filter(each -> each.membership().holdsAt(now))
        .map(each -> of(each.memberClass()))
        .orElseGet(() -> roster.isSettling(member) ? Role.NEWCOMER : Role.NONE);
  }

  /** What the circle demands of its people when they sign in, now. */
  public Factors demanded() {
    return roster.circle().signIn();
  }

  private static Role of(MemberClass memberClass) {
    return switch (memberClass) {
      case SECRETARIAT -> Role.SECRETARIAT;
      case OBSERVER -> Role.OBSERVER;
      case CHAIR, VICE_CHAIR, DIRECTOR, COMMITTEE, ALLIANCE_MEMBER -> Role.MEMBER;
    };
  }
}
