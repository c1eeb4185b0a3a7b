package tenbin.spine.group.election;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Where elections and their candidates are kept. Any thread. */
public interface ElectionBook {
  /** Writes an election down, durably when this returns; the same one twice is one. */
  void open(Election election);

  /** All elections of a group, the newest first. */
  List<Election> of(String group);

  void withdraw(UUID election, Instant at);

  /** Adds somebody; whoever is nominated twice is there once. */
  void nominate(Candidate candidate);

  void answer(UUID candidate, Candidate.State state);

  /** In the order in which they were nominated. */
  List<Candidate> candidates(UUID election);

  /** Writes down what came of it; the first result stays. */
  void settle(UUID election, Election.Result result);

  /** A book that forgets when the process ends. */
  static ElectionBook inMemory() {
    return new MemoryElections();
  }

  /** A book in a database that has the tables of {@code V30__group_roles.sql}. */
  static ElectionBook in(DataSource database) {
    return new StoredElections(database);
  }
}
