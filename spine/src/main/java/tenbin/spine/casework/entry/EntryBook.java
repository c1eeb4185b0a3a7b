package tenbin.spine.casework.entry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseCircle;

/** Where the entries of cases are kept. Any thread. */
public interface EntryBook {
  /** Adds an entry, durably when this returns; the same one twice is one. */
  void add(Entry entry);

  /** Adds an entry with bytes of its own. */
  void add(Entry entry, byte[] content);

  /** Some of the entries of a search, newest first. */
  List<Entry> newest(Search search, int skip, int most);

  /** The ids of all entries of a search, newest first. */
  List<UUID> ids(Search search);

  /** How many there are. */
  int count(Search search);

  /** An entry's own bytes. */
  Optional<byte[]> content(UUID id);

  /**
   * What one member reads: its own entries, and those for the circle by authors whom it may read.
   *
   * @param windows where and when they were written
   * @param kind of which kind
   * @param reader who reads
   * @param heard the authors whom the balance lets it read
   */
  record Search(
      List<CaseCircle.Window> windows, Entry.Kind kind, MemberId reader, Set<MemberId> heard) {
    public Search {
      windows = List.copyOf(windows);
      heard = Set.copyOf(heard);
    }

    boolean finds(Entry entry) {
      boolean open = entry.reach() == Entry.Reach.CIRCLE && heard.contains(entry.member());
      return entry.kind() == kind
          && (open || entry.member().equals(reader))
          && windows.stream().anyMatch(window -> isWithin(window, entry));
    }

    private static boolean isWithin(CaseCircle.Window window, Entry entry) {
      return window.caseId().equals(entry.caseId())
          && !entry.at().isBefore(window.from())
          && entry.at().isBefore(window.to());
    }
  }

  /** A book that forgets when the process ends. */
  static EntryBook inMemory() {
    return new MemoryEntries();
  }

  /** A book in a database that has the tables of {@code V21__case_entries.sql}. */
  static EntryBook in(DataSource database) {
    return new StoredEntries(database);
  }
}
