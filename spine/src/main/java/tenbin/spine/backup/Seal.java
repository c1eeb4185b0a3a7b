package tenbin.spine.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What one archive is sealed with: a key that only its recipient can find again, and the pieces
 * that it is cut into.
 *
 * <p>The key comes out of DHKEM(X25519, HKDF-SHA256) (RFC 9180 section 4.1) through HKDF-SHA256
 * (RFC 5869). Pieces are AES-256-GCM (NIST SP 800-38D). A piece's nonce is its number and whether
 * it is the last [1], and the head stands beside each: so no piece can be changed, moved, left out
 * or taken from another archive, and no end comes early. One key seals one archive, so no nonce
 * comes twice.
 *
 * <p>[1] V. Hoang, R. Reyhanitabar, P. Rogaway, D. Vizár: Online Authenticated-Encryption and its
 * Nonce-Reuse Misuse-Resistance, CRYPTO 2015 (STREAM).
 */
final class Seal {
  /** The first bytes of a sealed archive. */
  static final byte[] MARK = "tenbin-sealed 1\n".getBytes(US_ASCII);

  /** Of the open text in a piece: what GCM has to hold back until its tag is compared. */
  static final int PIECE = 1 << 20;

  static final int TAG = 16;

  private static final int KEM_BYTES = 32;
  private static final int SALT_BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  /** The mark, what the recipient finds the key with, and the salt. */
  static final int HEAD = MARK.length + KEM_BYTES + SALT_BYTES;

  private final SecretKey key;
  private final byte[] head;

  private Seal(SecretKey key, byte[] head) {
    this.key = key;
    this.head = head;
  }

  /** A new one for a recipient. */
  static Seal to(PublicKey recipient) throws GeneralSecurityException {
    KEM.Encapsulated found = KEM.getInstance("DHKEM").newEncapsulator(recipient).encapsulate();
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    byte[] head = ByteBuffer.allocate(HEAD).put(MARK).put(found.encapsulation()).put(salt).array();
    return new Seal(derive(found.key(), head), head);
  }

  /** The one of an archive's head; with another key than the recipient's it opens nothing. */
  static Seal of(byte[] head, PrivateKey recipient) throws GeneralSecurityException {
    byte[] sent = new byte[KEM_BYTES];
    System.arraycopy(head, MARK.length, sent, 0, KEM_BYTES);
    SecretKey found = KEM.getInstance("DHKEM").newDecapsulator(recipient).decapsulate(sent);
    return new Seal(derive(found, head), head.clone());
  }

  private static SecretKey derive(SecretKey found, byte[] head) throws GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    System.arraycopy(head, HEAD - SALT_BYTES, salt, 0, SALT_BYTES);
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            "AES",
            HKDFParameterSpec.ofExtract().addIKM(found).addSalt(salt).thenExpand(MARK, KEY_BYTES));
  }

  byte[] head() {
    return head.clone();
  }

  /** Its name, for people: the beginning of what the recipient finds the key with. */
  String name() {
    return HexFormat.of().formatHex(head, MARK.length, MARK.length + Long.BYTES);
  }

  byte[] close(long number, boolean last, byte[] piece, int length)
      throws GeneralSecurityException {
    return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(piece, 0, length);
  }

  /**
   * Opens a piece.
   *
   * @throws AEADBadTagException when it is not the one that was sealed there
   */
  byte[] open(long number, boolean last, byte[] sealed, int length)
      throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(sealed, 0, length);
  }

  private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE).putLong(number).putInt(last ? 1 : 0).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(head);
    return cipher;
  }
}
