package tenbin.hub.wiring;

import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;
import tenbin.hub.casework.FileDesk;
import tenbin.hub.casework.MethodDesk;
import tenbin.hub.casework.TalkDesk;
import tenbin.spine.Spine;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.file.CaseFiles;
import tenbin.spine.casework.method.CaseDefence;
import tenbin.spine.casework.method.CaseMethod;
import tenbin.spine.casework.method.Recurrence;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.spine.casework.talk.Cutting;
import tenbin.spine.casework.talk.Hand;
import tenbin.spine.casework.talk.Voices;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.signin.People;

/** Where it is kept what members write into cases, and under which names they speak there. */
public record CaseParts(EntryBook book, Voices voices) {
  /** Those of a hub over its spine. */
  static CaseParts of(Spine spine) {
    return new CaseParts(
        EntryBook.in(spine.dataSource()), new Voices(spine.secret().key("case-voices", "")));
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(Cutting.class, () -> new Cutting(context.getBean(Roster.class)::circle));
    context.registerBean(
        CaseTalk.class, () -> new CaseTalk(book, voices, context.getBean(Cutting.class)));
    context.registerBean(Hand.class, () -> new Hand(book));
    context.registerBean(
        TalkDesk.class,
        () ->
            new TalkDesk(
                context.getBean(CaseTalk.class),
                context.getBean(Hand.class),
                context.getBean(People.class),
                context.getBean(Audit.class),
                context.getBean(Clock.class)));
    context.registerBean(
        CaseMethod.class, () -> new CaseMethod(book, context.getBean(Cutting.class)));
    context.registerBean(
        CaseDefence.class, () -> new CaseDefence(book, context.getBean(Cutting.class)));
    context.registerBean(
        MethodDesk.class,
        () ->
            new MethodDesk(
                context.getBean(CaseMethod.class),
                context.getBean(CaseDefence.class),
                context.getBean(Clock.class)));
    context.registerBean(
        Recurrence.class,
        () ->
            new Recurrence(
                context.getBean(CaseBook.class),
                context.getBean(CaseMethod.class),
                context.getBean(CaseDefence.class)));
    context.registerBean(
        FileDesk.class,
        () ->
            new FileDesk(
                new CaseFiles(book, context.getBean(Cutting.class)), context.getBean(Clock.class)));
  }
}
