package tenbin.web.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * A machine's right to act for a member.
 *
 * @param id identity, no secret
 * @param member whom it acts for
 * @param title what people call it
 * @param scopes what for
 * @param createdAt since when
 * @param expiresAt from when it is refused
 * @param revokedAt from when it is refused because somebody ended it
 * @param bound the certificate that it goes by, when it is no secret
 */
public record Token(
    UUID id,
    MemberId member,
    String title,
    Set<Scope> scopes,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    Optional<Bound> bound) {
  public Token {
    scopes = Set.copyOf(scopes);
  }

  public boolean holdsAt(Instant at) {
    return at.isBefore(expiresAt) && revokedAt.filter(end -> !at.isBefore(end)).isEmpty();
  }
}
