package tenbin.spine.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tenbin.nouns.member.MemberId;

/** Case files in memory. */
final class MemoryShelf implements Shelf {
  private final Map<String, CaseFile> files = new HashMap<>();
  private final Map<UUID, CaseLink> links = new LinkedHashMap<>();
  private final Map<Reminder, Instant> reminded = new HashMap<>();

  @Override
  public synchronized void put(CaseFile opened, UnaryOperator<CaseFile> growth) {
    files.merge(opened.finding().id(), opened, (there, ignored) -> growth.apply(there));
  }

  @Override
  public synchronized void add(String caseId, Answer answer) {
    files.computeIfPresent(
        caseId, (id, file) -> file.answers().contains(answer) ? file : file.with(answer));
  }

  @Override
  public synchronized List<CaseFile> of(MemberId member) {
    return all().stream().filter(file -> file.concerns(member)).toList();
  }

  @Override
  public Map<String, String> ids(MemberId member) {
    Map<String, String> ids = new LinkedHashMap<>();
    of(member).forEach(file -> ids.put(file.finding().id(), file.finding().id()));
    return ids;
  }

  @Override
  public synchronized List<CaseLink> links() {
    return List.copyOf(links.values());
  }

  @Override
  public synchronized void link(CaseLink link) {
    links.put(link.id(), link);
  }

  @Override
  public synchronized Optional<CaseFile> one(String caseId) {
    return Optional.ofNullable(files.get(caseId));
  }

  @Override
  public synchronized List<CaseDeeds.Reminded> reminded(String caseId, MemberId member) {
    return reminded.entrySet().stream()
        .filter(each -> each.getKey().caseId().equals(caseId))
        .filter(each -> each.getKey().member().equals(member))
        .map(each -> new CaseDeeds.Reminded(each.getKey().step(), each.getValue()))
        .sorted(Comparator.comparing(CaseDeeds.Reminded::at))
        .toList();
  }

  @Override
  public synchronized List<CaseFile> all() {
    return files.values().stream()
        .sorted(
            Comparator.comparing(CaseFile::opened)
                .reversed()
                .thenComparing(file -> file.finding().id()))
        .toList();
  }

  @Override
  public synchronized Set<Reminder> reminded() {
    return Set.copyOf(reminded.keySet());
  }

  @Override
  public synchronized void reminded(Reminder reminder, Instant at) {
    reminded.putIfAbsent(reminder, at);
  }
}
