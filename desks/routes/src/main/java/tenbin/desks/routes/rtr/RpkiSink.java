package tenbin.desks.routes.rtr;

import java.time.Instant;

/** Takes what a cache says. One call at a time; the client waits for it. */
public interface RpkiSink {
  /** A new version counts from now on. */
  void changed(RpkiVersion version, RpkiChanges changes);

  /** The cache was silent for so long that its last version does not count any more. */
  void expired(Instant at);
}
