package tenbin.spine.retention;

import java.time.Instant;

/**
 * What was removed at once, or would be.
 *
 * @param what of it
 * @param before all that is older than this
 * @param things reports, rows, lines
 * @param bytes as files and tables say; 0 where nobody counts them
 */
public record Removal(What what, Instant before, long things, long bytes) {
  /** What has an end. */
  public enum What {
    RAW_REPORTS,
    ROWS,
    INCIDENTS,
    ATTEMPTS,
    MAILS,
    SALTS,
    /** Comments, hand-overs, method, defence and files of cases. */
    CASE_ENTRIES,
    /** Incidents of routes with their prefixes, pictures, deeds and what was told of them. */
    ROUTE_INCIDENTS,
    /** Of working groups, and of groups among members that are over: before their own days. */
    MINUTES,
    /** Versions of documents of groups, as their minutes. */
    DOCUMENTS,
    /** Of people whose roles in groups are over, as the minutes of those. */
    NAMES_IN_GROUPS
  }
}
