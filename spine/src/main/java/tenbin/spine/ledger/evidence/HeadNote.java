package tenbin.spine.ledger.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import tenbin.spine.ledger.tree.Hash;

/**
 * A signed head: how many heads there are and the root over them, as a checkpoint of a transparency
 * log (C2SP, tlog-checkpoint and signed-note), so that others' tools and witnesses can read it.
 *
 * @param name of the ledger
 * @param size how many heads the log holds
 * @param root over them (RFC 9162)
 * @param signature four bytes that tell the key and Ed25519's 64
 */
public record HeadNote(String name, long size, Hash root, Signed signature) {
  private static final int LINES = 5;
  private static final String DASH = "\u2014 ";
  private static final int KEY_HASH = 4;
  private static final int SIGNATURE = 68;

  /** A signature's bytes. */
  public record Signed(String base64) {
    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }
  }

  /** Signs a head. */
  public static HeadNote sign(LedgerKey key, PrivateKey secret, long size, Hash root) {
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(secret);
      signing.update(body(key.name(), size, root).getBytes(UTF_8));
      byte[] made = signing.sign();
      byte[] both = Arrays.copyOf(key.hash(), KEY_HASH + made.length);
      System.arraycopy(made, 0, both, KEY_HASH, made.length);
      String base64 = Base64.getEncoder().encodeToString(both);
      return new HeadNote(key.name(), size, root, new Signed(base64));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has Ed25519", impossible);
    }
  }

  private static String body(String name, long size, Hash root) {
    return name + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
  }

  /** Reads the form that {@link #toString} writes, and no other. */
  public static Optional<HeadNote> tryParse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != LINES + 1 || !lines[4].startsWith(DASH + lines[0] + " ")) {
      return Optional.empty();
    }
    try {
      String base64 = lines[4].substring(DASH.length() + lines[0].length() + 1);
      HeadNote note =
          new HeadNote(
              lines[0],
              Long.parseLong(lines[1]),
              Hash.of(Base64.getDecoder().decode(lines[2])),
              new Signed(base64));
      boolean same =
          note.toString().equals(text)
              && note.signature.bytes().length == SIGNATURE
              && Base64.getEncoder().encodeToString(note.signature.bytes()).equals(base64);
      return same ? Optional.of(note) : Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** Whether that key signed it. */
  public boolean isSignedBy(LedgerKey key) {
    byte[] both = signature.bytes();
    return name.equals(key.name())
        && Arrays.equals(Arrays.copyOf(both, KEY_HASH), key.hash())
        && key.signed(
            body(name, size, root).getBytes(UTF_8),
            Arrays.copyOfRange(both, KEY_HASH, both.length));
  }

  /** What is wrong with its signature; empty when that key made it. */
  Optional<Verdict> fault(LedgerKey key) {
    if (!name.equals(key.name())) {
      return Verdict.wrong(Verdict.Word.OTHER_LEDGER, name, key.name());
    }
    return isSignedBy(key) ? Optional.empty() : Verdict.wrong(Verdict.Word.SIGNATURE);
  }

  @Override
  public String toString() {
    return body(name, size, root) + "\n" + DASH + name + " " + signature.base64 + "\n";
  }
}
