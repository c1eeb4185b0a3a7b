package tenbin.balance.weigh;

import java.time.Period;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Obligation.Duty;
import tenbin.balance.ground.StandingRule;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;

/**
 * What no basis opens: the sender's marking (M), necessity (N), the recipient's standing (R), and
 * every forbid. They always win.
 */
final class Ceilings {
  private final Scene scene;
  private final Markings markings;
  private final Need need;

  Ceilings(Scene scene) {
    this.scene = scene;
    this.markings = new Markings(scene);
    this.need = scene.question().purpose().map(scene.policy()::need).orElse(Need.NOTHING);
  }

  Need need() {
    return need;
  }

  Cut over(Part part) {
    Cut cut = new Cut(part.order());
    addStanding(cut);
    if (!scene.recipientRoles().contains(tenbin.balance.ground.Parties.Role.HOLDER)) {
      markings.addTo(cut, part);
      cut.oblige(Obligation.of(Duty.STRIP_ATTRIBUTION));
    }
    addNeed(cut, part);
    for (Forbid forbid : scene.policy().forbids()) {
      if (forbid.kinds().isEmpty() && reaches(forbid, part)) {
        cut.shut(Why.of(Code.FORBIDDEN, forbid.id(), forbid.pointer()));
      }
    }
    return cut;
  }

  private void addStanding(Cut cut) {
    if (!scene.policy().knows(scene.recipient().id())) {
      cut.shut(Why.of(Code.RECIPIENT_UNKNOWN, scene.recipient().id()));
    }
    for (StandingRule rule : scene.policy().standings()) {
      if (!scene.includesRecipient(rule.recipients())) {
        continue;
      }
      for (Condition condition : rule.conditions()) {
        if (scene.answer(condition) != Condition.Answer.MET) {
          cut.shut(Why.of(Code.STANDING_UNMET, rule.id(), condition));
        }
      }
    }
  }

  private void addNeed(Cut cut, Part part) {
    int most = neededLevel(part);
    Order order = part.order();
    cut.lowerTo(most, Why.of(Code.NOT_NEEDED));
    if (most != order.least() && !need.retention().equals(Period.ZERO)) {
      cut.oblige(new Obligation(Duty.DELETE_AFTER, need.retention().toString()));
    }
  }

  private int neededLevel(Part part) {
    Order order = part.order();
    int most = order.least();
    if (part.category() == Category.UNKNOWN) {
      return most;
    }
    for (Need.Entry entry : need.required()) {
      most = higher(order, most, entry, part);
    }
    for (Need.Entry entry : need.optional()) {
      most = higher(order, most, entry, part);
    }
    return most;
  }

  private static int higher(Order order, int most, Need.Entry entry, Part part) {
    boolean more =
        entry.means(part.name(), part.category())
            && order.height(entry.in(order)) > order.height(most);
    return more ? entry.in(order) : most;
  }

  /** Whether a forbid speaks of a field in this scene. A condition nobody can evaluate is met. */
  boolean reaches(Forbid forbid, Part part) {
    return forbid.scope().lists(part.name(), part.category()) && applies(forbid);
  }

  boolean applies(Forbid forbid) {
    var scope = forbid.scope();
    return scene.question().purpose().filter(scope.purposes()::contains).isPresent()
        && scope.acts().contains(scene.question().act())
        && scene.includesGiver(scope.givers())
        && scene.includesRecipient(scope.recipients())
        && scene.includesSubject(scope.subjects())
        && forbid.term().holds(scene.when())
        && forbid.conditions().stream()
            .noneMatch(each -> scene.answer(each) == Condition.Answer.UNMET);
  }
}
