package tenbin.spine.group;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup.Observers;

/** A group among members, as its lines make it, one after the other. */
final class Among {
  /** What such a group keeps of its minutes, and how long its members still read them. */
  static final Period KEPT = Period.ofDays(90);

  private final String id;
  private final MemberId opener;
  private final GroupLine.Opened opened;
  private final Set<MemberId> members = new HashSet<>();
  private final Set<MemberId> invited = new HashSet<>();
  private Instant until;

  private Among(GroupLine line, GroupLine.Opened opened) {
    this.id = line.group();
    this.opener = line.member();
    this.opened = opened;
    this.until = opened.until();
    members.add(opener);
  }

  /** All groups among members. */
  static List<Gathering> all(List<GroupLine> lines) {
    Map<String, Among> groups = new LinkedHashMap<>();
    for (GroupLine line : lines) {
      if (line.deed() instanceof GroupLine.Opened opened) {
        groups.putIfAbsent(line.group(), new Among(line, opened));
      } else {
        Optional.ofNullable(groups.get(line.group())).ifPresent(group -> group.take(line));
      }
    }
    List<Gathering> all = new ArrayList<>();
    groups.values().forEach(each -> all.add(each.gathering()));
    return all;
  }

  private void take(GroupLine line) {
    MemberId by = line.member();
    switch (line.deed()) {
      case GroupLine.Invited(MemberId whom) when by.equals(opener) && !members.contains(whom) ->
          invited.add(whom);
      case GroupLine.Joined ignored when invited.remove(by) -> members.add(by);
      case GroupLine.Left ignored -> {
        invited.remove(by);
        members.remove(by);
      }
      case GroupLine.Ended ignored when by.equals(opener) && line.at().isBefore(until) ->
          until = line.at();
      default -> {
        // Said by somebody who may not, or said again.
      }
    }
  }

  private Gathering gathering() {
    return new Gathering(
        id,
        new Gathering.Names(opened.name(), opened.name()),
        opened.purpose(),
        Optional.of(opener),
        members,
        invited,
        Optional.of(until),
        KEPT,
        Observers.NOTHING);
  }
}
