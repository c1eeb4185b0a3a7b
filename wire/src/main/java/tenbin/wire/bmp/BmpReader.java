package tenbin.wire.bmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Address;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Message;
import tenbin.wire.bgp.MessageReader;
import tenbin.wire.bgp.Notification;
import tenbin.wire.bgp.Octets;
import tenbin.wire.bgp.Open;
import tenbin.wire.bgp.Refused;
import tenbin.wire.bgp.SessionForm;
import tenbin.wire.bgp.Side;
import tenbin.wire.bmp.BmpMessage.Down;
import tenbin.wire.bmp.BmpMessage.Statistic;

/** Reads BMP messages with their headers (RFC 7854 section 4.1). */
public final class BmpReader {
  /** Octets of a header: version, length, type. */
  public static final int HEADER = 6;

  /** The longest message: a mirrored one of 65,535 octets several times over. */
  public static final int MOST = 1 << 20;

  private static final int VERSION = 3;
  private static final int UPDATE = 2;
  private static final int MARK = 18; // Where a BGP header has its type.
  private static final SessionForm ANY = new SessionForm(AsWidth.FOUR, Set.of(), Side.MONITORED);

  private BmpReader() {}

  /** How long the message is, with the header whose octets these are. */
  public static int length(byte[] header) throws Malformed {
    Octets in = Octets.of(header, 0, HEADER);
    int version = in.u8();
    if (version != VERSION) {
      throw new Malformed(0, "BMP of version " + version);
    }
    long length = in.u32();
    if (length < HEADER || length > MOST) {
      throw new Malformed(1, "a message of " + length + " octets");
    }
    return (int) length;
  }

  /** A whole message, its header with it. */
  public static BmpMessage read(byte[] bytes, int length) throws Malformed {
    Octets in = Octets.of(bytes, HEADER, length - HEADER);
    int type = bytes[HEADER - 1] & 0xff;
    return switch (type) {
      case 0 -> new BmpMessage.RouteMonitoring(PeerHead.read(in), update(in));
      case 1 -> statistics(PeerHead.read(in), in);
      case 2 -> new BmpMessage.PeerDown(PeerHead.read(in), down(in));
      case 3 -> up(PeerHead.read(in), in);
      case 4 -> new BmpMessage.Initiation(Tlv.all(in));
      case 5 -> new BmpMessage.Termination(Tlv.all(in));
      case 6 -> new BmpMessage.Mirroring(PeerHead.read(in), Tlv.all(in));
      default -> new BmpMessage.Unknown(type);
    };
  }

  /** One BGP message by itself. */
  private static byte[] message(Octets in) throws Malformed {
    byte[] header = in.copy().take(MessageReader.HEADER).rest();
    MessageReader reader = new MessageReader(ANY);
    reader.settle(ANY, MessageReader.MOST_EXTENDED);
    try {
      return in.take(reader.length(header)).rest();
    } catch (Refused refused) {
      throw new Malformed(in.at(), refused.what());
    }
  }

  private static Octets update(Octets in) throws Malformed {
    int at = in.at();
    byte[] bytes = message(in);
    if (bytes[MARK] != UPDATE) {
      throw new Malformed(at, "a BGP message of type " + bytes[MARK] + " among routes");
    }
    return Octets.of(bytes, MessageReader.HEADER, bytes.length - MessageReader.HEADER);
  }

  private static <M extends Message> Optional<M> told(Octets in, Class<M> kind) throws Malformed {
    byte[] bytes = message(in);
    try {
      Message told = new MessageReader(ANY).read(bytes, bytes.length);
      return Optional.of(told).filter(kind::isInstance).map(kind::cast);
    } catch (Refused unreadable) {
      return Optional.empty();
    }
  }

  private static BmpMessage up(PeerHead peer, Octets in) throws Malformed {
    Address local = PeerHead.address(in, peer.isSix());
    in.skip(4);
    Optional<Open> sent = told(in, Open.class);
    Optional<Open> received = told(in, Open.class);
    return new BmpMessage.PeerUp(peer, local, sent, received, Tlv.all(in));
  }

  private static Down down(Octets in) throws Malformed {
    int reason = in.u8();
    return switch (reason) {
      case 1, 3 -> new Down(reason, told(in, Notification.class), 0);
      case 2 -> new Down(reason, Optional.empty(), in.u16());
      default -> new Down(reason, Optional.empty(), 0);
    };
  }

  private static BmpMessage statistics(PeerHead peer, Octets in) throws Malformed {
    in.skip(4);
    List<Statistic> counters = new ArrayList<>();
    for (Tlv each : Tlv.all(in)) {
      counters.add(counter(each));
    }
    return new BmpMessage.Statistics(peer, counters);
  }

  /** Those of a family have its numbers before the value, eleven octets in all. */
  private static Statistic counter(Tlv told) {
    if (told.octets().length() != 22) {
      return new Statistic(told.type(), Optional.empty(), told.number());
    }
    int afi = Integer.parseInt(told.octets(), 0, 4, 16);
    int safi = Integer.parseInt(told.octets(), 4, 6, 16);
    Tlv value = new Tlv(told.type(), told.octets().substring(6));
    return new Statistic(told.type(), Optional.of(new AfiSafi(afi, safi)), value.number());
  }
}
