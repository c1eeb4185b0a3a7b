package tenbin.desks.routes.watch;

import org.jspecify.annotations.Nullable;
import tenbin.wire.bgp.AsPath;

/**
 * Paths as text that were written lately: a leak has many prefixes with one path, each told again
 * as more routers show it. One place a hash. For one thread.
 */
final class PathTexts {
  private static final int PLACE_BITS = 13;
  private static final int SPREAD = 0x9e37_79b9; // 2^32 by the golden ratio

  private final @Nullable AsPath[] paths = new AsPath[1 << PLACE_BITS];
  private final String[] texts = new String[1 << PLACE_BITS];

  String of(AsPath path) {
    int place = path.hashCode() * SPREAD >>> Integer.SIZE - PLACE_BITS;
    AsPath known = paths[place];
    if (known != null && known.equals(path)) {
      return texts[place];
    }
    String text = path.toString();
    paths[place] = path;
    texts[place] = text;
    return text;
  }
}
