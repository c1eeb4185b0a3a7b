package tenbin.spine.skill;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;

/** Where skills are kept. Any thread. */
public interface SkillBook {
  /** Of one member at most so many: a directory, no catalogue. */
  int MOST_OF_ONE = 100;

  /** Adds one; false when its member has as many as it may. */
  boolean add(Skill skill);

  /** Takes away one of a member's own; false when it has none of this id. */
  boolean remove(MemberId member, UUID id);

  /** All of them, by what they are and whose. */
  List<Skill> all();

  /** A book in a database that has the table of {@code V28__groups.sql}. */
  static SkillBook in(DataSource database) {
    return new StoredSkills(database);
  }

  /** A book that forgets when the process ends. */
  static SkillBook inMemory() {
    return new MemorySkills();
  }
}
