package tenbin.hub.gather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupSight;
import tenbin.web.layout.Everywhere;

/** Groups as one viewer may see them, made of the Disclosures alone. */
final class GroupPapers {
  private final GroupSight sight;
  private final Circle circle;
  private final Plan plan;
  private final Locale locale;
  private final List<Disclosure> shown = new ArrayList<>();

  GroupPapers(GroupSight sight, Circle circle, Plan plan, Locale locale) {
    this.sight = sight;
    this.circle = circle;
    this.plan = plan;
    this.locale = locale;
  }

  /**
   * A group.
   *
   * @param opener by name, "" for the circle's own or where it is not known
   * @param own the viewer's part: "opener", "member", "invited", "none"
   * @param invited by name, for the opener alone
   */
  public record Line(
      String id,
      String name,
      String purpose,
      boolean among,
      String opener,
      String own,
      boolean over,
      Optional<Instant> until,
      List<String> members,
      List<String> invited) {
    /** Whether the viewer takes part. */
    public boolean inside() {
      return own.equals("opener") || own.equals("member");
    }

    /** Whether the viewer may write minutes now. */
    public boolean open() {
      return inside() && !over;
    }
  }

  /** Minutes of one meeting; the body where the viewer reads it. */
  public record Minutes(String day, String heading, String author, Optional<String> body) {}

  /** Everything that was released for the last views, for the ledger. */
  List<Disclosure> shown() {
    return List.copyOf(shown);
  }

  Optional<Line> group(Gathering group) {
    return sight.group(plan, group).map(told -> line(group, told));
  }

  private Line line(Gathering group, Disclosure told) {
    shown.add(told);
    boolean japanese = locale.getLanguage().equals("ja");
    return new Line(
        told.fact(GroupSight.GROUP),
        told.fact(japanese ? GroupSight.NAME_JA : GroupSight.NAME),
        told.fact(GroupSight.PURPOSE),
        group.isAmongMembers(),
        String.join("", names(told.fact(GroupSight.OPENER))),
        told.fact(GroupSight.OWN),
        told.fact(GroupSight.OVER).equals("true"),
        Optional.of(told.fact(GroupSight.UNTIL))
            .filter(each -> !each.isEmpty())
            .map(Instant::parse),
        names(told.fact(GroupSight.MEMBERS)),
        names(told.fact(GroupSight.INVITED)));
  }

  /** Minutes; their bodies only for who reads them by its part in the group. */
  List<Minutes> minutes(Gathering group, boolean reads, int skip, int most) {
    List<Minutes> all = new ArrayList<>();
    for (GroupSight.Seen seen : sight.minutes(plan, group, skip, most)) {
      Optional<Disclosure> body = seen.body().filter(each -> reads);
      shown.add(seen.heading());
      body.ifPresent(shown::add);
      all.add(
          new Minutes(
              seen.heading().fact(GroupSight.DAY),
              seen.heading().fact(GroupSight.HEADING),
              String.join("", names(seen.heading().fact(GroupSight.AUTHOR))),
              body.map(each -> each.fact(GroupSight.BODY))));
    }
    return all;
  }

  int count(Gathering group) {
    return sight.count(plan, group);
  }

  /** Adds what was released for a part of the same page. */
  void show(Disclosure told) {
    shown.add(told);
  }

  Plan plan() {
    return plan;
  }

  List<String> names(String ids) {
    return ids.lines().map(id -> Everywhere.nameOf(circle, new MemberId(id), locale)).toList();
  }
}
