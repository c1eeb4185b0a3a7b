package tenbin.hub.wiring;

import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;
import tenbin.hub.joining.AgreementPapers;
import tenbin.hub.joining.ContactDoor;
import tenbin.hub.joining.FirstRow;
import tenbin.hub.joining.Handing;
import tenbin.hub.joining.InviteDesk;
import tenbin.hub.joining.JoiningDoor;
import tenbin.hub.joining.Letters;
import tenbin.hub.joining.Lookups;
import tenbin.hub.joining.RangePapers;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.NewcomerBook;
import tenbin.spine.newcomer.letter.ContactLetters;
import tenbin.spine.newcomer.letter.LetterBook;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.signin.Invitations;
import tenbin.web.signin.People;

/**
 * Where newcomers are kept, how letters to them leave, and where proofs are looked for.
 *
 * @param newcomers the book
 * @param asked letters to registered contacts
 * @param letters by mail, where the hub sends any
 * @param lookups servers that the operator named
 */
public record JoiningParts(
    NewcomerBook newcomers, LetterBook asked, Letters letters, Lookups lookups) {
  /** Those of a hub that sends no letters and asks nobody. */
  public static JoiningParts quiet(NewcomerBook newcomers, LetterBook asked) {
    return new JoiningParts(newcomers, asked, Letters.NONE, Lookups.none());
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(
        Joining.class,
        () -> {
          Roster roster = context.getBean(Roster.class);
          return new Joining(newcomers, roster::circle, context.getBean(Clock.class));
        });
    context.registerBean(
        JoiningDoor.class,
        () ->
            new JoiningDoor(
                context.getBean(Joining.class),
                lookups,
                context.getBean(Roster.class),
                context.getBean(ReportBook.class),
                context.getBean(Audit.class),
                context.getBean(Clock.class)));
    context.registerBean(
        InviteDesk.class,
        () ->
            new InviteDesk(
                context.getBean(JoiningDoor.class),
                context.getBean(People.class),
                context.getBean(Invitations.class),
                letters,
                context.getBean(ContactLetters.class),
                context.getBean(Audit.class)));
    context.registerBean(
        ContactLetters.class,
        () ->
            new ContactLetters(
                asked, context.getBean(Joining.class), context.getBean(Clock.class)));
    context.registerBean(
        ContactDoor.class,
        () ->
            new ContactDoor(
                context.getBean(JoiningDoor.class),
                context.getBean(ContactLetters.class),
                lookups,
                letters,
                context.getBean(Audit.class)));
    context.registerBean(
        RangePapers.class,
        () ->
            new RangePapers(
                context.getBean(JoiningDoor.class), context.getBean(ContactLetters.class)));
    context.registerBean(
        Handing.class,
        () ->
            new Handing(
                context.getBean(JoiningDoor.class),
                context.getBean(Viewers.class),
                context.getBean(WayOut.class)));
    context.registerBean(
        AgreementPapers.class, () -> new AgreementPapers(context.getBean(Joining.class)));
    context.registerBean(
        FirstRow.class,
        () ->
            new FirstRow(
                context.getBean(JoiningDoor.class),
                context.getBean(Deliveries.class),
                context.getBean(ReportBook.class),
                context.getBean(WayOut.class)));
  }
}
