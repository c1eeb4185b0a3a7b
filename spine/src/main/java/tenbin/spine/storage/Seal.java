package tenbin.spine.storage;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals under a key (AES-256 in GCM, NIST SP 800-38D) what is to be unreadable once the key is
 * destroyed. Any thread.
 */
public final class Seal {
  public static final int KEY_BYTES = 32;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /** Seals under a key of {@link #KEY_BYTES}. */
  public Seal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** Bytes that nobody can guess. */
  public static byte[] random(int bytes) {
    byte[] made = new byte[bytes];
    RANDOM.nextBytes(made);
    return made;
  }

  /** Other bytes each time. */
  public byte[] seal(byte[] open) {
    byte[] nonce = random(NONCE);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, 0).doFinal(open);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has AES in GCM", impossible);
    }
  }

  /** What was sealed; empty when it was under another key, or changed. */
  public Optional<byte[]> open(byte[] sealed) {
    if (sealed.length < NONCE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, sealed, 0).doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (GeneralSecurityException otherKey) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, int from) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, from, NONCE));
    return cipher;
  }
}
