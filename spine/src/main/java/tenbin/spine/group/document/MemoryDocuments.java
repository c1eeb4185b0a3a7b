package tenbin.spine.group.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Documents in memory. */
final class MemoryDocuments implements DocumentBook {
  private final List<Document> documents = new ArrayList<>();
  private final Map<UUID, byte[]> contents = new HashMap<>();

  @Override
  public synchronized void add(Document document, byte[] content) {
    if (contents.putIfAbsent(document.id(), content.clone()) == null) {
      documents.add(document);
    }
  }

  @Override
  public synchronized List<Document> of(String group, Instant since) {
    return documents.reversed().stream()
        .filter(each -> each.group().equals(group) && !each.put().at().isBefore(since))
        .toList();
  }

  @Override
  public synchronized Optional<byte[]> content(UUID version) {
    return Optional.ofNullable(contents.get(version)).filter(each -> each.length > 0);
  }

  @Override
  public synchronized void remove(UUID document, Document.Removal how) {
    documents.replaceAll(each -> {
      boolean its = each.document().equals(document) && each.removal().isEmpty();
      if (its) {
        contents.put(each.id(), new byte[0]);
      }
      return its ? each.removed(how) : each;
    });
  }

  @Override
  public synchronized int countBefore(String group, Instant before) {
    return (int) documents.stream().filter(each -> isBefore(each, group, before)).count();
  }

  private static boolean isBefore(Document each, String group, Instant before) {
    return each.group().equals(group) && each.put().at().isBefore(before);
  }

  @Override
  public synchronized int forget(String group, Instant before) {
    int all = documents.size();
    documents.removeIf(each -> isBefore(each, group, before));
    return all - documents.size();
  }
}
