package tenbin.spine.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hub's one secret, made at its first start, from which every other key is derived: one per use
 * and party, by HMAC-SHA-256 (RFC 2104). Any thread.
 */
public final class HubSecret {
  private static final int BYTES = 32;

  private final byte[] secret;

  private HubSecret(byte[] secret) {
    this.secret = secret;
  }

  /** The secret of a data folder, in a file that only its owner may read. */
  public static HubSecret in(Path data) throws IOException {
    Path file = data.resolve("secret");
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Folders.write(file, random);
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != BYTES) {
      throw new StorageFailure(StorageFailure.Actor.OPERATOR, file + " is not the hub's secret");
    }
    return new HubSecret(secret);
  }

  /**
   * The 32 bytes of a key.
   *
   * @param use what for, a constant
   * @param about for whom or what
   */
  public byte[] key(String use, String about) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal((use + "\0" + about).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new AssertionError("every Java has HmacSHA256", impossible);
    }
  }
}
