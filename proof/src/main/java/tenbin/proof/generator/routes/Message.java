package tenbin.proof.generator.routes;

import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Prefix;

/**
 * What one speaker says at once of prefixes of one family.
 *
 * @param micros of the epoch, UTC
 * @param speaker its place among the speakers
 * @param route that it has now; none: it has none any more
 * @param prefixes of which
 */
record Message(long micros, int speaker, Optional<Route> route, List<Prefix> prefixes) {
  Message {
    prefixes = List.copyOf(prefixes);
  }
}
