package tenbin.desks.routes.declare;

import java.util.Set;
import tenbin.nouns.net.Asn;

/**
 * "This AS stands in paths behind these only" (peerlock): another one before it means that somebody
 * leaks.
 *
 * @param locked the AS that is never reached otherwise
 * @param behind the ASes that may stand before it, nearer to whoever looks
 */
public record PeerLock(Asn locked, Set<Asn> behind) {
  public PeerLock {
    behind = Set.copyOf(behind);
  }
}
