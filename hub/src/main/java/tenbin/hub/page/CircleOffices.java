package tenbin.hub.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.Groups;
import tenbin.spine.group.role.SeatSight;
import tenbin.web.layout.Everywhere;

/** The circle's own offices: those of groups in which every member takes part. */
public final class CircleOffices {
  private final Groups groups;
  private final SeatSight sight;

  public CircleOffices(Groups groups, SeatSight sight) {
    this.groups = groups;
    this.sight = sight;
  }

  /**
   * Who holds an office of the circle.
   *
   * @param role "chair"
   * @param member by name, or "" where it is not told
   * @param until its last moment; empty without an end
   */
  public record Holder(String role, String name, String member, Optional<Instant> until) {}

  /** A group of everybody, with its offices as they are held. */
  public record Assembly(String id, String name, List<Holder> holders) {}

  /** What the circle's page tells of them; each release is added to what was shown. */
  List<Assembly> of(Circle circle, Plan plan, Locale locale, List<Disclosure> shown) {
    MemberId viewer = plan.request().recipient();
    List<Assembly> assemblies = new ArrayList<>();
    for (WorkingGroup group : circle.groups()) {
      Optional<Gathering> gathering =
          group.everybody() ? groups.find(viewer, group.id()) : Optional.empty();
      if (gathering.filter(each -> sight.sees(plan, each)).isPresent()) {
        List<Disclosure> told = sight.holders(plan, gathering.get());
        shown.addAll(told);
        assemblies.add(
            new Assembly(
                group.id(),
                locale.getLanguage().equals("ja") ? group.nameJa() : group.name(),
                told.stream().map(each -> holder(circle, each, locale)).toList()));
      }
    }
    return assemblies;
  }

  private static Holder holder(Circle circle, Disclosure told, Locale locale) {
    String until = told.fact(SeatSight.UNTIL);
    String member = told.fact(SeatSight.MEMBER);
    return new Holder(
        told.fact(SeatSight.ROLE),
        told.fact(SeatSight.NAME),
        member.isEmpty() ? "" : Everywhere.nameOf(circle, new MemberId(member), locale),
        until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until)));
  }
}
