package tenbin.wire.rpki;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the PDUs of a session one by one. No PDU makes it hold more than {@link #MOST_ERROR}
 * octets. Not for several threads.
 */
public final class RtrReader {
  /** The longest Error Report that is taken: it may quote a PDU and say a few words. */
  public static final int MOST_ERROR = 128 << 10;

  /** The longest ASPA: its providers are counted in 16 bits, and no AS has a quarter of that. */
  static final int MOST_ASPA = 64 << 10;

  /** The longest router key: a SKI and a key of some hundred octets. */
  static final int MOST_KEY = 4 << 10;

  static final int HEADER = 8;

  private final InputStream in;

  public RtrReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next one; empty at the end.
   *
   * @throws RtrRefused when it is none: nothing behind it can be read
   * @throws IOException of the stream; when it ends inside of one
   */
  public Optional<RtrMessage> next() throws IOException, RtrRefused {
    byte[] header = in.readNBytes(HEADER);
    if (header.length == 0) {
      return Optional.empty();
    }
    if (header.length < HEADER) {
      throw new EOFException("ends inside a header");
    }
    int version = header[0] & 0xff;
    if (version > RtrMessage.NEWEST) {
      throw new RtrRefused(RtrError.UNSUPPORTED_VERSION, header, "version " + version);
    }
    int length = lengthOf(version, header);
    byte[] pdu = Arrays.copyOf(header, length);
    if (in.readNBytes(pdu, HEADER, length - HEADER) < length - HEADER) {
      throw new EOFException("ends inside a PDU");
    }
    return Optional.of(new RtrMessage(version, RtrDecoder.decode(version, pdu)));
  }

  private static int lengthOf(int version, byte[] header) throws RtrRefused {
    long told = 0;
    for (int i = 4; i < HEADER; i++) {
      told = told << 8 | header[i] & 0xff;
    }
    int type = header[1] & 0xff;
    long least = HEADER;
    long most = HEADER;
    switch (type) {
      case RtrType.SERIAL_NOTIFY, RtrType.SERIAL_QUERY -> least = most = 12;
      case RtrType.RESET_QUERY, RtrType.CACHE_RESPONSE, RtrType.CACHE_RESET -> {}
      case RtrType.IPV4_PREFIX -> least = most = 20;
      case RtrType.IPV6_PREFIX -> least = most = 32;
      case RtrType.END_OF_DATA -> least = most = version == 0 ? 12 : 24;
      case RtrType.ROUTER_KEY -> {
        least = 32;
        most = MOST_KEY;
      }
      case RtrType.ERROR_REPORT -> {
        least = 16;
        most = MOST_ERROR;
      }
      case RtrType.ASPA -> {
        least = 12;
        most = MOST_ASPA;
      }
      default -> throw new RtrRefused(RtrError.UNSUPPORTED_PDU_TYPE, header, "PDU type " + type);
    }
    if (told < least || told > most) {
      throw new RtrRefused(
          RtrError.CORRUPT_DATA, header, "PDU of type " + type + " with " + told + " octets");
    }
    return (int) told;
  }
}
