package tenbin.nouns.report;

/** What can be wrong with a report or a row of it. The words for people are in the desk. */
public enum Fault {
  // A row is lost, the report goes on.
  TIME_MISSING(Weight.ROW_REFUSED),
  TIME_UNREADABLE(Weight.ROW_REFUSED),
  /** Before 1990 or more than a day after it was received. */
  TIME_IMPLAUSIBLE(Weight.ROW_REFUSED),
  ADDRESS_MISSING(Weight.ROW_REFUSED),
  ADDRESS_UNREADABLE(Weight.ROW_REFUSED),
  ROW_TOO_LONG(Weight.ROW_REFUSED),
  ROW_UNREADABLE(Weight.ROW_REFUSED),
  REQUIRED_FIELD_MISSING(Weight.ROW_REFUSED),
  // A row is kept, something in it is not as it should be.
  TIME_WITHOUT_ZONE(Weight.NOTED),
  PORT_UNREADABLE(Weight.NOTED),
  ASN_UNREADABLE(Weight.NOTED),
  VALUE_UNREADABLE(Weight.NOTED),
  ADDRESS_NOT_GLOBAL(Weight.NOTED),
  ADDRESS_ZONE_DROPPED(Weight.NOTED),
  ADDRESS_MAPPED(Weight.NOTED),
  TOO_FEW_COLUMNS(Weight.NOTED),
  TOO_MANY_COLUMNS(Weight.NOTED),
  CHARSET_REPAIRED(Weight.NOTED),
  UNKNOWN_KIND(Weight.NOTED),
  UNKNOWN_COLUMN(Weight.NOTED),
  DUPLICATE_COLUMN(Weight.NOTED),
  HEADER_REPEATED(Weight.NOTED),
  PART_SKIPPED(Weight.NOTED),
  SCHEMA_VIOLATION(Weight.NOTED),
  // The report cannot be read, or not further than this.
  EMPTY(Weight.REPORT_REFUSED),
  FORMAT_UNKNOWN(Weight.REPORT_REFUSED),
  FORMAT_NOT_READ(Weight.REPORT_REFUSED),
  HEADER_UNUSABLE(Weight.REPORT_REFUSED),
  TRUNCATED(Weight.REPORT_REFUSED),
  ARCHIVE_BROKEN(Weight.REPORT_REFUSED),
  ARCHIVE_RATIO(Weight.REPORT_REFUSED),
  TOO_LARGE(Weight.REPORT_REFUSED),
  TOO_MANY_ROWS(Weight.REPORT_REFUSED),
  TOO_MANY_COLUMNS_IN_HEADER(Weight.REPORT_REFUSED),
  TOO_MANY_PARTS(Weight.REPORT_REFUSED),
  TOO_DEEP(Weight.REPORT_REFUSED),
  TOO_SLOW(Weight.REPORT_REFUSED),
  CHARSET_UNREADABLE(Weight.REPORT_REFUSED),
  SYNTAX(Weight.REPORT_REFUSED),
  MAIL_LOOP(Weight.REPORT_REFUSED),
  MAPPING_UNUSABLE(Weight.REPORT_REFUSED);

  /** What a fault costs. */
  public enum Weight {
    NOTED,
    ROW_REFUSED,
    REPORT_REFUSED
  }

  private final Weight weight;

  Fault(Weight weight) {
    this.weight = weight;
  }

  public Weight weight() {
    return weight;
  }
}
