package tenbin.spine.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;

/** Where it is written down what happens in groups. Any thread. */
public interface GroupBook {
  /** Writes a line down, durably when this returns; the same one twice is one. */
  void add(GroupLine line);

  /** Everything but minutes, in the order in which it happened. */
  List<GroupLine> deeds();

  /** Some minutes of a search, the newest meeting first. */
  List<GroupLine> minutes(Search search, int skip, int most);

  /** How many there are. */
  int count(Search search);

  /**
   * What one member reads.
   *
   * @param group in which group
   * @param since from which day on
   * @param heard written by whom: the balance lets the reader read these
   */
  record Search(String group, LocalDate since, Set<MemberId> heard) {
    public Search {
      heard = Set.copyOf(heard);
    }
  }

  /** How many minutes of a group are of days before this one. */
  int countBefore(String group, LocalDate before);

  /** Takes them away; how many. */
  int forget(String group, LocalDate before);

  /** A book that forgets when the process ends. */
  static GroupBook inMemory() {
    return new MemoryGroups();
  }

  /** A book in a database that has the tables of {@code V28__groups.sql}. */
  static GroupBook in(DataSource database) {
    return new StoredGroups(database);
  }
}
