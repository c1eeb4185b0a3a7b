package tenbin.wire.bgp;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A NOTIFICATION: why a speaker ends the session (RFC 4271 section 4.5).
 *
 * @param code and subcode, by the registry
 * @param data what it adds, in hexadecimal digits
 */
public record Notification(Code code, String data) implements Message {
  private static final int MOST_TEXT = 255; // RFC 9003 section 2

  /**
   * What it is about.
   *
   * @param major the error code
   * @param minor the error subcode; 0 says nothing more
   */
  public record Code(int major, int minor) {
    public Code {
      if (major < 0 || major > 0xff || minor < 0 || minor > 0xff) {
        throw new IllegalArgumentException("no such code: " + major + "/" + minor);
      }
    }

    /** "Cease: administrative shutdown". */
    @Override
    public String toString() {
      return NotificationWords.of(major, minor);
    }
  }

  /** One that says no more than its code. */
  public static Notification of(int major, int minor) {
    return new Notification(new Code(major, minor), "");
  }

  /** What an operator wrote when it shut the session down (RFC 9003); "" where nothing. */
  public String communication() {
    boolean shutdown = code.major() == 6 && (code.minor() == 2 || code.minor() == 4);
    byte[] octets = HexFormat.of().parseHex(data);
    if (!shutdown || octets.length < 2) {
      return "";
    }
    int length = Math.min(Math.min(octets[0] & 0xff, octets.length - 1), MOST_TEXT);
    return new String(octets, 1, length, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
  }

  /** "Cease: administrative shutdown ("maintenance")". */
  @Override
  public String toString() {
    String text = communication();
    return text.isEmpty() ? code.toString() : code + " (\"" + text + "\")";
  }
}
