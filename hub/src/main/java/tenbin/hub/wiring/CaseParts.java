package tenbin.hub.wiring;

import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;
import tenbin.hub.casework.MethodDesk;
import tenbin.spine.Spine;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.method.CaseDefence;
import tenbin.spine.casework.method.CaseMethod;
import tenbin.spine.casework.method.Recurrence;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.spine.casework.talk.Cutting;
import tenbin.spine.casework.talk.Hand;
import tenbin.spine.casework.talk.Voices;
import tenbin.spine.roster.Roster;

/** What members write into cases. */
public record CaseParts(CaseTalk talk, Hand hand, MethodDesk method, Recurrence recurrence) {
  /** Those of a hub over its spine. */
  static CaseParts of(Spine spine, CaseBook cases, Clock clock) {
    EntryBook book = EntryBook.in(spine.dataSource());
    return of(
        cases, book, new Voices(spine.secret().key("case-voices", "")), spine.roster(), clock);
  }

  static CaseParts of(CaseBook cases, EntryBook book, Voices voices, Roster roster, Clock clock) {
    Cutting cutting = new Cutting(roster::circle);
    CaseMethod method = new CaseMethod(book, cutting);
    CaseDefence defence = new CaseDefence(book, cutting);
    return new CaseParts(
        new CaseTalk(book, voices, cutting),
        new Hand(book),
        new MethodDesk(method, defence, clock),
        new Recurrence(cases, method, defence));
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(CaseTalk.class, () -> talk);
    context.registerBean(Hand.class, () -> hand);
    context.registerBean(MethodDesk.class, () -> method);
    context.registerBean(Recurrence.class, () -> recurrence);
  }
}
