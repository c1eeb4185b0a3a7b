package tenbin.nouns.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The identity of an observation in 128 bits: equal for exact duplicates, and for nothing else that
 * a circle will ever see (10 million rows a day for 10 years: odds below 1e-17). It hashes without
 * a key, so it stays inside the hub: what a recipient sees is keyed to that recipient.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Fingerprint(long high, long low) {
  /** The identity of an observation. Two rows that differ in any told value differ here. */
  public static Fingerprint of(Observation seen) {
    Mixer mixer = new Mixer();
    mixer.mix(seen.source());
    mixer.mix(seen.destination());
    mixer.mix(seen.transport().number());
    mixer.mix(seen.time().epochNanos());
    mixer.mix(seen.time().errorNanos());
    mixer.mix(seen.kind().rsit().type().hashCode());
    mixer.mix(seen.kind().identifier());
    mixer.mix(seen.kind().family());
    mixer.mix(seen.sides().name().hashCode());
    mixer.mix(seen.sensor());
    mixer.mix(seen.url());
    mixer.mix(seen.count());
    seen.extra().mixInto(mixer);
    return mixer.finish();
  }

  @Override
  public String toString() {
    return String.format("%016x%016x", high, low);
  }

  /**
   * Two independent 64-bit lanes of multiply-and-rotate, each finished by the 64-bit finaliser of
   * MurmurHash3. Not cryptographic: nobody gains by folding two of his own rows into one.
   */
  static final class Mixer {
    private static final VarHandle LONGS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONE = 0x9e37_79b9_7f4a_7c15L;
    private static final long TWO = 0xc2b2_ae3d_27d4_eb4fL;

    private long left = ONE;
    private long right = TWO;

    void mix(long value) {
      left = Long.rotateLeft(left ^ value * TWO, 27) * ONE + 0x52dc_e729L;
      right = Long.rotateLeft(right + value, 31) * TWO ^ left;
    }

    void mix(Endpoint side) {
      mix(side.address().high());
      mix(side.address().low());
      mix(side.port());
      mix(side.asn().number());
      mix(side.host());
      mix(side.reverseName());
    }

    void mix(String text) {
      if (text.isEmpty()) {
        mix(0);
        return;
      }
      byte[] bytes = text.getBytes(UTF_8);
      mix(bytes, 0, bytes.length);
    }

    void mix(byte[] bytes, int from, int length) {
      mix(length);
      int position = from;
      int end = from + length;
      for (; position + 8 <= end; position += 8) {
        mix((long) LONGS.get(bytes, position));
      }
      long rest = 0;
      for (int shift = 0; position < end; shift += 8) {
        rest |= (bytes[position++] & 0xffL) << shift;
      }
      mix(rest);
    }

    Fingerprint finish() {
      return new Fingerprint(finalise(left ^ Long.rotateLeft(right, 17)), finalise(right + left));
    }

    private static long finalise(long value) {
      long mixed = (value ^ value >>> 33) * 0xff51_afd7_ed55_8ccdL;
      mixed = (mixed ^ mixed >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
      return mixed ^ mixed >>> 33;
    }
  }
}
