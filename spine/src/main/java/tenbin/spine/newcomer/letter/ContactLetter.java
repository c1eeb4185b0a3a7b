package tenbin.spine.newcomer.letter;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.report.Digest;

/**
 * A question to the contact that a registry names for a network: is it this member's? It bears a
 * secret, of which only the digest is kept.
 *
 * @param secret its digest
 * @param member who says that the network is its own
 * @param network which
 * @param mail where the letter went
 * @param where the registry names that address
 * @param sentAt when it was written
 * @param until when its link ends
 * @param answer what came back
 */
public record ContactLetter(
    Digest secret,
    MemberId member,
    Network network,
    String mail,
    String where,
    Instant sentAt,
    Instant until,
    Optional<Answer> answer) {
  /** What the contact said, and when; it can say otherwise until the link ends. */
  public record Answer(boolean yes, Instant at) {}

  ContactLetter with(Answer said) {
    return new ContactLetter(
        secret, member, network, mail, where, sentAt, until, Optional.of(said));
  }

  /** Whether its link still opens. */
  public boolean isOpenAt(Instant at) {
    return at.isBefore(until);
  }
}
