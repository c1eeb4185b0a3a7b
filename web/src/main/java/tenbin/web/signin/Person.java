package tenbin.web.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * Somebody of a member who signs in.
 *
 * @param id identity
 * @param member whom the person acts for
 * @param login what the person types, lower case
 * @param offices what it does for its member
 * @param createdAt since when
 * @param endedAt from when the person may not sign in any more
 */
public record Person(
    UUID id,
    MemberId member,
    String login,
    Set<Office> offices,
    Instant createdAt,
    Optional<Instant> endedAt) {
  public Person {
    offices = Set.copyOf(offices);
  }

  public boolean isActive() {
    return endedAt.isEmpty();
  }
}
