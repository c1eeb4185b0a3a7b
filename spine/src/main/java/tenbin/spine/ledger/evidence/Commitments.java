package tenbin.spine.ledger.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import tenbin.nouns.report.Digest;

/** Salted hashes: they tell nothing to who has not the salt, and bind who wrote them. */
public final class Commitments {
  private Commitments() {}

  /** To released bytes: SHA-256 over the salt and the digest's 64 hexadecimal digits. */
  public static String toBytes(byte[] salt, Digest digest) {
    return over(salt, digest.hex());
  }

  /** To a text that has a name of its own, so that one is not taken for another. */
  public static String toText(byte[] salt, String name, String text) {
    return over(salt, name + "\0" + text);
  }

  /** To the salt itself: whoever shows a salt cannot show another. */
  public static String toSalt(byte[] salt) {
    return over(salt, "salt");
  }

  /** Whether hexadecimal digits are a salt to which that commits. */
  static boolean commits(String hex, String commitment) {
    return isHex(hex) && toSalt(HexFormat.of().parseHex(hex)).equals(commitment);
  }

  static boolean isHex(String text) {
    return !text.isEmpty() && text.length() % 2 == 0 && text.matches("[0-9a-f]*");
  }

  private static String over(byte[] salt, String text) {
    MessageDigest running = Digest.start();
    running.update(salt);
    running.update(text.getBytes(UTF_8));
    return Digest.finish(running).hex();
  }
}
