package tenbin.spine.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;

/** Opens a sealed archive: all of it, in order and to its end, or none. */
final class Unsealing {
  private Unsealing() {}

  /** Whether this file says that it is sealed. */
  static boolean isSealed(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      return Arrays.equals(in.readNBytes(Seal.MARK.length), Seal.MARK);
    }
  }

  /** Writes what was sealed, and refuses with the place where it is not what it was. */
  static void copy(Path archive, PrivateKey key, OutputStream to) throws IOException {
    try (PushbackInputStream in = new PushbackInputStream(Files.newInputStream(archive))) {
      byte[] head = in.readNBytes(Seal.HEAD);
      if (head.length < Seal.HEAD) {
        throw new BackupRefused("the archive is cut off in its head");
      }
      pieces(seal(head, key), in, to);
    }
  }

  private static Seal seal(byte[] head, PrivateKey key) throws BackupRefused {
    try {
      return Seal.of(head, key);
    } catch (GeneralSecurityException wrong) {
      throw new BackupRefused("the archive's head is damaged: " + wrong.getMessage());
    }
  }

  private static void pieces(Seal seal, PushbackInputStream in, OutputStream to)
      throws IOException {
    boolean last = false;
    for (long number = 0; !last; number++) {
      byte[] sealed = in.readNBytes(Seal.PIECE + Seal.TAG);
      int next = in.read();
      last = next < 0;
      if (!last) {
        in.unread(next);
      }
      to.write(open(seal, number, last, sealed));
    }
  }

  private static byte[] open(Seal seal, long number, boolean last, byte[] sealed)
      throws IOException {
    try {
      return seal.open(number, last, sealed, sealed.length);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new BackupRefused(why(seal, number, last, sealed));
    }
  }

  private static String why(Seal seal, long number, boolean last, byte[] sealed) {
    String place = " (piece " + (number + 1) + ", byte " + start(number) + ")";
    if (fits(seal, number, !last, sealed)) {
      return (last ? "the archive is cut off" : "something stands behind the archive's end")
          + place;
    }
    return number == 0
        ? "this key does not open the archive "
            + seal.name()
            + ", or its beginning is damaged"
            + place
        : "the archive is damaged, or its pieces are not in their order" + place;
  }

  private static boolean fits(Seal seal, long number, boolean last, byte[] sealed) {
    try {
      seal.open(number, last, sealed, sealed.length);
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      return false;
    }
  }

  private static long start(long number) {
    return Seal.HEAD + number * (Seal.PIECE + Seal.TAG);
  }
}
