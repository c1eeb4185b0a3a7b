package tenbin.spine.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines in memory. */
final class MemoryGroups implements GroupBook {
  private final List<GroupLine> lines = new ArrayList<>();

  @Override
  public synchronized void add(GroupLine line) {
    if (lines.stream().noneMatch(each -> each.id().equals(line.id()))) {
      lines.add(line);
    }
  }

  @Override
  public synchronized List<GroupLine> deeds() {
    return lines.stream().filter(each -> !(each.deed() instanceof GroupLine.Minuted)).toList();
  }

  private static LocalDate day(GroupLine line) {
    return line.deed() instanceof GroupLine.Minuted minuted ? minuted.day() : LocalDate.MIN;
  }

  private List<GroupLine> all(Search search) {
    List<GroupLine> found =
        lines.stream()
            .filter(each -> isOf(each, search.group()) && !day(each).isBefore(search.since()))
            .filter(each -> search.heard().contains(each.member()))
            .toList();
    return found.reversed().stream()
        .sorted(Comparator.comparing(MemoryGroups::day).reversed())
        .toList();
  }

  private static boolean isOf(GroupLine line, String group) {
    return line.group().equals(group) && line.deed() instanceof GroupLine.Minuted;
  }

  @Override
  public synchronized List<GroupLine> minutes(Search search, int skip, int most) {
    return all(search).stream().skip(skip).limit(most).toList();
  }

  @Override
  public synchronized int count(Search search) {
    return all(search).size();
  }

  @Override
  public synchronized int countBefore(String group, LocalDate before) {
    return (int)
        lines.stream().filter(each -> isOf(each, group) && day(each).isBefore(before)).count();
  }

  @Override
  public synchronized int forget(String group, LocalDate before) {
    int all = lines.size();
    lines.removeIf(each -> isOf(each, group) && day(each).isBefore(before));
    return all - lines.size();
  }
}
