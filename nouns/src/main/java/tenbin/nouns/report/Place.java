package tenbin.nouns.report;

/**
 * Where in a report.
 *
 * @param part the file inside an archive or the part of a mail, empty for the report itself
 * @param row 1 for the first row of data, 0 when the place is no row
 * @param offset bytes from the beginning of the part, -1 when not known
 */
public record Place(String part, long row, long offset) {
  public static final Place WHOLE = new Place("", 0, -1);

  public static Place row(long row) {
    return new Place("", row, -1);
  }

  /** For people: "a.csv row 17 (byte 4711)". */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(part);
    if (row > 0) {
      out.append(out.isEmpty() ? "" : " ").append("row ").append(row);
    }
    if (offset >= 0) {
      out.append(out.isEmpty() ? "" : " ").append("(byte ").append(offset).append(')');
    }
    return out.isEmpty() ? "the report" : out.toString();
  }
}
