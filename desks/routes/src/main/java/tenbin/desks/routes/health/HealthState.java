package tenbin.desks.routes.health;

import java.util.Locale;

/** How a vantage point is, what weighs most first. */
public enum HealthState {
  /** Its session ended. */
  DOWN,
  /** Nothing comes any more though something should. */
  SILENT,
  /** What it says is wrong; it does not count until it recovers. */
  QUARANTINED,
  /** It still shows what everybody else withdrew. */
  STALE,
  /** It withdraws much of its table, and it alone: something about its own sessions. */
  STORMING,
  /** It has just begun. */
  STARTING,
  /** It is well, and tells a part of the table only. */
  PARTIAL,
  /** It is well and tells all. */
  HEALTHY;

  /** Whether its word counts, for and against. */
  public boolean counts() {
    return switch (this) {
      case DOWN, SILENT, QUARANTINED, STALE, STORMING, STARTING -> false;
      case PARTIAL, HEALTHY -> true;
    };
  }

  /** "quarantined". */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
