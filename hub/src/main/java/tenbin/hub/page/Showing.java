package tenbin.hub.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/** What one page tells one viewer besides rows: each thing decided, each release remembered. */
final class Showing {
  private final Plan plan;
  private final List<Disclosure> shown = new ArrayList<>();

  Showing(Plan plan) {
    this.plan = plan;
  }

  MemberId viewer() {
    return plan.request().recipient();
  }

  /** A fact of the circle's own directory. */
  static Fact fact(String name, String value) {
    return new Fact(name, Category.CD, value);
  }

  /** Decides a thing of the circle's papers, which circulate within it. */
  Optional<Disclosure> tell(String kind, String id, MemberId holder, List<Fact> facts) {
    return tell(new Item.Told(kind, id, holder, Tlp.GREEN, List.of(), facts));
  }

  /** Decides anything else. */
  Optional<Disclosure> tell(Item.Told told) {
    if (plan.decide(told) instanceof Decision.Released(Disclosure disclosure)) {
      shown.add(disclosure);
      return Optional.of(disclosure);
    }
    return Optional.empty();
  }

  /** Whether the viewer might be told, with nothing shown of it. */
  boolean may(Item.Told told) {
    return plan.decide(told) instanceof Decision.Released;
  }

  /** Whether the viewer may know that somebody belongs to the circle. */
  boolean knows(MemberId member) {
    return member.equals(viewer()) || may(Item.Told.membership(member));
  }

  /** Everything that was released, for the ledger. */
  List<Disclosure> shown() {
    return List.copyOf(shown);
  }
}
