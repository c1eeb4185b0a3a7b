package tenbin.spine.skill;

import java.time.Instant;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * Something that a member's people can do.
 *
 * @param id the same one twice is one
 * @param member whose people
 * @param person who wrote it, for its own organisation alone
 * @param at when
 * @param what in a few words: "firmware analysis", "Korean"
 * @param note how to ask, and for what; "" without one
 */
public record Skill(UUID id, MemberId member, String person, Instant at, String what, String note) {
  public static final int MOST_WHAT = 80;
  public static final int MOST_NOTE = 300;

  public Skill {
    if (what.isBlank() || what.length() > MOST_WHAT || note.length() > MOST_NOTE) {
      throw new IllegalArgumentException("a skill needs a few words");
    }
  }
}
