package tenbin.wire.csv;

/**
 * How a file separates its values.
 *
 * @param delimiter between two fields
 * @param quoting whether a field may stand in quotes
 * @param comment the first character of lines that are no rows; {@link #NO_COMMENT} for none
 */
public record Dialect(char delimiter, Quoting quoting, char comment) {
  public static final char NO_COMMENT = '\0';

  /** RFC 4180 section 2. */
  public static final Dialect RFC_4180 = new Dialect(',', Quoting.DOUBLE_QUOTES, NO_COMMENT);

  /** Whether quotes mean something. */
  public enum Quoting {
    DOUBLE_QUOTES,
    NONE
  }

  public Dialect {
    if (delimiter > 0x7e || delimiter == '\n' || delimiter == '\r' || delimiter == '"') {
      throw new IllegalArgumentException("no such delimiter: U+" + Integer.toHexString(delimiter));
    }
  }
}
