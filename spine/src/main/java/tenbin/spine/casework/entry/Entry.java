package tenbin.spine.casework.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * Something that one member's person wrote into a case.
 *
 * @param id inside the hub; the same one twice is one
 * @param caseId inside the hub
 * @param kind what it is
 * @param reach who may read it at all
 * @param author who says it, where and when
 * @param about what it is about, in the words of its kind; "" for nothing in particular
 * @param parent the entry that it goes on from
 * @param text in the person's own words, or in the words of its kind
 */
public record Entry(
    UUID id,
    String caseId,
    Kind kind,
    Reach reach,
    Author author,
    String about,
    Optional<UUID> parent,
    String text) {
  /** What is written into cases. */
  public enum Kind {
    COMMENT,
    HAND,
    METHOD,
    MEASURE,
    ADOPTION,
    FILE
  }

  /** Who may read an entry at all; the balance decides within it. */
  public enum Reach {
    /** Those whom the case concerns. */
    CIRCLE,
    /** The author's own organisation. */
    OWN
  }

  /**
   * Who wrote it.
   *
   * @param member for which member
   * @param person for its own organisation alone, as the audit names people
   * @param at when
   */
  public record Author(MemberId member, String person, Instant at) {}

  public MemberId member() {
    return author.member;
  }

  public Instant at() {
    return author.at;
  }
}
