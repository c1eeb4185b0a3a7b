package tenbin.spine.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes leaves and nodes apart from one another (RFC 9162 section 2.1.1). For one thread. */
public final class Hasher {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256 = sha256();

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }

  /** What a tree without leaves has for a root: the hash of nothing. */
  public Hash empty() {
    return Hash.of(sha256.digest());
  }

  public Hash leaf(byte[] content) {
    sha256.update(LEAF);
    sha256.update(content);
    return finish();
  }

  /** The leaf of a text in UTF-8. */
  public Hash leaf(String text) {
    return leaf(text.getBytes(StandardCharsets.UTF_8));
  }

  public Hash node(Hash left, Hash right) {
    sha256.update(NODE);
    sha256.update(left.raw());
    sha256.update(right.raw());
    return finish();
  }

  /** The hash of parts one behind the other, which are told apart by their place and length. */
  Hash plain(byte[]... parts) {
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return finish();
  }

  private Hash finish() {
    byte[] bytes = new byte[Hash.BYTES];
    try {
      sha256.digest(bytes, 0, bytes.length);
    } catch (DigestException impossible) {
      throw new AssertionError("32 bytes hold a SHA-256", impossible);
    }
    return Hash.of(bytes);
  }
}
