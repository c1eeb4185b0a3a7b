package tenbin.spine.newcomer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;

/**
 * An organisation that the secretariat invited into the circle.
 *
 * @param id as which it will be known
 * @param invited what the secretariat said of it
 * @param letter the newest invitation
 * @param arrivedAt when somebody of it was first signed in
 * @param withdrawnAt when the secretariat took the invitation back
 * @param joinedAt when it had signed all that it had to sign; from then on it is a member
 * @param firstRowAt when it saw its first row: the sitting is over
 */
public record Newcomer(
    MemberId id,
    Invited invited,
    Letter letter,
    Optional<Instant> arrivedAt,
    Optional<Instant> withdrawnAt,
    Optional<Instant> joinedAt,
    Optional<Instant> firstRowAt) {
  /**
   * What the secretariat said of an organisation when it invited it.
   *
   * @param name for people, in English
   * @param nameJa for people, in Japanese
   * @param memberClass what it will be in the circle
   * @param carrier whether it carries communications for others
   * @param expected networks that the secretariat knows it to have
   */
  public record Invited(
      String name,
      String nameJa,
      MemberClass memberClass,
      boolean carrier,
      List<Network> expected) {
    /** A name is a line, not a page. */
    private static final int MOST_NAME = 120;

    public Invited {
      expected = List.copyOf(expected);
      boolean named = !name.isBlank() && name.length() <= MOST_NAME;
      if (!named || nameJa.isBlank() || nameJa.length() > MOST_NAME) {
        throw new IllegalArgumentException("a name has 1 to " + MOST_NAME + " characters");
      }
      if (memberClass == MemberClass.SECRETARIAT) {
        throw new IllegalArgumentException("a circle has one secretariat");
      }
    }

    /** In a language. */
    public String name(Locale locale) {
      return locale.getLanguage().equals("ja") ? nameJa : name;
    }
  }

  /**
   * The invitation of its first administrator.
   *
   * @param mail where it went
   * @param sentAt when
   * @param until when its link ends
   * @param by who invited, as the audit names people
   */
  public record Letter(String mail, Instant sentAt, Instant until, String by) {}

  /** Where it is on its way. */
  public enum Stage {
    SETTLING,
    JOINED,
    WITHDRAWN
  }

  public Stage stage() {
    if (withdrawnAt.isPresent()) {
      return Stage.WITHDRAWN;
    }
    return joinedAt.isPresent() ? Stage.JOINED : Stage.SETTLING;
  }

  /** With another invitation in the place of the one before. */
  Newcomer with(Letter other) {
    return new Newcomer(id, invited, other, arrivedAt, withdrawnAt, joinedAt, firstRowAt);
  }

  Newcomer arrived(Instant at) {
    return new Newcomer(id, invited, letter, Optional.of(at), withdrawnAt, joinedAt, firstRowAt);
  }

  Newcomer withdrawn(Instant at) {
    return new Newcomer(id, invited, letter, arrivedAt, Optional.of(at), joinedAt, firstRowAt);
  }

  Newcomer joined(Instant at) {
    return new Newcomer(id, invited, letter, arrivedAt, withdrawnAt, Optional.of(at), firstRowAt);
  }

  Newcomer sawRow(Instant at) {
    return new Newcomer(id, invited, letter, arrivedAt, withdrawnAt, joinedAt, Optional.of(at));
  }
}
