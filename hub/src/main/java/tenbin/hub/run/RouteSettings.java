package tenbin.hub.run;

import java.util.List;
import tenbin.desks.routes.outside.Listening;

/**
 * What the routes desk is to run with.
 *
 * @param group the id of the working group that sees every incident; "" for none
 * @param feeds where routes come from
 * @param watching what watches them
 * @param maintainers whether maintainers outside the circle are told
 */
public record RouteSettings(
    String group, List<Feed> feeds, RouteWatching watching, Listening maintainers) {
  /** No feeds, and nobody sees other members' incidents. */
  public static final RouteSettings NONE = new RouteSettings("", List.of(), RouteWatching.NOBODY);

  /** With nobody told who is outside the circle. */
  public RouteSettings(String group, List<Feed> feeds, RouteWatching watching) {
    this(group, feeds, watching, Listening.OFF);
  }

  public RouteSettings {
    feeds = List.copyOf(feeds);
  }

  /** The same with something that watches. */
  public RouteSettings watchedBy(RouteWatching other) {
    return new RouteSettings(group, feeds, other, maintainers);
  }

  /**
   * Where routes come from.
   *
   * @param name "rrc06", "member:aozora": a feed that is named after a member is that member's
   * @param way how they come: "folder", and whatever ways the watch knows
   * @param where in that way's own words: a path, an address
   */
  public record Feed(String name, String way, String where) {}
}
