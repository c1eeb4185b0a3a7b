package tenbin.desks.routes.table;

import tenbin.nouns.net.Prefix;

/** Is shown routes, one prefix and origin at a time, in the order of prefixes. */
public interface RouteVisitor {
  /**
   * A route that somebody has.
   *
   * @param origin as {@link RouteTable#announce} was given it
   * @param seenBy how many vantage points have it, at least one
   */
  void route(Prefix prefix, long origin, int seenBy);
}
