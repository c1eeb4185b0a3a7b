package tenbin.hub.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.MemberId;

/** Where a member is written to about what it has to do. */
final class Desk {
  /** To whom, first of all; a desk that is reachable goes before nobody. */
  private static final List<ContactRole> ROLES =
      List.of(ContactRole.ABUSE, ContactRole.SOC, ContactRole.NOC);

  private Desk() {}

  static Optional<String> addressOf(MemberId member, Circle circle) {
    return circle.member(member).stream()
        .flatMap(each -> each.contacts().stream())
        .filter(contact -> !contact.mail().isEmpty() && ROLES.contains(contact.role()))
        .min(Comparator.comparingInt(contact -> ROLES.indexOf(contact.role())))
        .map(Contact::mail);
  }
}
