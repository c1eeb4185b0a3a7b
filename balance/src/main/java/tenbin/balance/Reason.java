package tenbin.balance;

import tenbin.balance.ground.Gate;

/**
 * Why something was withheld, for the holder, the approver and the secretariat; a recipient never
 * sees it. Each names the gate that is shut and, through {@link #opener}, what would open it.
 */
public enum Reason {
  RECIPIENT_NOT_A_MEMBER(Gate.R, "a membership of the recipient that holds at this time"),
  RECIPIENT_IS_NOT_RESPONSIBLE(Gate.S, "nothing: such a row goes to whoever was responsible then"),
  RESPONSIBLE_UNKNOWN(Gate.S, "a verified claim that covers the address at that time"),
  RESPONSIBLE_OUTSIDE(Gate.S, "the operator outside joining the circle with this network"),
  RESPONSIBLE_DISPUTED(Gate.S, "the two claimants settling whose network it is"),
  NO_AGREEMENT(Gate.S, "a membership agreement in force that holder and recipient both signed"),
  CLAUSE_NOT_ADOPTED(Gate.S, "the holder adopting the model clause that reaches it"),
  PURPOSE_NOT_AGREED(Gate.S, "an agreement of both that names this purpose"),
  CATEGORY_NOT_AGREED(Gate.S, "an agreement of both that names this category of fields"),
  MARKED_FOR_NAMED_PERSONS(Gate.M, "the sender marking it TLP:AMBER+STRICT or wider"),
  NOT_NEEDED_FOR_PURPOSE(Gate.N, "a purpose that needs the field"),
  SENSOR_PROVENANCE(Gate.H, "the sensor owner's release"),
  FIELD_UNKNOWN(Gate.N, "a category for the column in the table of columns");

  private final Gate gate;
  private final String opener;

  Reason(Gate gate, String opener) {
    this.gate = gate;
    this.opener = opener;
  }

  public Gate gate() {
    return gate;
  }

  /** What would open it, in English; the desk has the words for people. */
  public String opener() {
    return opener;
  }
}
