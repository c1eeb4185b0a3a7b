package tenbin.spine.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hub's key for everything that a recipient sees of channels and mail: delivery ids, webhook
 * secrets, tokens in addresses. HMAC-SHA-256 (RFC 2104) over a use and its parts, so that no use
 * tells of another. Any thread.
 */
public final class Tokens {
  private static final int LEAST_BYTES = 32;

  /** 160 bits: nobody guesses it; 32 letters, so that it fits a mail address's local part. */
  private static final int TOKEN_BYTES = 20;

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private final SecretKeySpec key;

  public Tokens(byte[] key) {
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException("the hub's key needs " + LEAST_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** A secret of 32 bytes for a use. */
  public byte[] secret(String use, String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      update(mac, use);
      for (String part : parts) {
        update(mac, part);
      }
      return mac.doFinal();
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new AssertionError("every Java has HmacSHA256", impossible);
    }
  }

  /** A UUID of version 8 (RFC 9562) for a use: the same for the same parts. */
  public UUID id(String use, String... parts) {
    ByteBuffer bytes = ByteBuffer.wrap(secret(use, parts));
    long high = bytes.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
    long low = bytes.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** A token of {@value #LENGTH} lower-case letters and digits: mail systems may fold case. */
  public String token(String use, String... parts) {
    byte[] bytes = Arrays.copyOf(secret(use, parts), TOKEN_BYTES);
    StringBuilder out = new StringBuilder(LENGTH);
    for (int bit = 0; bit < TOKEN_BYTES * 8; bit += 5) {
      int pair =
          (bytes[bit / 8] & 0xff) << 8
              | (bit / 8 + 1 < TOKEN_BYTES ? bytes[bit / 8 + 1] & 0xff : 0);
      out.append(BASE32.charAt(pair >>> 11 - bit % 8 & 31));
    }
    return out.toString();
  }

  /** How long a token is. */
  public static final int LENGTH = TOKEN_BYTES * 8 / 5;

  /** Whether a text has a token's form. */
  public static boolean looksRight(String text) {
    return text.length() == LENGTH && text.chars().allMatch(c -> BASE32.indexOf(c) >= 0);
  }

  /** Each part with its length before it, so that no two lists of parts read the same. */
  private static void update(Mac mac, String part) {
    byte[] bytes = part.getBytes(UTF_8);
    mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    mac.update(bytes);
  }
}
