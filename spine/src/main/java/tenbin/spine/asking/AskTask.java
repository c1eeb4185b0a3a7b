package tenbin.spine.asking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Gate;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;

/**
 * A question to somebody who can open a gate.
 *
 * @param id for pages, links and the audit
 * @param matter what is asked
 * @param approvals how many different persons have to say yes
 * @param openedAt since when
 * @param dueAt from when on it is not asked any more
 * @param mailedAt when it was mailed
 * @param remindedAt when it was mailed again
 * @param state what came of it
 * @param ground the ground that a yes made, "" without one
 * @param words who said what, in order
 */
public record AskTask(
    UUID id,
    Matter matter,
    int approvals,
    Instant openedAt,
    Instant dueAt,
    Optional<Instant> mailedAt,
    Optional<Instant> remindedAt,
    State state,
    String ground,
    List<Word> words) {
  /**
   * What is asked: two of the same matter are one task.
   *
   * @param rule by which of the policy
   * @param whom who is asked
   * @param holder who knows it; the subject itself where it is asked about rows, whoever has them
   * @param subject whom it is about
   * @param report which report; empty for all rows of the holder, or about the subject's networks
   * @param gate that is shut
   * @param categories of fields
   * @param purpose what for
   * @param recipients for which class
   */
  public record Matter(
      String rule,
      AskRule.Whom whom,
      PartyId holder,
      PartyId subject,
      Optional<UUID> report,
      Gate gate,
      Set<Category> categories,
      Purpose purpose,
      String recipients) {
    static final String ROWS = "rows";

    public Matter {
      categories = Set.copyOf(categories);
    }

    /** Whether a customer is asked about rows about its own networks. */
    public boolean isAboutRowsOfItsSubject() {
      return report.isEmpty() && whom == AskRule.Whom.SUBJECT;
    }

    /** What it is about, as a word. */
    String about() {
      return report.map(UUID::toString).orElse(ROWS);
    }

    /** One text for one thing. */
    String key() {
      return String.join(
          "\n",
          rule,
          holder.text(),
          subject.text(),
          about(),
          gate.name(),
          purpose.code(),
          recipients);
    }
  }

  /** What came of a task. */
  public enum State {
    OPEN,
    APPROVED,
    REFUSED,
    EXPIRED,
    /** Said yes, and taken back. */
    UNDONE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What somebody said. */
  public record Word(String person, Said said, String note, Instant at) {}

  /** What can be said. */
  public enum Said {
    YES,
    NO,
    UNDO
  }

  public AskTask {
    words = List.copyOf(words);
  }

  /** Whether a person said anything to it. */
  public boolean hasWordOf(String person) {
    return words.stream().anyMatch(each -> each.person().equals(person));
  }

  /** Whether somebody said yes by another way than this person comes: signed in, or by a link. */
  public boolean isAgreedOtherwise(String person) {
    return words.stream()
        .filter(each -> each.said() == Said.YES)
        .anyMatch(each -> !way(each.person()).equals(way(person)));
  }

  private static String way(String person) {
    return person.substring(0, Math.max(0, person.indexOf(':')));
  }

  /** Different persons who said yes. */
  public long yes() {
    return words.stream()
        .filter(each -> each.said() == Said.YES)
        .map(Word::person)
        .distinct()
        .count();
  }
}
