package tenbin.nouns.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 (FIPS 180-4) of a report's bytes as received: the report's identity. The same bytes
 * twice are the same report.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
  private static final int LENGTH = 64;

  public Digest {
    boolean good = hex.length() == LENGTH;
    for (int i = 0; good && i < LENGTH; i++) {
      char c = hex.charAt(i);
      good = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
    if (!good) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: \"" + hex + "\"");
    }
  }

  public static Optional<Digest> tryParse(String hex) {
    try {
      return Optional.of(new Digest(hex));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  /** The digest of bytes held in memory. */
  public static Digest of(byte[] bytes) {
    return finish(start(), bytes);
  }

  /** A running SHA-256, for bytes that pass by. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }

  /** The digest of what passed by. */
  public static Digest finish(MessageDigest running) {
    return new Digest(HexFormat.of().formatHex(running.digest()));
  }

  private static Digest finish(MessageDigest running, byte[] last) {
    running.update(last);
    return finish(running);
  }

  @Override
  public String toString() {
    return hex;
  }
}
