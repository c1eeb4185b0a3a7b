package tenbin.spine.health;

import java.time.Instant;
import java.util.Optional;

/**
 * How one way in or out is doing.
 *
 * @param name of the source or channel
 * @param lastSuccess when it last did its work, if only by finding nothing to do
 * @param lastErrorAt when it last failed
 * @param lastError in words, empty when it never failed
 * @param failuresInARow since the last success
 */
public record Health(
    String name,
    Optional<Instant> lastSuccess,
    Optional<Instant> lastErrorAt,
    String lastError,
    long failuresInARow) {
  static Health unknown(String name) {
    return new Health(name, Optional.empty(), Optional.empty(), "", 0);
  }

  Health succeeded(Instant at) {
    return new Health(name, Optional.of(at), lastErrorAt, lastError, 0);
  }

  Health failed(Instant at, String words) {
    return new Health(name, lastSuccess, Optional.of(at), words, failuresInARow + 1);
  }

  public boolean isWell() {
    return failuresInARow == 0;
  }
}
