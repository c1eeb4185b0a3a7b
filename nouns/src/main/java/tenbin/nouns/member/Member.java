package tenbin.nouns.member;

import java.util.List;
import tenbin.nouns.time.Validity;

/**
 * A party of the circle.
 *
 * @param id short and stable
 * @param name for people, in English
 * @param nameJa for people, in Japanese; the same as {@code name} where there is none
 * @param memberClass what it is in the circle
 * @param carrier whether it carries communications for others: decides gate S
 * @param membership from when to when it belongs to the circle
 * @param claims the networks it answers for
 * @param contacts by role
 * @param sector what its networks are for, where none of them says otherwise
 */
public record Member(
    MemberId id,
    String name,
    String nameJa,
    MemberClass memberClass,
    boolean carrier,
    Validity membership,
    List<Claim> claims,
    List<Contact> contacts,
    Sector sector) {
  public Member {
    claims = List.copyOf(claims);
    contacts = List.copyOf(contacts);
  }

  /** A member of which nobody says what its networks are for. */
  public Member(
      MemberId id,
      String name,
      String nameJa,
      MemberClass memberClass,
      boolean carrier,
      Validity membership,
      List<Claim> claims,
      List<Contact> contacts) {
    this(id, name, nameJa, memberClass, carrier, membership, claims, contacts, Sector.UNKNOWN);
  }
}
