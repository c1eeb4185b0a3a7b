package tenbin.nouns.net;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * A host or domain name in its ASCII form (RFC 1123 section 2.1; RFC 5891 for internationalised
 * ones), lower case, without the root's dot. Underscores are let in because names of services carry
 * them (RFC 8552).
 *
 * @param ascii the A-label form
 */
public record HostName(String ascii) implements Comparable<HostName> {
  public HostName {
    if (!isValid(ascii)) {
      throw new IllegalArgumentException("not a host name: \"" + ascii + "\"");
    }
  }

  /**
   * Reads a name in A-label or U-label form.
   *
   * @throws IllegalArgumentException with the text
   */
  public static HostName parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a host name: \"" + text + "\""));
  }

  /** Reads as {@link #parse} does; empty where that throws. */
  public static Optional<HostName> tryParse(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.isEmpty() || name.length() > 253) {
      return Optional.empty();
    }
    String ascii;
    try {
      ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
    return isValid(ascii) ? Optional.of(new HostName(ascii)) : Optional.empty();
  }

  private static boolean isValid(String name) {
    if (name.isEmpty() || name.length() > 253) {
      return false;
    }
    int label = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        if (label == 0 || name.charAt(i - 1) == '-') {
          return false;
        }
        label = 0;
        continue;
      }
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
      if (!plain && !(c == '-' && label > 0) || ++label > 63) {
        return false;
      }
    }
    return label > 0 && name.charAt(name.length() - 1) != '-';
  }

  /** Whether this name is the other or lies below it. */
  public boolean isWithin(HostName domain) {
    return ascii.equals(domain.ascii) || ascii.endsWith("." + domain.ascii);
  }

  /** The U-label form for people. */
  public String unicode() {
    return IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED);
  }

  @Override
  public int compareTo(HostName other) {
    return ascii.compareTo(other.ascii);
  }

  @Override
  public String toString() {
    return ascii;
  }
}
