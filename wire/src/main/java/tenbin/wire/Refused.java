package tenbin.wire;

import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;

/** A report that cannot be read, or not further than its place. A checked outcome, not a bug. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Warning warning;

  /** The fault must be one that refuses a whole report. */
  public Refused(Fault fault, Place place, String detail) {
    super(fault + " at " + place + ": " + detail, null, false, false);
    if (fault.weight() != Fault.Weight.REPORT_REFUSED) {
      throw new IllegalArgumentException(fault + " does not refuse a report");
    }
    this.warning = new Warning(fault, place, detail);
  }

  public Warning warning() {
    return warning;
  }
}
