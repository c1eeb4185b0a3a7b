package tenbin.proof.generator;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/**
 * A table of twelve peers and some updates, as a collector records them (RFC 6396), packed with
 * gzip: five IPv4 prefixes to one of IPv6, neighbours often with the same origin, paths of a few
 * ASes, communities of which each peer has about a hundred sets. The same seed gives the same
 * octets.
 */
public final class MrtFile {
  private static final int PEERS = 12;
  private static final int EPOCH = 1_700_000_000;
  private static final int ONE_IN_V6 = 6;
  private static final double SAME_ORIGIN = 0.6;
  private static final double UPDATED = 0.25;
  private static final int ORIGINS = 60_000;
  private static final int COMMUNITY_SETS = 120;

  private final DataOutputStream out;
  private final RandomGenerator random;
  private final ByteBuffer body = ByteBuffer.allocate(1 << 16);
  private int origin = 1;

  private MrtFile(DataOutputStream out, RandomGenerator random) {
    this.out = out;
    this.random = random;
  }

  /** Writes a file with so many prefixes. */
  public static void write(Path file, int prefixes, RandomGenerator random) throws IOException {
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed, 1 << 16))) {
      MrtFile made = new MrtFile(out, random);
      made.peers();
      for (int i = 0; i < prefixes; i++) {
        made.route(i, i % ONE_IN_V6 != 0);
      }
    }
  }

  private void record(int type, int subtype) throws IOException {
    out.writeInt(EPOCH);
    out.writeShort(type);
    out.writeShort(subtype);
    out.writeInt(body.position());
    out.write(body.array(), 0, body.position());
    body.clear();
  }

  private void peers() throws IOException {
    body.putInt(1).putShort((short) 0).putShort((short) PEERS);
    for (int peer = 0; peer < PEERS; peer++) {
      body.put((byte) 2).putInt(peer).putInt(address(peer)).putInt(asn(peer));
    }
    record(13, 1);
  }

  private static int address(int peer) {
    return 0xc000_0201 + peer; // 192.0.2.0/24, RFC 5737
  }

  private static int asn(int peer) {
    return 64_496 + peer; // RFC 5398
  }

  /** A record of the table, and now and then an update with it behind. */
  private void route(int number, boolean v4) throws IOException {
    origin = random.nextDouble() < SAME_ORIGIN ? origin : 131_072 + random.nextInt(ORIGINS);
    byte[] prefix = prefix(number, v4);
    body.putInt(number).put(prefix).putShort((short) PEERS);
    for (int peer = 0; peer < PEERS; peer++) {
      body.putShort((short) peer).putInt(EPOCH - 3_600);
      int length = body.position();
      body.putShort((short) 0);
      attributes(peer, v4, v4 ? new byte[0] : hop(peer));
      body.putShort(length, (short) (body.position() - length - 2));
    }
    record(13, v4 ? 2 : 4);
    if (random.nextDouble() < UPDATED) {
      update(random.nextInt(PEERS), prefix, v4);
    }
  }

  /** Its length and its first octets; the number alone makes each another one. */
  private static byte[] prefix(int number, boolean v4) {
    return v4
        ? new byte[] {24, (byte) (20 + (number >>> 16)), (byte) (number >>> 8), (byte) number}
        : new byte[] {
          48, 0x20, 1, 0x0d, (byte) (number >>> 16), (byte) (number >>> 8), (byte) number
        };
  }

  private static byte[] hop(int peer) {
    ByteBuffer hop = ByteBuffer.allocate(17).put((byte) 16).putLong(0x2001_0db8_0000_0000L);
    return hop.putLong(peer + 1L).array();
  }

  private void attributes(int peer, boolean v4, byte[] reach) {
    body.put(new byte[] {0x40, 1, 1, 0});
    int middle = 2 + (origin + peer) % 4;
    body.put(new byte[] {0x40, 2, (byte) (2 + 4 * (middle + 2)), 2, (byte) (middle + 2)});
    body.putInt(asn(peer));
    for (int i = 0; i < middle; i++) {
      body.putInt(1_000 + (origin * (i + 1) + peer) % 3_000);
    }
    body.putInt(origin);
    if (v4) {
      body.put(new byte[] {0x40, 3, 4}).putInt(address(peer));
    } else {
      body.put(new byte[] {(byte) 0x80, 14, (byte) reach.length}).put(reach);
    }
    if ((origin + peer) % 5 == 0) {
      body.put(new byte[] {(byte) 0x80, 4, 4}).putInt(origin % 1_000);
    }
    communities(peer);
  }

  private void communities(int peer) {
    int set = origin % COMMUNITY_SETS;
    int count = 1 + set % 7;
    body.put(new byte[] {(byte) 0xc0, 8, (byte) (4 * count)});
    for (int i = 0; i < count; i++) {
      body.putShort((short) asn(peer)).putShort((short) (100 * (set + i)));
    }
  }

  /** An announcement, or a withdrawal for one in seven. */
  private void update(int peer, byte[] prefix, boolean v4) throws IOException {
    body.putInt(asn(peer)).putInt(64_511).putShort((short) 0).putShort((short) 1);
    body.putInt(address(peer)).putInt(0xc000_02fe);
    int start = body.position();
    body.putLong(-1).putLong(-1).putShort((short) 0).put((byte) 2);
    boolean gone = v4 && random.nextInt(7) == 0;
    body.putShort((short) (gone ? prefix.length : 0)).put(gone ? prefix : new byte[0]);
    int length = body.position();
    body.putShort((short) 0);
    if (!gone) {
      byte[] family = {0, 2, 1};
      byte[] hop = hop(peer);
      ByteBuffer reach = ByteBuffer.allocate(family.length + hop.length + 1 + prefix.length);
      attributes(peer, v4, reach.put(family).put(hop).put((byte) 0).put(prefix).array());
    }
    body.putShort(length, (short) (body.position() - length - 2));
    body.put(v4 && !gone ? prefix : new byte[0]);
    body.putShort(start + 16, (short) (body.position() - start));
    record(16, 4);
  }
}
