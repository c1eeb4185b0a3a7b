package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
  private static final Limits LIMITS = new Limits(10_000, 10_000, 30, 42);
  private static final int HEAD = 28;

  @TempDir private Path folder;
  private Path file;
  private RouteTable table;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("routes");
    table = new RouteTable(LIMITS);
    RandomRoutes words = new RandomRoutes(4);
    words.open(table, 70);
    for (int i = 0; i < 2_000; i++) {
      words.word(table, new NaiveTable());
      table.link(i % 90, words.random.nextInt(90), words.minute, words.vantage());
    }
    Snapshots.write(table, file);
  }

  @Test
  void a_snapshot_has_everything_and_leaves_nothing_beside_it() throws IOException {
    RouteTable again = Snapshots.read(file, LIMITS);
    assertThat(again.prefixes()).isEqualTo(table.prefixes()).isPositive();
    assertThat(again.newest()).isEqualTo(table.newest());
    assertThat(again.vantage(3)).isEqualTo(table.vantage(3));
    assertThat(again.links()).isEqualTo(table.links());
    for (int a = 0; a < 90; a++) {
      for (int b = 0; b < 90; b++) {
        assertThat(again.linkSeenBy(a, b)).isEqualTo(table.linkSeenBy(a, b));
        assertThat(again.linkFirstSeen(a, b)).isEqualTo(table.linkFirstSeen(a, b));
      }
    }
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void the_same_table_gives_the_same_octets() throws IOException {
    byte[] once = Files.readAllBytes(file);
    Snapshots.write(table, file);
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
  }

  @Test
  void an_empty_table_comes_back_empty() throws IOException {
    Snapshots.write(new RouteTable(LIMITS), file);
    assertThat(Snapshots.read(file, LIMITS).prefixes()).isZero();
  }

  @Test
  void a_file_of_something_else_is_refused() throws IOException {
    Files.writeString(file, "192.0.2.0/24 64496, and much more of that kind of text");
    refused("not a snapshot of routes");
    Files.write(file, new byte[0]);
    refused("not a snapshot of routes");
  }

  @Test
  void a_snapshot_of_another_version_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[11] = 9;
    Files.write(file, bytes);
    refused("version 9");
  }

  @Test
  void a_snapshot_that_was_cut_off_is_refused_wherever_it_was_cut() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 397) {
      Files.write(file, Arrays.copyOf(bytes, length));
      refused("snapshot");
    }
  }

  @Test
  void a_snapshot_with_one_octet_changed_is_refused_whichever_it_is() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += at < HEAD ? 1 : 253) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      refused("snapshot");
    }
  }

  @Test
  void a_table_larger_than_the_limits_is_refused() {
    assertThatThrownBy(() -> Snapshots.read(file, new Limits(5, 10_000, 30, 42)))
        .isInstanceOf(SnapshotRefused.class)
        .hasMessageContaining("prefixes");
    assertThatThrownBy(() -> Snapshots.read(file, new Limits(10_000, 5, 30, 42)))
        .isInstanceOf(SnapshotRefused.class)
        .hasMessageContaining("links");
  }

  @Test
  void a_forged_snapshot_is_refused_or_is_a_sound_table_and_never_anything_else()
      throws IOException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    byte[] content = content();
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] forged = content.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        forged[random.nextInt(random.nextBoolean() ? 600 : forged.length)] =
            (byte) random.nextInt();
      }
      Files.write(file, sealed(forged));
      try {
        RouteTable read = Snapshots.read(file, LIMITS);
        read.forEach((prefix, origin, seenBy) -> assertThat(seenBy).isBetween(1, 70));
      } catch (SnapshotRefused expected) {
        refused++;
      } catch (RuntimeException | IOException broken) {
        throw new AssertionError("seed " + seed, broken);
      }
    }
    assertThat(refused).isPositive();
  }

  private byte[] content() throws IOException {
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(HEAD);
      return new InflaterInputStream(in).readAllBytes();
    }
  }

  private static byte[] sealed(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(content);
    }
    CRC32C sum = new CRC32C();
    sum.update(packed.toByteArray());
    return ByteBuffer.allocate(HEAD + packed.size())
        .putLong(0x54_4e_42_52_4f_55_54_45L)
        .putInt(1)
        .putLong(packed.size())
        .putLong(sum.getValue())
        .put(packed.toByteArray())
        .array();
  }

  private void refused(String why) {
    assertThatThrownBy(() -> Snapshots.read(file, LIMITS))
        .isInstanceOf(SnapshotRefused.class)
        .hasMessageContaining(why);
  }
}
