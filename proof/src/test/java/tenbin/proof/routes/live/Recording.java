package tenbin.proof.routes.live;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import tenbin.nouns.net.Prefix;

/** A file of MRT in the making: updates of IPv4 (RFC 6396 section 4.4.3, with microseconds). */
public final class Recording {
  private static final int BGP4MP_ET = 17;
  private static final int MESSAGE_AS4 = 4;
  private static final int LOCAL_AS = 12_654;
  private final ByteArrayOutputStream all = new ByteArrayOutputStream();

  /** A router of a collector: 192.65.185.N of AS 3000 + N. */
  public record Peer(int number) {
    public int asn() {
      return 3_000 + number;
    }

    int address() {
      return 0xc041_b900 + number;
    }
  }

  public byte[] octets() {
    return all.toByteArray();
  }

  /** The peer announces it over these ASes, its own first. */
  public Recording announces(Instant at, Peer peer, Prefix prefix, int... path) {
    return message(
        at,
        peer,
        out -> {
          out.writeShort(0);
          byte[] attributes = attributes(path);
          out.writeShort(attributes.length);
          out.write(attributes);
          prefix(out, prefix);
        });
  }

  public Recording withdraws(Instant at, Peer peer, Prefix prefix) {
    return message(
        at,
        peer,
        out -> {
          out.writeShort(1 + (prefix.length() + 7) / 8);
          prefix(out, prefix);
          out.writeShort(0);
        });
  }

  private static byte[] attributes(int... path) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(octets);
    out.write(new byte[] {0x40, 1, 1, 0}); // ORIGIN: IGP.
    out.write(new byte[] {0x40, 2, (byte) (2 + 4 * path.length), 2, (byte) path.length});
    for (int each : path) {
      out.writeInt(each);
    }
    out.write(new byte[] {0x40, 3, 4, (byte) 192, 65, (byte) 185, 1}); // NEXT_HOP.
    return octets.toByteArray();
  }

  private static void prefix(DataOutputStream out, Prefix prefix) throws IOException {
    out.writeByte(prefix.length());
    int bits = prefix.first().v4Bits();
    for (int i = 0; i < (prefix.length() + 7) / 8; i++) {
      out.writeByte(bits >>> 24 - 8 * i);
    }
  }

  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  private Recording message(Instant at, Peer peer, Body body) {
    try {
      ByteArrayOutputStream update = new ByteArrayOutputStream();
      body.write(new DataOutputStream(update));
      DataOutputStream out = new DataOutputStream(all);
      out.writeInt((int) at.getEpochSecond());
      out.writeShort(BGP4MP_ET);
      out.writeShort(MESSAGE_AS4);
      out.writeInt(4 + 20 + 19 + update.size());
      out.writeInt(at.getNano() / 1_000);
      out.writeInt(peer.asn());
      out.writeInt(LOCAL_AS);
      out.writeShort(0);
      out.writeShort(1);
      out.writeInt(peer.address());
      out.writeInt(0xc041_b901);
      out.writeLong(-1);
      out.writeLong(-1);
      out.writeShort(19 + update.size());
      out.writeByte(2);
      update.writeTo(out);
      return this;
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }
}
