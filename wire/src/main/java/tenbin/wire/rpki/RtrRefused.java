package tenbin.wire.rpki;

import java.util.HexFormat;

/** A PDU that is not what it should be, with what to answer. Ends the session, not more. */
public final class RtrRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** So much of the PDU goes back with the error: its header and what matters. */
  private static final int MOST_RETURNED = 64;

  private final RtrError error;
  private final String octets;

  /**
   * What is wrong.
   *
   * @param octets the PDU as far as it was read
   */
  public RtrRefused(RtrError error, byte[] octets, String what) {
    super(what, null, false, false);
    this.error = error;
    int length = Math.min(octets.length, MOST_RETURNED);
    this.octets = HexFormat.of().formatHex(octets, 0, length);
  }

  public RtrError error() {
    return error;
  }

  /** The report that the other side is to get. */
  public RtrPdu.ErrorReport report() {
    return new RtrPdu.ErrorReport(error.code(), octets, what());
  }

  /** What is wrong, in words for a log. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
