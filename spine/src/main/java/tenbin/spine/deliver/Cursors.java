package tenbin.spine.deliver;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.HubSecret;

/**
 * Positions as a recipient sees them: one block of AES (FIPS 197) under a key of its own, so that
 * two cursors tell nothing of what lies between them, and nobody else's fits. Any thread.
 */
final class Cursors {
  /** Half of the block: a made-up cursor passes once in 2^64. */
  private static final long MAGIC = 0x7465_6e62_696e_2031L;

  private static final int KEY_BYTES = 16;
  private static final int BLOCK = 16;

  private final HubSecret secret;

  Cursors(HubSecret secret) {
    this.secret = secret;
  }

  String of(MemberId recipient, long position) {
    byte[] block = ByteBuffer.allocate(BLOCK).putLong(position).putLong(MAGIC).array();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(run(Cipher.ENCRYPT_MODE, recipient, block));
  }

  /** The position of a cursor; a foreign or broken one is refused. */
  long position(MemberId recipient, String cursor) {
    byte[] block = block(cursor);
    ByteBuffer plain = ByteBuffer.wrap(run(Cipher.DECRYPT_MODE, recipient, block));
    long position = plain.getLong();
    if (plain.getLong() != MAGIC || !of(recipient, position).equals(cursor)) {
      throw new Deliveries.BadCursor("this cursor is not one of yours");
    }
    return position;
  }

  private static byte[] block(String cursor) {
    byte[] block;
    try {
      block = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException broken) {
      block = new byte[0];
    }
    if (block.length != BLOCK) {
      throw new Deliveries.BadCursor("this cursor is not one of yours");
    }
    return block;
  }

  private byte[] run(int mode, MemberId recipient, byte[] block) {
    byte[] key = Arrays.copyOf(secret.key("cursor", recipient.text()), KEY_BYTES);
    try {
      // A single block that no other block ever follows: ECB is AES itself here.
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"));
      return cipher.doFinal(block);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has AES", impossible);
    }
  }
}
