package tenbin.web.exit;

import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/** Plans for what is told besides rows: cases, the directory. Any thread. */
public interface Viewers {
  /** The balance's plan for a viewer now, with the viewer's own key. */
  Plan plan(MemberId viewer, Purpose purpose, Outlet outlet);
}
