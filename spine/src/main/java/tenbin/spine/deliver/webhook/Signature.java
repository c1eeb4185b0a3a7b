package tenbin.spine.deliver.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who sent a webhook's body and when: HMAC-SHA-256 (RFC 2104) with the shared secret over the time
 * in decimal seconds, a dot and the body's bytes. A receiver refuses times more than some minutes
 * off, so that nobody can play an old delivery again.
 */
final class Signature {
  private Signature() {}

  /** The field's value: "t=1774310400,v1=" and 64 hexadecimal digits. */
  static String of(byte[] secret, Instant at, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      String time = Long.toString(at.getEpochSecond());
      mac.update((time + ".").getBytes(US_ASCII));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new AssertionError("every Java has HmacSHA256", impossible);
    }
  }
}
