package tenbin.spine.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of backups: X25519 (RFC 7748), as {@code openssl genpkey -algorithm X25519} writes them (RFC
 * 7468, RFC 8410).
 */
public final class BackupKeys {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  /** A key has 48 bytes and a few words around them. */
  private static final long MOST_BYTES = 16 << 10;

  private BackupKeys() {}

  private interface Reading<T> {
    T of(KeyFactory factory, byte[] encoded) throws GeneralSecurityException;
  }

  /** For whom a backup is sealed. */
  public static PublicKey forWhom(Path file) throws IOException {
    return read(
        file,
        "PUBLIC KEY",
        (factory, encoded) -> factory.generatePublic(new X509EncodedKeySpec(encoded)));
  }

  /** What opens it. */
  public static PrivateKey opens(Path file) throws IOException {
    return read(
        file,
        "PRIVATE KEY",
        (factory, encoded) -> factory.generatePrivate(new PKCS8EncodedKeySpec(encoded)));
  }

  private static <T> T read(Path file, String label, Reading<T> reading) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new BackupRefused(file + " is too large to be a key");
    }
    Matcher block = BLOCK.matcher(Files.readString(file));
    while (block.find()) {
      if (block.group(1).equals(label)) {
        try {
          byte[] encoded = Base64.getMimeDecoder().decode(block.group(2));
          return reading.of(KeyFactory.getInstance("X25519"), encoded);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
          throw new BackupRefused(file + " holds a key of another kind: X25519 is needed");
        }
      }
    }
    throw new BackupRefused(file + " holds no " + label + " (PEM)");
  }
}
