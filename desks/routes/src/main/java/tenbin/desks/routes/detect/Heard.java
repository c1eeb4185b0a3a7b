package tenbin.desks.routes.detect;

import java.util.Optional;
import java.util.OptionalLong;
import tenbin.desks.routes.declare.Owner;
import tenbin.nouns.net.Prefix;

/**
 * A route that was announced, with what rules ask about it.
 *
 * @param prefix which
 * @param path what its path says
 * @param owner the declared prefix that it is, or lies in
 * @param settled whether this origin announced it already when the watch began, or long since
 * @param around the route that it is more specific than, and who originated that; empty where it is
 *     known since long, or where nothing is around it
 * @param former another origin that the prefix had before
 * @param unannounced whether nobody announced anything near it before
 */
public record Heard(
    Prefix prefix,
    PathFacts path,
    Optional<Owner> owner,
    boolean settled,
    Optional<Prefix> around,
    OptionalLong former,
    boolean unannounced) {
  /** A route that is known since long. */
  public static Heard settled(Prefix prefix, Optional<Owner> owner, PathFacts path) {
    return new Heard(prefix, path, owner, true, Optional.empty(), OptionalLong.empty(), false);
  }

  /** A route of which nothing more is known. */
  static Heard bare(Prefix prefix, Optional<Owner> owner, PathFacts path) {
    return new Heard(prefix, path, owner, false, Optional.empty(), OptionalLong.empty(), false);
  }
}
