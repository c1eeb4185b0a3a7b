package tenbin.spine.scales;

import java.util.List;

/**
 * How the scales would hang with fewer and with more of a holder's approvals: one clause from rung
 * to rung, the heaviest next to how things stand.
 *
 * @param rungs from the fewest approvals to the most; one at least
 * @param now which of them is how things stand, counted from 0
 */
public record Ladder(List<Rung> rungs, int now) {
  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /**
   * A step of the ladder.
   *
   * @param clause above {@link Ladder#now} what is adopted here and not one rung lower, below it
   *     what is given up here and not one rung higher; "" for how things stand
   * @param picture with every rung between here and there
   */
  public record Rung(String clause, Picture picture) {}

  /** For whoever gives no approvals. */
  static Ladder standing(Picture picture) {
    return new Ladder(List.of(new Rung("", picture)), 0);
  }
}
