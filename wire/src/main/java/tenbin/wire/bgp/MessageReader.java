package tenbin.wire.bgp;

import java.util.HexFormat;

/**
 * Reads messages with their headers (RFC 4271 section 4.1, 6.1). Before the OPENs settled it,
 * UPDATEs are read as with numbers of four octets. For one thread.
 */
public final class MessageReader {
  /** Octets of a header: marker, length, type. */
  public static final int HEADER = 19;

  /** The longest message, and the longest with the capability for more (RFC 8654). */
  public static final int MOST = 4096;

  public static final int MOST_EXTENDED = 65_535;

  private static final int MARKER = 16;
  private static final int OPEN = 1;
  private static final int UPDATE = 2;
  private static final int NOTIFICATION = 3;
  private static final int KEEPALIVE = 4;
  private static final int ROUTE_REFRESH = 5;

  private UpdateReader updates;
  private boolean extended;

  public MessageReader(SessionForm form) {
    updates = new UpdateReader(form);
  }

  /** From now on UPDATEs are written so, and may be as long as a capability lets them. */
  public void settle(SessionForm form, int most) {
    updates = new UpdateReader(form);
    extended = most > MOST;
  }

  /**
   * How long the message is, with the header whose octets these are.
   *
   * @throws Refused when no message has such a header
   */
  public int length(byte[] header) throws Refused {
    for (int i = 0; i < MARKER; i++) {
      if (header[i] != -1) {
        throw refusal(1, "", "marker octet " + i + " is " + (header[i] & 0xff));
      }
    }
    int length = (header[MARKER] & 0xff) << 8 | header[MARKER + 1] & 0xff;
    int type = header[MARKER + 2] & 0xff;
    if (type < OPEN || type > ROUTE_REFRESH) {
      throw refusal(3, digits(type, 2), "type " + type);
    }
    if (length < least(type) || length > most(type)) {
      throw refusal(2, digits(length, 4), "type " + type + " of " + length + " octets");
    }
    return length;
  }

  private static int least(int type) {
    return switch (type) {
      case OPEN -> 29;
      case UPDATE, ROUTE_REFRESH -> 23;
      case NOTIFICATION -> 21;
      default -> HEADER;
    };
  }

  /** A ROUTE-REFRESH of another length is for its own code (RFC 7313 section 5). */
  private int most(int type) {
    return switch (type) {
      case KEEPALIVE -> HEADER;
      case OPEN -> MOST;
      default -> extended ? MOST_EXTENDED : MOST;
    };
  }

  /**
   * A whole message, its header with it.
   *
   * @throws Refused when it ends the session
   */
  public Message read(byte[] bytes, int length) throws Refused {
    Octets body = Octets.of(bytes, HEADER, length - HEADER);
    return switch (bytes[MARKER + 2]) {
      case OPEN -> OpenReader.read(body);
      case UPDATE -> updates.read(body);
      case NOTIFICATION -> notification(body);
      case KEEPALIVE -> KeepAlive.KEEPALIVE;
      default -> refresh(body);
    };
  }

  private static Message notification(Octets body) throws Refused {
    try {
      Notification.Code code = new Notification.Code(body.u8(), body.u8());
      return new Notification(code, HexFormat.of().formatHex(body.rest()));
    } catch (Malformed broken) {
      throw refusal(2, "", broken.what());
    }
  }

  private static Message refresh(Octets body) throws Refused {
    try {
      int afi = body.u16();
      int kind = body.u8();
      RouteRefresh told = new RouteRefresh(new AfiSafi(afi, body.u8()), kind);
      if (body.hasMore() && kind != 0) {
        throw new Refused(Notification.of(7, 1), body.left() + " octets behind its end");
      }
      return told;
    } catch (Malformed broken) {
      throw refusal(2, "", broken.what());
    }
  }

  private static Refused refusal(int subcode, String data, String why) {
    return new Refused(new Notification(new Notification.Code(1, subcode), data), why);
  }

  private static String digits(int value, int digits) {
    return HexFormat.of().toHexDigits(value, digits);
  }
}
