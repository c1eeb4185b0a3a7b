package tenbin.spine.portal;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;

/**
 * An organisation that can tell what happened to it.
 *
 * @param id made by the hub; letters of a member's id, so that it can stand wherever a recipient
 *     stands
 * @param desk the member, or the secretariat, that entered it and answers for who it is
 * @param name for people
 * @param mail where it is reached
 * @param madeAt since when
 * @param endedAt from when on it has no way in any more
 */
public record Customer(
    MemberId id,
    MemberId desk,
    String name,
    String mail,
    Instant madeAt,
    Optional<Instant> endedAt) {
  /** No member is called like that: the desk that enters one cannot take a member's name. */
  public static final String PREFIX = "c-";

  public static final int MOST_NAME = 100;

  public Customer {
    if (!id.text().startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a customer's id: " + id);
    }
    if (name.isBlank()
        || name.length() > MOST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not an organisation's name");
    }
  }

  public PartyId party() {
    return id.party();
  }

  public boolean isActive() {
    return endedAt.isEmpty();
  }
}
