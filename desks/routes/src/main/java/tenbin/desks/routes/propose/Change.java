package tenbin.desks.routes.propose;

import tenbin.desks.routes.declare.file.Remarks;

/**
 * One line that a proposal has otherwise than what is declared.
 *
 * @param how what becomes of it
 * @param line which
 * @param why with what evidence
 */
public record Change(How how, Remarks.Line line, String why) {
  /** What becomes of a line. */
  public enum How {
    ADDED('+'),
    REMOVED('-'),
    CHANGED('~');

    private final char sign;

    How(char sign) {
      this.sign = sign;
    }
  }

  /** "+ prefixes 192.0.2.0/24 # seen by 3 of 8 vantage points since 2017-08-01". */
  @Override
  public String toString() {
    return how.sign + " " + line.key() + " " + line.value() + (why.isEmpty() ? "" : "  # " + why);
  }
}
