package tenbin.balance;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tenbin.nouns.observation.Fingerprint;

/**
 * The key that turns inner identities into those that one recipient sees, so that two recipients
 * cannot compare and nobody can guess (DISCLOSURE section 7). HMAC-SHA-256 (RFC 2104), cut to 128
 * bits. One instance per thread of work: it is not for several threads.
 */
public final class RecipientKey {
  private static final int LEAST_BYTES = 16;

  private final Mac mac;

  /** A key of at least 16 bytes, derived by the caller for exactly one recipient. */
  public RecipientKey(byte[] key) {
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException("a recipient's key needs " + LEAST_BYTES + " bytes");
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new AssertionError("every Java has HmacSHA256", impossible);
    }
  }

  /** The identity of an observation as this recipient sees it: a UUID of version 8 (RFC 9562). */
  public UUID idOf(Fingerprint fingerprint) {
    ByteBuffer input = ByteBuffer.allocate(16);
    input.putLong(fingerprint.high()).putLong(fingerprint.low());
    return uuid(mac.doFinal(input.array()));
  }

  /** The identity of anything else that has an inner name. */
  public UUID idOf(String inner) {
    return uuid(mac.doFinal(inner.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static UUID uuid(byte[] hash) {
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    long high = bytes.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
    long low = bytes.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
