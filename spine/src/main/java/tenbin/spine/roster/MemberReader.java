package tenbin.spine.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Sector;
import tenbin.nouns.time.Validity;
import tenbin.spine.yaml.Leaf;

/** Reads one member. */
final class MemberReader {
  private MemberReader() {}

  /**
   * Reads a member.
   *
   * @param places takes where each claim stands
   */
  static Member read(Leaf at, Map<Claim, Leaf> places) {
    MemberId id = new MemberId(at.text("id"));
    Validity membership = at.validity("joined", Instant.MIN, "left", Instant.MAX);
    return new Member(
        id,
        at.text("name"),
        at.text("name-ja", at.text("name")),
        MemberClass.tryParse(at.text("class")).orElseThrow(),
        at.node().path("carrier").asBoolean(false),
        membership,
        NetworkReader.read(at.at("networks"), id, membership, places),
        contacts(at),
        sector(at));
  }

  /** What a member or a network is for, where that is said. */
  static Sector sector(Leaf at) {
    return Sector.tryParse(at.text("sector")).orElse(Sector.UNKNOWN);
  }

  private static List<Contact> contacts(Leaf member) {
    List<Contact> contacts = new ArrayList<>();
    for (Leaf at : member.list("contacts")) {
      contact(at).ifPresent(contacts::add);
    }
    return contacts;
  }

  private static Optional<Contact> contact(Leaf at) {
    Optional<LocalDate> verified = at.day("verified-at");
    Optional<LocalDate> next = at.day("next-check");
    if (at.text("mail").isEmpty() && at.text("phone").isEmpty()) {
      at.fault("a contact needs a mail address or a phone");
      return Optional.empty();
    }
    if (verified.isEmpty() || next.isEmpty()) {
      return Optional.empty();
    }
    if (next.get().isBefore(verified.get())) {
      at.at("next-check").fault("the next check lies before the last one");
      return Optional.empty();
    }
    return Optional.of(
        new Contact(
            ContactRole.tryParse(at.text("role")).orElseThrow(),
            at.text("name"),
            at.text("mail"),
            at.text("phone"),
            verified.get(),
            next.get()));
  }
}
