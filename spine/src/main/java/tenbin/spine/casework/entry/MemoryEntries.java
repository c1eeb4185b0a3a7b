package tenbin.spine.casework.entry;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Entries in memory. */
final class MemoryEntries implements EntryBook {
  private static final Comparator<Entry> NEWEST =
      Comparator.comparing(Entry::at).reversed().thenComparing(each -> each.id().toString());

  private final Map<UUID, Entry> entries = new LinkedHashMap<>();
  private final Map<UUID, byte[]> contents = new LinkedHashMap<>();

  @Override
  public synchronized void add(Entry entry) {
    entries.putIfAbsent(entry.id(), entry);
  }

  @Override
  public synchronized void add(Entry entry, byte[] content) {
    contents.putIfAbsent(entry.id(), content.clone());
    add(entry);
  }

  private List<Entry> all(Search search) {
    return entries.values().stream().filter(search::finds).sorted(NEWEST).toList();
  }

  @Override
  public synchronized List<Entry> newest(Search search, int skip, int most) {
    return all(search).stream().skip(skip).limit(most).toList();
  }

  @Override
  public synchronized List<UUID> ids(Search search) {
    return all(search).stream().map(Entry::id).toList();
  }

  @Override
  public synchronized int count(Search search) {
    return all(search).size();
  }

  @Override
  public synchronized Optional<byte[]> content(UUID id) {
    return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
  }
}
