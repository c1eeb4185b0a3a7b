package tenbin.spine.group.role;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Where roles are kept. Any thread. */
public interface SeatBook {
  /** Writes a seat down, durably when this returns; the same one twice is one. */
  void add(Seat seat);

  /** Ends one before its term; an earlier end stays. */
  void end(UUID seat, Seat.End end);

  /** All seats that a group ever had, in the order in which they were given. */
  List<Seat> of(String group);

  /** How many seats of a group that were over before a moment still say who held them. */
  int countNamesBefore(String group, Instant before);

  /**
   * Takes out of those who held and who gave them. Role, member and times stay: a member that named
   * people has named people, and the others of it read nothing new.
   */
  int forgetNames(String group, Instant before);

  /** A book that forgets when the process ends. */
  static SeatBook inMemory() {
    return new MemorySeats();
  }

  /** A book in a database that has the tables of {@code V30__group_roles.sql}. */
  static SeatBook in(DataSource database) {
    return new StoredSeats(database);
  }
}
