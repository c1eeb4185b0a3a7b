package tenbin.desks.routes.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/** Whatever stands in the files: the declared refusal, or something; nothing else, and no loop. */
class PastFuzzTest {
  private static final int ROUNDS = 20_000;
  private static final List<PastRoute.Came> CAME = List.of(PastRoute.Came.values());
  private static final List<Mark.What> WHATS = List.of(Mark.What.values());

  @TempDir private Path folder;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  private List<Change> changes(int number) {
    List<Change> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Prefix prefix =
          random.nextBoolean()
              ? Prefix.around(Address.ofV4(random.nextInt()), random.nextInt(33))
              : Prefix.around(new Address(random.nextLong(), 0), random.nextInt(65));
      PastRoute route =
          random.nextInt(4) == 0
              ? PastRoute.WITHDRAWN
              : new PastRoute(
                  Scene.path(random.nextInt(5), 0xffff_ffffL, random.nextInt() & 0xffff_ffffL),
                  CAME.get(1 + random.nextInt(4)));
      long unit = random.nextBoolean() ? 1_000_000 : 1;
      all.add(
          new Change(
              random.nextLong(1L << 50) / unit * unit,
              Scene.router("r" + random.nextInt(4), random.nextInt(4)),
              prefix,
              route));
    }
    all.sort(ListCursor.ORDER);
    return all;
  }

  private static byte[] packed(List<Change> changes) {
    Block.Packer packer = new Block.Packer();
    changes.forEach(packer::add);
    return packer.done();
  }

  @Test
  void what_is_packed_is_what_is_unpacked() throws IOException {
    System.out.println("seed " + seed);
    for (int i = 0; i < 300; i++) {
      List<Change> changes = changes(random.nextInt(60));
      assertThat(Block.unpack(packed(changes))).isEqualTo(changes);
    }
  }

  private byte[] turned(byte[] whole) {
    byte[] octets = java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
    for (int i = random.nextInt(6); i > 0 && octets.length > 0; i--) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt();
    }
    return octets;
  }

  private interface Reading {
    void read() throws IOException;
  }

  private static int refused(Reading reading) throws IOException {
    try {
      reading.read();
      return 0;
    } catch (Damaged declared) {
      return 1;
    }
  }

  @Test
  void a_turned_block_mark_or_index_is_refused_or_read_and_never_worse() throws IOException {
    System.out.println("seed " + seed);
    byte[] block = packed(changes(40));
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      marks.add(Mark.at(WHATS.get(i % 4), Scene.router("r", i), i));
    }
    byte[] packedMarks = Marks.pack(marks);
    byte[] standings = Marks.packAll(Map.of(Scene.router("r", 1), Standing.NEW));
    byte[] head =
        new FileHead(
                1,
                2,
                3,
                4,
                new java.util.BitSet(),
                List.of(new FileHead.Entry(Prefix.parse("10.0.0.0/8"), 8)))
            .pack();
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      refused += refused(() -> Block.unpack(turned(block)));
      refused += refused(() -> Marks.unpack(turned(packedMarks)));
      refused += refused(() -> Marks.unpackAll(turned(standings)));
      refused += refused(() -> FileHead.unpack(turned(head)));
    }
    assertThat(refused).isGreaterThan(ROUNDS);
  }

  @Test
  void a_turned_file_answers_with_what_is_whole_or_says_that_it_is_damaged() throws IOException {
    System.out.println("seed " + seed);
    Path file = folder.resolve(Names.PART.of(0));
    List<Change> changes = changes(300);
    try (SortedWriter out = new SortedWriter(file)) {
      for (Change each : changes) {
        out.add(each);
      }
      out.done(Map.of(), List.of(), new SortedWriter.Span(1, 1));
    }
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < 400; i++) {
      Files.write(file, turned(whole));
      Path where = folder;
      PastQuestion question =
          PastQuestion.at(
              new Asked.Covering(changes.get(random.nextInt(300)).prefix()),
              Hearings.instant(1L << 50));
      assertThat(PastRoutes.read(where, word -> {}).ask(question)).isNotNull();
      Files.move(file, folder.resolve(Names.LOG.of(0)));
      assertThat(PastRoutes.read(where, word -> {}).ask(question)).isNotNull();
      Files.delete(folder.resolve(Names.LOG.of(0)));
    }
  }
}
