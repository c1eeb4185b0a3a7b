package tenbin.proof.mrt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The slow second reading: straight through the octets by RFC 6396 and RFC 4271, sharing no code
 * with the reader that is timed. Knows TABLE_DUMP_V2 and BGP4MP with numbers of four octets.
 */
final class PlainWalk {
  private static final int HEADER = 12;

  private long announced;
  private long withdrawn;
  private long entries;
  private long sum;

  private PlainWalk() {}

  /** What stands in a file; empty where it has records that this does not know, or broken ones. */
  static Optional<Elements> of(InputStream in) throws IOException {
    PlainWalk walk = new PlainWalk();
    byte[] header = in.readNBytes(HEADER);
    try {
      while (header.length == HEADER) {
        ByteBuffer head = ByteBuffer.wrap(header);
        ByteBuffer body = ByteBuffer.wrap(in.readNBytes(head.getInt(8)));
        if (!walk.isKnown(head.getShort(4), head.getShort(6), body)) {
          return Optional.empty();
        }
        header = in.readNBytes(HEADER);
      }
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      return Optional.empty();
    }
    return Optional.of(new Elements(walk.announced, walk.withdrawn, walk.entries, walk.sum));
  }

  private boolean isKnown(int type, int subtype, ByteBuffer body) {
    int kind = 100 * type + subtype;
    if (type == 17) {
      body.getInt();
      kind = 1600 + subtype;
    }
    switch (kind) {
      case 1301, 1600, 1605 -> {}
      case 1302 -> table(body, true);
      case 1304 -> table(body, false);
      case 1604 -> message(body);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void table(ByteBuffer body, boolean v4) {
    body.getInt();
    long[] prefix = prefix(body, v4);
    int count = u16(body);
    for (int i = 0; i < count; i++) {
      body.position(body.position() + 2 + 4);
      sum += of(prefix, path(part(body, u16(body))));
      entries++;
    }
  }

  private void message(ByteBuffer body) {
    body.position(body.position() + 4 + 4 + 2);
    int address = u16(body) == 1 ? 4 : 16;
    body.position(body.position() + 2 * address + 16 + 2);
    if (body.get() != 2) {
      return;
    }
    withdrawn += routes(part(body, u16(body)), true, 0);
    ByteBuffer attributes = part(body, u16(body));
    int path = path(attributes.duplicate());
    others(attributes, path);
    announced += routes(body, true, path);
  }

  /** Routes of MP_REACH_NLRI and MP_UNREACH_NLRI (RFC 4760). */
  private void others(ByteBuffer attributes, int path) {
    while (attributes.hasRemaining()) {
      int flags = attributes.get();
      int type = attributes.get() & 0xff;
      ByteBuffer value = part(attributes, length(flags, attributes));
      if (type == 14 || type == 15) {
        boolean v4 = u16(value) == 1;
        value.get();
        if (type == 14) {
          value.position(value.position() + 1 + (value.get(value.position()) & 0xff) + 1);
          announced += routes(value, v4, path);
        } else {
          withdrawn += routes(value, v4, 0);
        }
      }
    }
  }

  private int routes(ByteBuffer in, boolean v4, int path) {
    int count = 0;
    for (; in.hasRemaining(); count++) {
      sum += of(prefix(in, v4), path);
    }
    return count;
  }

  /** As {@link Elements#mixed} wants it: over the segments of the first AS_PATH. */
  private static int path(ByteBuffer attributes) {
    int hash = 1;
    while (attributes.hasRemaining()) {
      int flags = attributes.get();
      int type = attributes.get() & 0xff;
      ByteBuffer value = part(attributes, length(flags, attributes));
      while (type == 2 && value.hasRemaining()) {
        int kind = value.get();
        int count = value.get() & 0xff;
        hash = 31 * hash + (kind << 16 | count);
        for (int i = 0; i < count; i++) {
          hash = 31 * hash + value.getInt();
        }
      }
      if (type == 2) {
        return hash;
      }
    }
    return hash;
  }

  private static int length(int flags, ByteBuffer in) {
    return (flags & 0x10) == 0 ? in.get() & 0xff : u16(in);
  }

  /** Both halves of the first address and the length in 128 bits. */
  private static long[] prefix(ByteBuffer in, boolean v4) {
    int bits = (in.get() & 0xff) + (v4 ? 96 : 0);
    byte[] address = new byte[16];
    if (v4) {
      address[10] = -1;
      address[11] = -1;
    }
    int from = v4 ? 12 : 0;
    in.get(address, from, (bits + 7) / 8 - from);
    for (int bit = bits; bit < 128; bit++) {
      address[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    ByteBuffer halves = ByteBuffer.wrap(address);
    return new long[] {halves.getLong(), halves.getLong(), bits};
  }

  private static long of(long[] prefix, int path) {
    return Elements.mixed(prefix[0], prefix[1], (int) prefix[2], path);
  }

  private static ByteBuffer part(ByteBuffer in, int length) {
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  private static int u16(ByteBuffer in) {
    return in.getShort() & 0xffff;
  }
}
