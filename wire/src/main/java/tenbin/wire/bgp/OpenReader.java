package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/** Reads the body of an OPEN, and refuses what RFC 4271 section 6.2 refuses. */
final class OpenReader {
  private static final int VERSION = 4;
  private static final int CAPABILITIES = 2;
  private static final int EXTENDED = 255; // RFC 9072 section 2
  private static final int OPEN = 2;

  private OpenReader() {}

  static Open read(Octets in) throws Refused {
    try {
      return body(in);
    } catch (Malformed broken) {
      throw refusal(0, broken.what());
    }
  }

  private static Open body(Octets in) throws Malformed, Refused {
    int version = in.u8();
    if (version != VERSION) {
      Notification.Code code = new Notification.Code(OPEN, 1);
      throw new Refused(new Notification(code, "0004"), "version " + version);
    }
    long asn = in.u16();
    int hold = in.u16();
    if (hold == 1 || hold == 2) {
      throw refusal(6, "hold time of " + hold + " s");
    }
    int identifier = in.i32();
    if (identifier == 0) {
      throw refusal(3, "identifier 0.0.0.0");
    }
    List<Capability> capabilities = capabilities(in);
    long wide =
        capabilities.stream()
            .filter(Capability.FourOctetAs.class::isInstance)
            .mapToLong(each -> ((Capability.FourOctetAs) each).asn())
            .findFirst()
            .orElse(asn);
    if (wide == 0) {
      throw refusal(2, "AS 0");
    }
    return new Open(new Asn(wide), hold, Address.ofV4(identifier), capabilities);
  }

  /** In one form or the other (RFC 4271 section 4.2, RFC 9072 section 2). */
  private static List<Capability> capabilities(Octets in) throws Malformed, Refused {
    int length = in.u8();
    boolean extended = length != 0 && in.peek() == EXTENDED;
    if (extended) {
      in.skip(1);
      length = in.u16();
    }
    Octets parameters = in.take(length);
    List<Capability> all = new ArrayList<>();
    while (parameters.hasMore()) {
      int type = parameters.u8();
      Octets value = parameters.take(extended ? parameters.u16() : parameters.u8());
      if (type != CAPABILITIES) {
        throw refusal(4, "parameter " + type);
      }
      CapabilityReader.all(value, all);
    }
    if (in.hasMore()) {
      throw refusal(0, in.left() + " octets behind its end");
    }
    return all;
  }

  private static Refused refusal(int subcode, String why) {
    return new Refused(Notification.of(OPEN, subcode), why);
  }
}
