package tenbin.desks.routes.feed;

import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/** Who is told some words before they are told. */
public interface Foresight {
  /** Nobody. */
  Foresight NONE = (prefix, path) -> {};

  /** Words about these come soon, in this thread. */
  void soon(Prefix prefix, AsPath path);
}
