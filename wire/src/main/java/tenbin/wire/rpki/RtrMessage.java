package tenbin.wire.rpki;

/**
 * A PDU with the version of its header.
 *
 * @param version 0 (RFC 6810), 1 (RFC 8210) or 2 (its draft)
 */
public record RtrMessage(int version, RtrPdu pdu) {
  /** The newest that is spoken. */
  public static final int NEWEST = 2;

  public RtrMessage {
    if (version < 0 || version > NEWEST) {
      throw new IllegalArgumentException("no such version: " + version);
    }
  }
}
