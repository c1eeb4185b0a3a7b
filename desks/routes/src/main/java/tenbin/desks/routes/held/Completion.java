package tenbin.desks.routes.held;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import tenbin.wire.bgp.AfiSafi;

/**
 * Whether a session has told all that it has: every family has its End-of-RIB (RFC 4724 section 2),
 * or nothing came for a while from one that sends none. For one thread.
 */
public final class Completion {
  private final Set<AfiSafi> open;
  private final Duration quiet;
  private Instant heard;
  private boolean told;

  public Completion(Set<AfiSafi> families, Duration quiet, Instant began) {
    this.open = new TreeSet<>(families);
    this.quiet = quiet;
    this.heard = began;
  }

  /** Routes came. */
  public void routes(Instant now) {
    heard = now;
  }

  /** A family is at its end. */
  public void ended(AfiSafi family, Instant now) {
    heard = now;
    open.remove(family);
  }

  /** True once: when it is complete, and nobody was told yet. */
  public boolean isDue(Instant now) {
    boolean due = !told && (open.isEmpty() || !now.isBefore(heard.plus(quiet)));
    told |= due;
    return due;
  }
}
