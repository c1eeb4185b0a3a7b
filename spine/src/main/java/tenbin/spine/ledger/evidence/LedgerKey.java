package tenbin.spine.ledger.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tenbin.nouns.report.Digest;

/**
 * A ledger's public key: Ed25519 (RFC 8032), written as verifiers of signed notes do (C2SP,
 * signed-note): {@code name+hash+base64}. Immutable; any thread.
 */
public final class LedgerKey {
  private static final int RAW = 32;
  private static final int HASH = 4;
  private static final byte ED25519 = 1;

  /** RFC 8410 section 4: what stands before the 32 bytes of a public key. */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final byte[] raw;
  private final PublicKey key;

  private LedgerKey(byte[] raw) throws GeneralSecurityException {
    this.raw = raw;
    byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + RAW);
    System.arraycopy(raw, 0, encoded, PREFIX.length, RAW);
    this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** A key as Java writes it (X.509). */
  public static LedgerKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    try {
      return new LedgerKey(Arrays.copyOfRange(encoded, PREFIX.length, PREFIX.length + RAW));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has Ed25519", impossible);
    }
  }

  /** Reads the form that {@link #toString} writes, and no other. */
  public static Optional<LedgerKey> tryParse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length < 3) {
      return Optional.empty();
    }
    try {
      byte[] typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length != RAW + 1) {
        return Optional.empty();
      }
      LedgerKey key = new LedgerKey(Arrays.copyOfRange(typed, 1, typed.length));
      return key.toString().equals(text) ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException | GeneralSecurityException wrong) {
      return Optional.empty();
    }
  }

  /** The ledger's own name, which follows from its key. */
  public String name() {
    return "tenbin/" + Digest.of(raw).hex().substring(0, 16);
  }

  byte[] hash() {
    MessageDigest running = Digest.start();
    running.update((name() + "\n").getBytes(UTF_8));
    running.update(ED25519);
    running.update(raw);
    return Arrays.copyOf(running.digest(), HASH);
  }

  boolean signed(byte[] text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException notEvenASignature) {
      return false;
    }
  }

  @Override
  public String toString() {
    byte[] typed = new byte[RAW + 1];
    typed[0] = ED25519;
    System.arraycopy(raw, 0, typed, 1, RAW);
    return name()
        + "+"
        + HexFormat.of().formatHex(hash())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }
}
