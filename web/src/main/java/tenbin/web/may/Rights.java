package tenbin.web.may;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import tenbin.web.signin.Doors;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;

/** Who may do what, now. */
public final class Rights {
  private final Standing standing;
  private final Doors.Demo demo;

  public Rights(Standing standing, Doors.Demo demo) {
    this.standing = standing;
    this.demo = demo;
  }

  /** Whether somebody who is not signed in may. */
  public boolean anybodyMay(Act act) {
    return switch (act.door()) {
      case OPEN, LINK -> true;
      case DEMO -> demo.on();
      case PERSON, PERSON_OR_TOKEN -> false;
    };
  }

  /** Whether this visitor may: its member's standing, and its office or its token's scope. */
  public boolean may(Visitor visitor, Act act) {
    if (anybodyMay(act)) {
      return true;
    }
    return act.roles().contains(standing.of(visitor.member())) && isItsOffice(visitor, act);
  }

  private static boolean isItsOffice(Visitor visitor, Act act) {
    return visitor.isMachine()
        ? !Collections.disjoint(act.scopes(), visitor.scopes())
        : !Collections.disjoint(act.offices(), visitor.offices());
  }

  /** All that the visitor may. */
  public Set<Act> of(Visitor visitor) {
    Set<Act> all = EnumSet.noneOf(Act.class);
    for (Act each : Act.values()) {
      if (may(visitor, each)) {
        all.add(each);
      }
    }
    return all;
  }
}
