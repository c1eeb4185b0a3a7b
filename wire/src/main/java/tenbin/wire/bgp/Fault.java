package tenbin.wire.bgp;

import java.util.Optional;

/**
 * What is wrong with an UPDATE, and what it costs.
 *
 * @param at where, as an offset in the buffer that was read
 * @param type the number of the attribute; 0 where it is none of one
 * @param treatment what it costs (RFC 7606)
 * @param subcode of a NOTIFICATION about it (RFC 4271 section 6.3)
 * @param why in words for a log
 * @param family whose routes it concerns; empty where it is not known or of no matter
 */
public record Fault(
    int at, int type, Treatment treatment, int subcode, String why, Optional<AfiSafi> family) {
  /** One that concerns no family by itself. */
  static Fault of(int at, int type, Treatment treatment, int subcode, String why) {
    return new Fault(at, type, treatment, subcode, why, Optional.empty());
  }

  /** "attribute 8 at 23: 5 octets (treat as withdraw)". */
  @Override
  public String toString() {
    String where = type == 0 ? "at " + at : "attribute " + type + " at " + at;
    return where + ": " + why + " (" + word() + ")";
  }

  private String word() {
    return switch (treatment) {
      case ATTRIBUTE_DISCARD -> "attribute discarded";
      case TREAT_AS_WITHDRAW -> "treated as withdrawn";
      case AFI_SAFI_DISABLE -> "family disabled";
      case SESSION_RESET -> "session reset";
    };
  }
}
