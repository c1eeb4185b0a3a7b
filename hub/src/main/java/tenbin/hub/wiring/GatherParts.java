package tenbin.hub.wiring;

import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;
import tenbin.hub.gather.GroupDoor;
import tenbin.hub.gather.SkillDoor;
import tenbin.spine.Spine;
import tenbin.spine.group.GroupBook;
import tenbin.spine.group.GroupSight;
import tenbin.spine.group.Groups;
import tenbin.spine.roster.Roster;
import tenbin.spine.skill.SkillBook;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;

/** Where groups and skills are kept. */
public record GatherParts(GroupBook groups, SkillBook skills) {
  /** Those of a hub over its spine. */
  static GatherParts of(Spine spine) {
    return new GatherParts(GroupBook.in(spine.dataSource()), SkillBook.in(spine.dataSource()));
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(
        GroupDoor.class,
        () -> {
          Roster roster = context.getBean(Roster.class);
          Clock clock = context.getBean(Clock.class);
          Groups all = new Groups(groups, roster::circle, clock);
          return new GroupDoor(
              all,
              new GroupSight(all),
              roster,
              context.getBean(Viewers.class),
              context.getBean(Audit.class),
              clock);
        });
    context.registerBean(
        SkillDoor.class,
        () ->
            new SkillDoor(
                skills,
                context.getBean(Roster.class),
                context.getBean(Viewers.class),
                context.getBean(Audit.class),
                context.getBean(Clock.class)));
  }
}
