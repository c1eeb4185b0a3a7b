package tenbin.hub.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What the routes desk is to run with.
 *
 * @param group the id of the working group that sees every incident; "" for none
 * @param feeds where routes come from
 */
public record RouteSettings(String group, List<Feed> feeds) {
  /** No feeds, and nobody sees other members' incidents. */
  public static final RouteSettings NONE = new RouteSettings("", List.of());

  public RouteSettings {
    feeds = List.copyOf(feeds);
  }

  /**
   * Where routes come from.
   *
   * @param name "rrc06", "member:aozora": a feed that is named after a member is that member's
   * @param folder watched for MRT files
   */
  public record Feed(String name, Path folder) {}
}
