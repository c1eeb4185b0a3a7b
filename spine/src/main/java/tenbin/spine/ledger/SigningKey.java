package tenbin.spine.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.spine.ledger.evidence.LedgerKey;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.storage.Folders;
import tenbin.spine.storage.StorageFailure;

/**
 * The key that signs the ledger's heads: Ed25519, made at the first start, in a file that only its
 * owner may read. Any thread.
 */
public final class SigningKey {
  private static final String FILE = "ledger.key";
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final LedgerKey told;

  private SigningKey(PrivateKey secret, LedgerKey told) {
    this.secret = secret;
    this.told = told;
  }

  /** The key of a data folder, made where there is none yet. */
  public static SigningKey in(Path data) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      Folders.write(file, made().getBytes(StandardCharsets.US_ASCII));
    }
    return read(file);
  }

  /** The key of a data folder, where one was made. */
  public static Optional<SigningKey> tryIn(Path data) throws IOException {
    Path file = data.resolve(FILE);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static String made() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPrivate().getEncoded())
          + "\n"
          + base64.encodeToString(pair.getPublic().getEncoded())
          + "\n";
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java has " + ALGORITHM, impossible);
    }
  }

  private static SigningKey read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      Base64.Decoder base64 = Base64.getDecoder();
      return new SigningKey(
          keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.getFirst()))),
          LedgerKey.of(
              keys.generatePublic(new X509EncodedKeySpec(base64.decode(lines.getLast())))));
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | java.util.NoSuchElementException wrong) {
      throw new StorageFailure(
          StorageFailure.Actor.OPERATOR, file + " is not the ledger's key", wrong);
    }
  }

  /** What everybody may have. */
  public LedgerKey told() {
    return told;
  }

  HeadNote sign(long size, Hash root) {
    return HeadNote.sign(told, secret, size, root);
  }
}
