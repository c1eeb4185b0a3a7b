package tenbin.nouns.net;

import java.util.Optional;

/**
 * An autonomous system number (RFC 6793), 0 where none was told (RFC 7607 keeps 0 out of use).
 *
 * @param number 0 to 4294967295
 */
public record Asn(long number) implements Comparable<Asn> {
  /** None was told. */
  public static final Asn NONE = new Asn(0);

  private static final long MOST = 0xffff_ffffL;

  public Asn {
    if (number < 0 || number > MOST) {
      throw new IllegalArgumentException("no such AS number: " + number);
    }
  }

  /**
   * Reads asplain ("64496"), with or without "AS" in front, and asdot ("1.10", RFC 5396).
   *
   * @throws IllegalArgumentException with the text
   */
  public static Asn parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an AS number: \"" + text + "\""));
  }

  /** Reads as {@link #parse} does; empty where that throws. */
  public static Optional<Asn> tryParse(String text) {
    String digits = text.regionMatches(true, 0, "AS", 0, 2) ? text.substring(2) : text;
    int dot = digits.indexOf('.');
    if (dot >= 0) {
      long high = digitsOf(digits.substring(0, dot));
      long low = digitsOf(digits.substring(dot + 1));
      boolean fits = high >= 0 && high <= 0xffff && low >= 0 && low <= 0xffff;
      return fits ? Optional.of(new Asn(high << 16 | low)) : Optional.empty();
    }
    long number = digitsOf(digits);
    return number < 0 || number > MOST ? Optional.empty() : Optional.of(new Asn(number));
  }

  private static long digitsOf(String text) {
    if (text.isEmpty() || text.length() > 10) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  public boolean isPresent() {
    return number != 0;
  }

  @Override
  public int compareTo(Asn other) {
    return Long.compare(number, other.number);
  }

  /** The number as RFC 5396 writes it, empty when none was told. */
  @Override
  public String toString() {
    return number == 0 ? "" : Long.toString(number);
  }
}
