package tenbin.desks.routes.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/**
 * Any time, any prefix: what is answered is what a plain replay of all that was told says, through
 * parts, bases, stops, crashes and clocks that go back.
 */
class PastReplayTest {
  private static final PastSettings.Pace SMALL =
      new PastSettings.Pace(Duration.ofMinutes(10), 60, 3, Duration.ofHours(2), Waiting.MOST);
  private static final Vantage FILES = Scene.router("rrc06", 9);
  private static final List<Vantage> ROUTERS =
      List.of(
          Scene.router("member:aozora", 1),
          Scene.router("member:tsubame", 2),
          Scene.router("ris", 3),
          FILES);

  @TempDir private Path folder;
  private final Scene.Watch clock = new Scene.Watch();
  private final List<String> words = new ArrayList<>();
  private final Plain plain = new Plain();
  private final List<Prefix> prefixes = new ArrayList<>();
  private final List<Attributes> paths = new ArrayList<>();
  private Random random = new Random(0);
  private int place;
  private long ofFiles;

  private PastRoutes open(Path where) throws IOException {
    PastSettings settings =
        new PastSettings(where, Duration.ofDays(30), PastSettings.USUAL_OCTETS, SMALL);
    return PastRoutes.open(settings, clock, FILES::equals, words::add);
  }

  private void world() {
    for (int i = 0; i < 12; i++) {
      prefixes.add(Prefix.around(Address.ofV4(random.nextInt(1 << 10) << 22), 8 + i % 5));
      prefixes.add(Prefix.around(Address.ofV4(0x0a00_0000 | random.nextInt(1 << 20)), 9 + i));
      prefixes.add(
          Prefix.around(new Address(0x2001_0db8_0000_0000L | random.nextInt(8), 0), 32 + 3 * i));
    }
    prefixes.add(Prefix.parse("0.0.0.0/0"));
    prefixes.add(Prefix.parse("::/0"));
    for (int i = 0; i < 9; i++) {
      paths.add(Attributes.of(Scene.path(64_500 + i % 4, 3_356, 4_200_000_000L + i, 64_512 + i)));
    }
    paths.add(Attributes.of(Scene.read(new byte[] {1, 1, 0, 0, 1, 1, 2, 1, 0, 0, 2, 2})));
    paths.add(Attributes.of(tenbin.wire.bgp.AsPath.EMPTY));
  }

  /** One word, to both. */
  private void tell(PastRoutes past, RouteSink kept) throws InterruptedException {
    clock.now = clock.now.plusMillis(random.nextInt(20_000));
    if (random.nextInt(60) == 0) {
      past.awaitQuiet(Duration.ofSeconds(20)); // What came before was written before.
      clock.now = clock.now.minusSeconds(random.nextInt(900));
    }
    boolean ahead = ofFiles > Scene.micros(clock.now);
    Vantage from = ROUTERS.get(random.nextInt(ROUTERS.size() - (ahead ? 1 : 0)));
    long late = random.nextInt(8) == 0 ? random.nextInt(600_000_000) : 0;
    long micros = Scene.micros(clock.now) - late;
    if (random.nextInt(5) == 0) {
      micros = micros / 1_000_000 * 1_000_000;
    }
    if (from.equals(FILES)) { // A file's own times do not go back: else it would be read again.
      micros = Math.max(micros, ofFiles + 1_000);
      ofFiles = micros;
    }
    Prefix prefix = prefixes.get(random.nextInt(prefixes.size()));
    int what = random.nextInt(40);
    for (RouteSink each : List.of(plain, kept)) {
      switch (what) {
        case 0 -> each.lost(micros, from);
        case 1 -> each.complete(micros, from);
        case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> each.withdrawn(micros, from, prefix);
        default -> each.announced(micros, from, prefix, paths.get(what % paths.size()));
      }
    }
  }

  private Instant anyTime() {
    long span = Duration.between(Scene.START, clock.now).toMillis();
    Instant at = Scene.START.plusMillis((long) (random.nextDouble() * 1.1 * span) - 10_000);
    return random.nextBoolean() ? at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS) : at;
  }

  private void check(Past past) throws IOException {
    Prefix prefix = prefixes.get(random.nextInt(prefixes.size()));
    Asked asked =
        switch (random.nextInt(4)) {
          case 0 -> new Asked.Exact(prefix);
          case 1 -> new Asked.Inside(prefix);
          case 2 -> new Asked.Covering(prefix);
          default ->
              Asked.parse(prefix.first().toString(), Asked.How.EXACT)
                  .orElse(new Asked.Exact(prefix));
        };
    Instant at = anyTime();
    Instant until = at.plusSeconds(random.nextInt(20_000));
    PastAnswer answer = past.ask(PastQuestion.at(asked, at).until(until));
    String why = asked + " at " + at + " until " + until;
    assertThat(answer.kept()).as(why).isTrue();
    assertThat(Plain.lines(answer))
        .as(why)
        .containsExactlyInAnyOrderElementsOf(plain.lines(asked, at));
    assertThat(Plain.steps(answer))
        .as(why)
        .containsExactlyInAnyOrderElementsOf(plain.steps(asked, at, until));
    assertThat(Plain.heard(answer)).as(why).isEqualTo(plain.heard(at));
    assertThat(answer.holes()).as(why).isEmpty();
  }

  /** As the machine lost its power: what is there is there, and half a piece at the end. */
  private Path crashed(Path where) throws IOException {
    Path to = folder.resolve("crashed-" + place++);
    Files.createDirectory(to);
    List<Path> logs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(where)) {
      for (Path each : files) {
        Path copy = to.resolve(each.getFileName());
        Files.copy(each, copy);
        if (Names.LOG.number(each).isPresent()) {
          logs.add(copy);
        }
      }
    }
    for (Path each : logs) {
      Files.write(each, new byte[] {0, 0, 0, 40, 0, 0, 0, 0, 1, 2}, StandardOpenOption.APPEND);
    }
    return to;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void every_answer_is_that_of_a_plain_replay(long seed) throws Exception {
    System.out.println("seed " + seed);
    random = new Random(seed);
    world();
    Path where = folder.resolve("past");
    PastRoutes past = open(where);
    RouteSink kept = past.before(Scene.NOBODY);
    for (int round = 0; round < 20; round++) {
      for (int i = random.nextInt(80); i >= 0; i--) {
        tell(past, kept);
      }
      assertThat(past.awaitQuiet(Duration.ofSeconds(20))).isTrue();
      for (int i = 0; i < 12; i++) {
        check(past);
      }
      int what = random.nextInt(6);
      if (what < 2) {
        Path next = what == 0 ? where : crashed(where);
        past.close();
        where = next;
        past = open(where);
        kept = past.before(Scene.NOBODY);
        plain.restart(Set.of(FILES));
        check(past);
      }
    }
    assertThat(past.left()).isZero();
    Past read = PastRoutes.read(where, words::add);
    for (int i = 0; i < 40; i++) {
      check(read);
    }
    past.close();
    try (DirectoryStream<Path> bases = Files.newDirectoryStream(where, "base-*")) {
      assertThat(bases).as("bases were made").isNotEmpty();
    }
  }
}
