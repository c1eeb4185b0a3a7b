package tenbin.nouns.incident;

/**
 * What cannot stand in a report as it was typed.
 *
 * @param field where
 * @param line of it, from 1; 0 for the field as a whole
 * @param what is wrong
 */
public record IncidentFault(IncidentField field, int line, What what) {
  /** What can be wrong with a value. */
  public enum What {
    MISSING,
    TOO_LONG,
    TOO_MANY_LINES,
    NOT_A_KIND,
    NOT_A_TIME,
    NOT_AN_ADDRESS,
    NOT_A_DOMAIN,
    NOT_A_URL,
    NOT_A_HASH,
    CONTROL_CHARACTER;

    /** As word lists write it: "not-a-hash". */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
