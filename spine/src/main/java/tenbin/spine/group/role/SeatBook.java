package tenbin.spine.group.role;

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

  /** A book that forgets when the process ends. */
  static SeatBook inMemory() {
    return new MemorySeats();
  }

  /** A book in a database that has the tables of {@code V30__group_roles.sql}. */
  static SeatBook in(DataSource database) {
    return new StoredSeats(database);
  }
}
