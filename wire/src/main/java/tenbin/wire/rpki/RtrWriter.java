package tenbin.wire.rpki;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import tenbin.nouns.net.Address;

/** Writes PDUs as octets; ASPAs in the form of the later drafts. Stateless; any thread. */
public final class RtrWriter {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private RtrWriter() {}

  /** The octets of one. */
  public static byte[] write(RtrMessage message) {
    return new RtrWriter().octets(message.version(), message.pdu());
  }

  private byte[] octets(int version, RtrPdu pdu) {
    return switch (pdu) {
      case RtrPdu.SerialNotify(int session, long serial) -> {
        u32(serial);
        yield whole(version, RtrType.SERIAL_NOTIFY, session);
      }
      case RtrPdu.SerialQuery(int session, long serial) -> {
        u32(serial);
        yield whole(version, RtrType.SERIAL_QUERY, session);
      }
      case RtrPdu.ResetQuery() -> whole(version, RtrType.RESET_QUERY, 0);
      case RtrPdu.CacheResponse(int session) -> whole(version, RtrType.CACHE_RESPONSE, session);
      case RtrPdu.PrefixPayload prefix -> prefix(version, prefix);
      case RtrPdu.RouterKey(var action) -> {
        body.writeBytes(new byte[24]);
        yield whole(version, RtrType.ROUTER_KEY, action.flag() << 8);
      }
      case RtrPdu.AspaPayload(var action, var customer, var providers) -> {
        u32(customer.number());
        providers.forEach(each -> u32(each.number()));
        yield whole(version, RtrType.ASPA, action.flag() << 8);
      }
      case RtrPdu.EndOfData end -> endOfData(version, end);
      case RtrPdu.CacheReset() -> whole(version, RtrType.CACHE_RESET, 0);
      case RtrPdu.ErrorReport(int code, var octets, var text) -> {
        sized(HexFormat.of().parseHex(octets));
        sized(text.getBytes(UTF_8));
        yield whole(version, RtrType.ERROR_REPORT, code);
      }
    };
  }

  private byte[] prefix(int version, RtrPdu.PrefixPayload payload) {
    body.write(payload.action().flag());
    body.write(payload.prefix().length());
    body.write(payload.maxLength());
    body.write(0);
    boolean v4 = payload.prefix().isV4();
    Address first = payload.prefix().first();
    if (v4) {
      u32(first.v4Bits() & 0xffff_ffffL);
    } else {
      u64(first.high());
      u64(first.low());
    }
    u32(payload.asn().number());
    return whole(version, v4 ? RtrType.IPV4_PREFIX : RtrType.IPV6_PREFIX, 0);
  }

  /**
   * From version 1 on its intervals belong to it; those of RFC 8210 section 6 where it has none.
   */
  private byte[] endOfData(int version, RtrPdu.EndOfData end) {
    u32(end.serial());
    if (version > 0) {
      RtrPdu.Intervals intervals = end.intervals().orElse(new RtrPdu.Intervals(3600, 600, 7200));
      u32(intervals.refresh());
      u32(intervals.retry());
      u32(intervals.expire());
    }
    return whole(version, RtrType.END_OF_DATA, end.session());
  }

  private void sized(byte[] octets) {
    u32(octets.length);
    body.writeBytes(octets);
  }

  private void u32(long value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      body.write((int) (value >>> shift));
    }
  }

  private void u64(long value) {
    u32(value >>> 32);
    u32(value & 0xffff_ffffL);
  }

  private byte[] whole(int version, int type, int third) {
    byte[] rest = body.toByteArray();
    body.reset();
    body.write(version);
    body.write(type);
    body.write(third >>> 8);
    body.write(third);
    u32(RtrReader.HEADER + rest.length);
    body.writeBytes(rest);
    return body.toByteArray();
  }
}
