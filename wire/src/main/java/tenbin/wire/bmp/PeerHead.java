package tenbin.wire.bmp;

import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;

/**
 * The peer that a message is about (RFC 7854 section 4.2).
 *
 * @param kind 0 global, 1 of a VPN, 2 local, 3 the router's own table (RFC 9069)
 * @param flags V 0x80, L 0x40, A 0x20, O 0x10; of kind 3 F 0x80
 * @param distinguisher of the VPN; 0 outside of any
 * @param address of the peer; none of the router's own table
 * @param asn of the peer
 * @param identifier of the peer
 * @param micros of the epoch, in UTC; 0 where the router does not say
 */
public record PeerHead(
    int kind,
    int flags,
    long distinguisher,
    Address address,
    Asn asn,
    Address identifier,
    long micros) {
  private static final int LOCAL = 3;
  private static final int V = 0x80;
  private static final int L = 0x40;
  private static final int A = 0x20;
  private static final int O = 0x10;
  private static final int MILLION = 1_000_000;

  /** The next 42 octets. */
  static PeerHead read(Octets in) throws Malformed {
    int at = in.at();
    int kind = in.u8();
    int flags = in.u8();
    if (kind > LOCAL) {
      throw new Malformed(at, "peer of kind " + kind);
    }
    long distinguisher = in.u32() << 32 | in.u32();
    return new PeerHead(
        kind,
        flags,
        distinguisher,
        address(in, kind != LOCAL && (flags & V) != 0),
        new Asn(in.u32()),
        in.address(Family.IPV4),
        in.u32() * MILLION + in.u32());
  }

  /** An address of 16 octets; an IPv4 one stands in the last four. */
  static Address address(Octets in, boolean six) throws Malformed {
    if (six) {
      return in.address(Family.IPV6);
    }
    in.skip(12);
    int bits = in.i32();
    return bits == 0 ? Address.NONE : Address.ofV4(bits);
  }

  /** Whether addresses of the session are IPv6. */
  boolean isSix() {
    return kind != LOCAL && (flags & V) != 0;
  }

  /** Which table it is of. */
  public View view() {
    if (kind == LOCAL) {
      return View.LOCAL;
    }
    boolean after = (flags & L) != 0;
    if ((flags & O) != 0) {
      return after ? View.OUT_AFTER_POLICY : View.OUT_BEFORE_POLICY;
    }
    return after ? View.IN_AFTER_POLICY : View.IN_BEFORE_POLICY;
  }

  /** Of AS numbers in the UPDATEs that it tells (RFC 7854 section 4.2, flag A). */
  public AsWidth width() {
    return kind != LOCAL && (flags & A) != 0 ? AsWidth.TWO : AsWidth.FOUR;
  }

  /** Whether the router's own table is told in part only (RFC 9069 section 4.2, flag F). */
  public boolean isFiltered() {
    return kind == LOCAL && (flags & V) != 0;
  }
}
