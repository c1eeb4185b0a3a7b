package tenbin.spine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final long SEED = 20261122;
  private static final int SEALED = Seal.PIECE + Seal.TAG;

  @TempDir private Path folder;

  private final KeyPair keys = pair("X25519");

  private static KeyPair pair(String kind) {
    try {
      return KeyPairGenerator.getInstance(kind).generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new AssertionError(absent);
    }
  }

  private static byte[] text(int length) {
    byte[] bytes = new byte[length];
    new Random(SEED + length).nextBytes(bytes);
    return bytes;
  }

  private byte[] sealed(byte[] text) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    SealedStream stream = new SealedStream(Seal.to(keys.getPublic()), to);
    // In uneven gulps, so that pieces begin in the middle of one.
    for (int at = 0; at < text.length; ) {
      int some = Math.min(text.length - at, 70_001);
      stream.write(text, at, some);
      at += some;
    }
    stream.finish();
    return to.toByteArray();
  }

  private byte[] opened(byte[] archive, KeyPair with) throws IOException {
    Path file = Files.write(folder.resolve("sealed"), archive);
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    Unsealing.copy(file, with.getPrivate(), to);
    return to.toByteArray();
  }

  private void refused(byte[] archive, String words) {
    assertThatThrownBy(() -> opened(archive, keys))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, Seal.PIECE - 1, Seal.PIECE, Seal.PIECE + 1, 2 * Seal.PIECE, 2 * Seal.PIECE + 7})
  void what_was_sealed_comes_back_to_the_byte(int length) throws Exception {
    byte[] text = text(length);
    byte[] archive = sealed(text);
    assertThat(opened(archive, keys)).isEqualTo(text);
    assertThat(archive).hasSize(Seal.HEAD + length + Seal.TAG * Math.max(1, pieces(length)));
  }

  private static int pieces(int length) {
    return Math.ceilDiv(length, Seal.PIECE);
  }

  @Test
  void the_same_text_is_never_sealed_the_same_twice() throws Exception {
    byte[] text = text(1_000);
    assertThat(sealed(text)).isNotEqualTo(sealed(text));
  }

  @Test
  void another_key_opens_nothing() throws Exception {
    byte[] archive = sealed(text(Seal.PIECE + 5));
    assertThatThrownBy(() -> opened(archive, pair("X25519")))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("this key does not open the archive");
  }

  @Test
  void a_flipped_bit_is_refused_wherever_it_is() throws Exception {
    byte[] archive = sealed(text(2 * Seal.PIECE + 100));
    Random random = new Random(SEED);
    int[] places = random.ints(40, Seal.MARK.length, archive.length).toArray();
    for (int place : places) {
      byte[] flipped = archive.clone();
      flipped[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      assertThatThrownBy(() -> opened(flipped, keys))
          .as("seed %d, byte %d", SEED, place)
          .isInstanceOf(BackupRefused.class);
    }
    byte[] second = archive.clone();
    second[Seal.HEAD + SEALED + 10] ^= 1;
    refused(second, "piece 2, byte " + (Seal.HEAD + SEALED));
  }

  @Test
  void what_is_cut_off_is_refused_wherever_it_is() throws Exception {
    byte[] archive = sealed(text(2 * Seal.PIECE + 100));
    refused(Arrays.copyOf(archive, Seal.HEAD - 1), "cut off in its head");
    refused(Arrays.copyOf(archive, Seal.HEAD), "piece 1");
    refused(Arrays.copyOf(archive, Seal.HEAD + SEALED), "cut off (piece 1");
    refused(Arrays.copyOf(archive, Seal.HEAD + 2 * SEALED), "cut off (piece 2");
    refused(Arrays.copyOf(archive, Seal.HEAD + SEALED + 500), "piece 2");
    refused(Arrays.copyOf(archive, archive.length - 1), "piece 3");
    refused(Arrays.copyOf(archive, archive.length + 1), "piece 3");
    byte[] full = sealed(text(2 * Seal.PIECE));
    refused(Arrays.copyOf(full, full.length + 1), "behind the archive's end (piece 2");
  }

  @Test
  void pieces_in_another_order_twice_left_out_or_of_another_archive_are_refused() throws Exception {
    byte[] text = text(3 * Seal.PIECE + 9);
    byte[] archive = sealed(text);
    refused(made(archive, 1, 0, 2, 3), "piece 1");
    refused(made(archive, 0, 2, 1, 3), "piece 2");
    refused(made(archive, 0, 1, 1, 3), "not in their order (piece 3");
    refused(made(archive, 0, 2, 3), "piece 2");
    byte[] other = sealed(text);
    System.arraycopy(other, Seal.HEAD + SEALED, archive, Seal.HEAD + SEALED, SEALED);
    refused(archive, "piece 2");
  }

  private static byte[] made(byte[] of, int... order) {
    ByteBuffer to = ByteBuffer.allocate(of.length);
    to.put(of, 0, Seal.HEAD);
    for (int each : order) {
      int from = Seal.HEAD + each * SEALED;
      to.put(of, from, Math.min(SEALED, of.length - from));
    }
    return Arrays.copyOf(to.array(), to.position());
  }

  private Path pem(String label, Key key) throws IOException {
    return Files.writeString(
        folder.resolve("key"),
        "-----BEGIN "
            + label
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(key.getEncoded())
            + "\n-----END "
            + label
            + "-----\n");
  }

  @Test
  void keys_are_read_as_openssl_writes_them_and_others_are_named() throws Exception {
    assertThat(BackupKeys.forWhom(pem("PUBLIC KEY", keys.getPublic()))).isEqualTo(keys.getPublic());
    assertThat(BackupKeys.opens(pem("PRIVATE KEY", keys.getPrivate())).getEncoded())
        .isEqualTo(keys.getPrivate().getEncoded());
    assertThatThrownBy(() -> BackupKeys.forWhom(pem("PRIVATE KEY", keys.getPrivate())))
        .hasMessageContaining("no PUBLIC KEY");
    assertThatThrownBy(() -> BackupKeys.forWhom(pem("PUBLIC KEY", pair("Ed25519").getPublic())))
        .hasMessageContaining("X25519 is needed");
    assertThatThrownBy(() -> BackupKeys.opens(Files.writeString(folder.resolve("key"), "x")))
        .hasMessageContaining("no PRIVATE KEY");
  }
}
