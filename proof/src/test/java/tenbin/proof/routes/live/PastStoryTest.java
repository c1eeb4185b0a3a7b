package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.feed.ArchiveFeed;
import tenbin.desks.routes.live.FeedLine;
import tenbin.desks.routes.live.KeptPlaces;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.live.LiveTiming;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.past.Asked;
import tenbin.desks.routes.past.PastAnswer;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.desks.routes.past.PastRoutes;
import tenbin.desks.routes.past.PastSettings;
import tenbin.desks.routes.past.Scan;
import tenbin.desks.routes.watch.Pace;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.proof.routes.live.Recording.Peer;

/** A watch with its past over files in a folder: asked while it runs, behind a stop and a crash. */
class PastStoryTest {
  private static final Prefix ALL = Prefix.parse("90.0.0.0/8");
  private static final int PREFIXES = 60;
  private static final Duration MOST = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final Instant start = Instant.now().minusSeconds(7_200);
  private final List<String> words = new CopyOnWriteArrayList<>();
  private final List<byte[]> told = new ArrayList<>();
  private Path files = Path.of(".");
  private Random random = new Random(0);
  private int state;

  @BeforeEach
  void begin() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    random = new Random(seed);
    files = Files.createDirectory(folder.resolve("mrt"));
  }

  private LiveWatch watch(PastRoutes past) throws IOException {
    LiveSettings settings =
        new LiveSettings(
            List.of(new FeedLine.Folder("rrc06", files)),
            ReferencePlaces.NONE,
            new KeptPlaces(Optional.of(folder.resolve("state-" + state)), Optional.empty()),
            List.of(),
            LiveTiming.USUAL.settling(Duration.ZERO),
            Pace.USUAL);
    RoutesDesk desk =
        RoutesDesk.inMemory(
            () -> {
              throw new IllegalStateException("nobody looks at a page here");
            },
            "");
    return LiveWatch.start(desk, settings, Clock.systemUTC(), words::add, past::before);
  }

  private PastRoutes past() throws IOException {
    PastSettings.Pace small =
        new PastSettings.Pace(Duration.ofHours(1), 200, 4, Duration.ofDays(1), 100_000);
    PastSettings settings =
        new PastSettings(
            folder.resolve("past"), Duration.ofDays(30), PastSettings.USUAL_OCTETS, small);
    return PastRoutes.open(settings, Clock.systemUTC(), any -> true, words::add);
  }

  /** A quarter of an hour of changes. */
  private void put(int number) throws IOException {
    Recording some = new Recording();
    for (int i = 0; i < 300; i++) {
      Instant at = start.plusSeconds(900L * number).plusMillis(2_500L * i);
      Peer by = new Peer(1 + random.nextInt(4));
      Prefix prefix = Prefix.around(Address.ofV4(0x5a00_0000 | random.nextInt(PREFIXES) << 10), 22);
      if (random.nextInt(4) == 0) {
        some.withdraws(at, by, prefix);
      } else {
        some.announces(at, by, prefix, by.asn(), 3_200, 3_300 + random.nextInt(9));
      }
    }
    told.add(some.octets());
    Path beside = files.resolve("." + number);
    Files.write(beside, some.octets());
    Files.move(beside, files.resolve(String.format(java.util.Locale.ROOT, "%03d", number)));
  }

  private static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  private PastAnswer plain(PastQuestion question) throws IOException {
    Scan scan = new Scan(question);
    ArchiveFeed feed = new ArchiveFeed("rrc06", scan);
    for (byte[] each : told) {
      feed.read(new ByteArrayInputStream(each));
    }
    return scan.answer();
  }

  private void check(PastRoutes past) throws IOException {
    for (int i = 0; i < 20; i++) {
      Instant at = start.plusMillis(random.nextInt(900_000 * told.size()));
      PastQuestion question =
          PastQuestion.at(new Asked.Inside(ALL), at).until(at.plusSeconds(random.nextInt(900)));
      PastAnswer answer = past.ask(question);
      PastAnswer plain = plain(question);
      assertThat(answer.lines()).as(question.toString()).isEqualTo(plain.lines());
      assertThat(answer.steps()).isEqualTo(plain.steps());
      assertThat(answer.holes()).isEmpty();
    }
  }

  private void awaitAll(LiveWatch watch, PastRoutes past, int from) throws Exception {
    await("all was heard", () -> watch.feeds().getFirst().told() >= 300L * (told.size() - from));
    Thread.sleep(200); // What the feed told is in the watch's queue.
    assertThat(past.awaitQuiet(MOST)).isTrue();
  }

  @Test
  void what_is_answered_is_what_the_files_say_through_a_stop_and_a_crash() throws Exception {
    try (PastRoutes past = past()) {
      put(0);
      put(1);
      try (LiveWatch watch = watch(past)) {
        awaitAll(watch, past, 0);
        check(past);
        put(2);
        awaitAll(watch, past, 0);
      }
      assertThat(past.awaitQuiet(MOST)).isTrue();
      check(past);
    }
    try (PastRoutes past = past();
        LiveWatch watch = watch(past)) {
      put(3);
      awaitAll(watch, past, 3);
      check(past);
    }
    state++; // The watch's own state is gone: it reads every file once more.
    try (PastRoutes past = past();
        LiveWatch watch = watch(past)) {
      put(4);
      awaitAll(watch, past, 0);
      check(past);
      assertThat(past.left()).isZero();
    }
  }
}
