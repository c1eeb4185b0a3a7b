package tenbin.desks.routes.incident;

import java.util.Locale;

/** How an incident stands. */
public enum State {
  /** It goes on. */
  ONGOING,
  /** Nothing new since a while, but not over. */
  DORMANT,
  /** Somebody took it in hand. */
  ACKNOWLEDGED,
  /** The holder counters it. */
  UNDER_MITIGATION,
  /** All of it was withdrawn, or is as it should be again. */
  WITHDRAWN,
  /** Somebody said that it is settled. */
  RESOLVED,
  /** Somebody said that it is nothing. */
  IGNORED,
  /** What is declared changed, and by that it is none any more. */
  OUTDATED;

  /** Whether it is over. */
  public boolean isOver() {
    return switch (this) {
      case ONGOING, DORMANT, ACKNOWLEDGED, UNDER_MITIGATION -> false;
      case WITHDRAWN, RESOLVED, IGNORED, OUTDATED -> true;
    };
  }

  /** "under-mitigation". */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
