package tenbin.hub.casework;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.method.Adoption;
import tenbin.spine.casework.method.CaseDefence;
import tenbin.spine.casework.method.CaseMethod;
import tenbin.web.signin.Visitor;

/** What pages and programs do alike with the method and the defence of a case. */
public final class MethodDesk {
  private final CaseMethod method;
  private final CaseDefence defence;
  private final Clock clock;

  public MethodDesk(CaseMethod method, CaseDefence defence, Clock clock) {
    this.method = method;
    this.defence = defence;
    this.clock = clock;
  }

  List<Disclosure> papers(CaseDoor.Inside inside) {
    return method.papers(inside.plan(), inside.shared());
  }

  List<Disclosure> history(CaseDoor.Inside inside, String about) {
    return method.history(inside.plan(), inside.shared(), about);
  }

  List<CaseDefence.Measure> measures(CaseDoor.Inside inside) {
    return defence.of(inside.plan(), inside.shared());
  }

  /** Everything that is told of countermeasures, for the ledger. */
  static List<Disclosure> told(List<CaseDefence.Measure> measures) {
    List<Disclosure> told = new ArrayList<>();
    for (CaseDefence.Measure each : measures) {
      told.add(each.measure());
      told.addAll(each.named());
    }
    return told;
  }

  CaseMethod.Outcome write(CaseDoor.Inside inside, Visitor visitor, CaseMethod.Draft draft) {
    return method.write(inside.plan(), inside.shared(), author(visitor), draft);
  }

  /** False when its member has said too much. */
  boolean propose(
      CaseDoor.Inside inside, Visitor visitor, UUID once, String mitigation, String text) {
    return defence.propose(inside.shared().circle(), author(visitor), once, mitigation, text);
  }

  /** Empty for no such countermeasure; false when its member has said too much. */
  java.util.Optional<Boolean> adopt(
      CaseDoor.Inside inside, Visitor visitor, UUID once, UUID measure, Adoption adoption) {
    return defence.adopt(inside.plan(), inside.shared(), author(visitor), once, measure, adoption);
  }

  private Entry.Author author(Visitor visitor) {
    return new Entry.Author(visitor.member(), visitor.actor(), clock.instant());
  }
}
