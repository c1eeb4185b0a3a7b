package tenbin.hub.wiring;

import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.past.Past;
import tenbin.hub.routes.FeedDesk;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.routes.MaintainerDesk;
import tenbin.hub.routes.Maintainers;
import tenbin.hub.routes.MineDesk;
import tenbin.hub.routes.PastDoor;
import tenbin.hub.routes.PrefixStates;
import tenbin.hub.routes.RouteDoor;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;

/**
 * The routes desk with what runs it.
 *
 * @param desk its books, and what of them somebody may know
 * @param feeds how the feeds are doing
 * @param prefixes what tables and registries say of prefixes
 * @param maintainers who outside the circle is told
 * @param past routes as they were
 */
public record RouteParts(
    RoutesDesk desk, FeedStates feeds, PrefixStates prefixes, Maintainers maintainers, Past past) {
  /** With nobody told who is outside the circle, and nothing of the past. */
  public RouteParts(RoutesDesk desk, FeedStates feeds, PrefixStates prefixes) {
    this(desk, feeds, prefixes, Maintainers.NONE, Past.NOTHING);
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(
        RouteDoor.class,
        () ->
            new RouteDoor(
                desk,
                context.getBean(Viewers.class),
                context.getBean(WayOut.class),
                prefixes,
                context.getBean(Clock.class)));
    context.registerBean(
        MineDesk.class,
        () ->
            new MineDesk(
                desk,
                context.getBean(RouteDoor.class),
                prefixes,
                context.getBean(Roster.class),
                context.getBean(Clock.class)));
    context.registerBean(
        PastDoor.class,
        () ->
            new PastDoor(
                desk.past(past), context.getBean(Viewers.class), context.getBean(WayOut.class)));
    context.registerBean(
        FeedDesk.class,
        () -> new FeedDesk(feeds, context.getBean(Roster.class), context.getBean(Viewers.class)));
    context.registerBean(Maintainers.class, () -> maintainers);
    context.registerBean(
        MaintainerDesk.class,
        () ->
            new MaintainerDesk(
                maintainers, context.getBean(Roster.class), context.getBean(Viewers.class)));
  }
}
