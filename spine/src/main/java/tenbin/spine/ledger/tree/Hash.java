package tenbin.spine.ledger.tree;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash. Immutable. */
public final class Hash {
  /** FIPS 180-4: 256 bits. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A hash of its bytes.
   *
   * @throws IllegalArgumentException when they are not 32
   */
  public static Hash of(byte[] bytes) {
    return in(bytes, 0, bytes.length);
  }

  /** A hash that lies inside a larger array. */
  static Hash in(byte[] bytes, int from, int length) {
    if (length != BYTES) {
      throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + length);
    }
    return new Hash(Arrays.copyOfRange(bytes, from, from + length));
  }

  /** Reads 64 small hexadecimal digits, the one form in which a hash is written. */
  public static Optional<Hash> tryParse(String hex) {
    return hex.matches("[0-9a-f]{64}")
        ? Optional.of(new Hash(HexFormat.of().parseHex(hex)))
        : Optional.empty();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The array itself, for hashing only. */
  byte[] raw() {
    return bytes;
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
