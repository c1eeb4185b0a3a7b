package tenbin.nouns.member;

import java.time.LocalDate;

/**
 * Where a member's people are reached for one role.
 *
 * @param role what for
 * @param name desk or person
 * @param mail address, empty when none
 * @param phone with country code, empty when none
 * @param verifiedAt the day somebody last checked that it answers
 * @param nextCheck the day from which it counts as stale
 */
public record Contact(
    ContactRole role,
    String name,
    String mail,
    String phone,
    LocalDate verifiedAt,
    LocalDate nextCheck) {
  public Contact {
    if (mail.isEmpty() && phone.isEmpty()) {
      throw new IllegalArgumentException("a contact needs a mail address or a phone: " + name);
    }
    if (nextCheck.isBefore(verifiedAt)) {
      throw new IllegalArgumentException("next check before the last one: " + name);
    }
  }

  public boolean isStaleOn(LocalDate day) {
    return !day.isBefore(nextCheck);
  }
}
