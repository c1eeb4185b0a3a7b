package tenbin.wire.record;

import tenbin.nouns.report.Fault;

/** This record cannot become an observation; its report goes on. */
public final class RecordLost extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** The fault must be one that costs a row. */
  public RecordLost(Fault fault, String detail) {
    super(detail, null, false, false);
    if (fault.weight() != Fault.Weight.ROW_REFUSED) {
      throw new IllegalArgumentException(fault + " does not cost a row");
    }
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  /** What was wrong. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
