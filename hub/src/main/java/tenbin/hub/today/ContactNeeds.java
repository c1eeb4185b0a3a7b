package tenbin.hub.today;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.hub.page.ContactDoubts;
import tenbin.hub.page.Directory;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.collect.mailbox.MailOffice;
import tenbin.spine.roster.Roster;
import tenbin.web.may.Act;

/** Contacts of the member's own that nobody checked for too long, or whose mails come back. */
final class ContactNeeds implements Needs {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final Roster roster;
  private final MailOffice mails;
  private final Clock clock;

  ContactNeeds(Roster roster, MailOffice mails, Clock clock) {
    this.roster = roster;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  public Act act() {
    return Act.CONFIGURE;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    Directory directory =
        new Directory(roster.circle(), looker.plan(PURPOSE), looker.locale(), clock);
    LocalDate today = LocalDate.ofInstant(looker.now(), ZoneOffset.UTC);
    List<ContactDoubts.Doubt> doubts =
        new ContactDoubts(mails.questionable(), today)
            .of(directory.member(looker.visitor().member()).stream().toList());
    if (!doubts.isEmpty()) {
      looker.show(PURPOSE, directory.shown());
    }
    return doubts.stream()
        .map(each ->
            Need.plain(
                Need.Kind.CONTACT,
                looker.say(
                    each.bouncedSince().isPresent() ? "today.contact.bounced" : "today.contact.old",
                    looker.say("contact." + each.contact().role()),
                    each.contact().name()),
                Optional.empty(),
                "/contacts"));
  }
}
