package tenbin.desks.routes.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** What is kept outlives crashes, limits and damage, and what does not is a hole that is told. */
class PastRoutesTest {
  private static final Vantage ROUTER = Scene.router("member:aozora", 1);
  private static final Prefix HOME = Prefix.parse("192.0.2.0/24");
  private static final PastSettings.Pace SMALL =
      new PastSettings.Pace(Duration.ofHours(1), 100, 3, Duration.ofDays(1), Waiting.MOST);

  /** No base is ever made: every part is needed. */
  private static final PastSettings.Pace PARTS_ALONE =
      new PastSettings.Pace(Duration.ofHours(1), 100, 1_000, Duration.ofDays(30), Waiting.MOST);

  @TempDir private Path folder;
  private final Scene.Watch clock = new Scene.Watch();
  private final List<String> words = new CopyOnWriteArrayList<>();

  private PastRoutes open(PastSettings.Pace pace, long octets) throws IOException {
    PastSettings settings = new PastSettings(folder, Duration.ofHours(12), octets, pace);
    return PastRoutes.open(settings, clock, any -> false, words::add);
  }

  private PastRoutes open() throws IOException {
    return open(SMALL, PastSettings.USUAL_OCTETS);
  }

  private void announce(RouteSink sink, Prefix prefix, long... path) {
    sink.announced(Scene.micros(clock.now), ROUTER, prefix, Attributes.of(Scene.path(path)));
  }

  private static Prefix prefix(int number) {
    return Prefix.around(Address.ofV4(0x0a00_0000 + (number << 8)), 24);
  }

  private static void quiet(PastRoutes past) throws InterruptedException {
    assertThat(past.awaitQuiet(Duration.ofSeconds(20))).isTrue();
  }

  private static PastAnswer ask(Past past, Prefix prefix, Instant at) throws IOException {
    return past.ask(PastQuestion.at(new Asked.Exact(prefix), at));
  }

  private static void await(String what, java.util.function.BooleanSupplier so)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(5);
    }
  }

  private List<Path> files(String begin) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith(begin)).sorted().toList();
    }
  }

  @Test
  void who_was_not_heard_yet_is_told_as_that_and_not_as_without_a_route() throws Exception {
    try (PastRoutes past = open()) {
      RouteSink sink = past.before(Scene.NOBODY);
      announce(sink, HOME, 64_501, 64_502);
      clock.now = clock.now.plusSeconds(10);
      sink.complete(Scene.micros(clock.now), ROUTER);
      quiet(past);
      assertThat(ask(past, HOME, Scene.START.minusSeconds(1)).heard())
          .extracting(PastAnswer.Heard::hearing)
          .containsExactly(PastAnswer.Hearing.NOT);
      assertThat(ask(past, prefix(1), Scene.START.plusSeconds(1)).heard())
          .extracting(PastAnswer.Heard::hearing)
          .containsExactly(PastAnswer.Hearing.PARTLY);
      assertThat(ask(past, prefix(1), clock.now).heard())
          .extracting(PastAnswer.Heard::hearing)
          .containsExactly(PastAnswer.Hearing.WHOLE);
    }
  }

  @Test
  void behind_a_stop_a_router_is_not_heard_until_it_tells_again() throws Exception {
    try (PastRoutes past = open()) {
      announce(past.before(Scene.NOBODY), HOME, 64_501, 64_502);
      quiet(past);
    }
    clock.now = clock.now.plusSeconds(3_600);
    try (PastRoutes past = open()) {
      announce(past.before(Scene.NOBODY), prefix(1), 64_501);
      quiet(past);
      assertThat(ask(past, HOME, Scene.START).lines()).hasSize(1);
      PastAnswer between = ask(past, HOME, Scene.START.plusSeconds(1_800));
      assertThat(between.lines()).isEmpty();
      assertThat(between.heard().getFirst().hearing()).isEqualTo(PastAnswer.Hearing.NOT);
      assertThat(ask(past, HOME, clock.now).lines()).isEmpty();
      assertThat(ask(past, prefix(1), clock.now).lines()).hasSize(1);
    }
  }

  @Test
  void a_torn_tail_is_cut_and_told_and_what_was_whole_stays() throws Exception {
    try (PastRoutes past = open()) {
      announce(past.before(Scene.NOBODY), HOME, 64_501, 64_502);
      quiet(past);
      announce(past.before(Scene.NOBODY), prefix(1), 64_501, 64_503);
      quiet(past);
    }
    Path log = files("log-").getFirst();
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, java.util.Arrays.copyOf(whole, whole.length - 3));
    try (PastRoutes past = open()) {
      assertThat(words).anyMatch(each -> each.contains("were not whole"));
      assertThat(ask(past, HOME, Scene.START).lines()).hasSize(1);
      assertThat(ask(past, prefix(1), Scene.START).lines()).isEmpty();
    }
  }

  @Test
  void the_watch_never_waits_and_what_found_no_place_is_a_hole_that_is_told() throws Exception {
    PastSettings.Pace narrow =
        new PastSettings.Pace(Duration.ofHours(1), 100, 3, Duration.ofDays(1), 10);
    CountDownLatch stuck = new CountDownLatch(1);
    PastSettings settings =
        new PastSettings(folder, Duration.ofDays(2), PastSettings.USUAL_OCTETS, narrow);
    java.util.function.Consumer<String> slow =
        word -> {
          words.add(word);
          try {
            stuck.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        };
    try (PastRoutes past = PastRoutes.open(settings, clock, any -> false, slow)) {
      RouteSink sink = past.before(Scene.NOBODY);
      for (int i = 0; i < 500; i++) {
        announce(sink, prefix(i), 64_501, 64_502);
      }
      await("a word", () -> !words.isEmpty());
      stuck.countDown();
      quiet(past);
      assertThat(past.left()).isPositive();
      assertThat(words.getFirst()).contains("words of AS64501 by member:aozora are missing");
      PastAnswer answer =
          past.ask(PastQuestion.at(new Asked.Inside(Prefix.parse("10.0.0.0/8")), clock.now));
      long told = answer.holes().stream().mapToLong(PastAnswer.Hole::words).sum();
      assertThat(answer.holes()).isNotEmpty();
      assertThat(told).isLessThanOrEqualTo(past.left());
      assertThat(answer.lines()).allMatch(each -> each.sure() == PastAnswer.Sure.PERHAPS);
      announce(sink, HOME, 64_501);
      clock.now = clock.now.plusSeconds(1);
      announce(sink, HOME, 64_501, 64_502);
      quiet(past);
      assertThat(ask(past, HOME, clock.now).lines().getFirst().sure())
          .isEqualTo(PastAnswer.Sure.YES);
    }
  }

  /** So many routes, an hour each, so that parts and bases come. */
  private void hours(PastRoutes past, int from, int until) throws InterruptedException {
    RouteSink sink = past.before(Scene.NOBODY);
    for (int hour = from; hour < until; hour++) {
      for (int i = 0; i < 101; i++) {
        announce(sink, prefix(i), 64_501, 1_000 + hour, 2_000 + i);
      }
      quiet(past);
      clock.now = clock.now.plusSeconds(3_600);
    }
    quiet(past);
  }

  @Test
  void what_is_older_than_is_kept_goes_and_is_told_as_that() throws Exception {
    try (PastRoutes past = open()) {
      hours(past, 0, 30);
      await("the oldest went", () -> isGone(past, Scene.START));
      PastAnswer old = ask(past, prefix(1), Scene.START);
      assertThat(old.kept()).isFalse();
      Instant first = old.first().orElseThrow();
      assertThat(Duration.between(first, clock.now))
          .isBetween(Duration.ofHours(11), Duration.ofHours(18));
      assertThat(ask(past, prefix(1), first).lines()).hasSize(1);
      assertThat(ask(past, prefix(1), clock.now.minusSeconds(1)).lines().getFirst().route().path())
          .hasToString("64501 1029 2001");
    }
  }

  private static boolean isGone(Past past, Instant at) {
    try {
      return !ask(past, HOME, at).kept();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void of_more_than_there_is_room_for_the_oldest_goes_first() throws Exception {
    java.util.Random random = new java.util.Random(7);
    PastSettings.Pace wide =
        new PastSettings.Pace(Duration.ofHours(1), 20_000, 3, Duration.ofDays(1), Waiting.MOST);
    try (PastRoutes past = open(wide, 1 << 20)) {
      RouteSink sink = past.before(Scene.NOBODY);
      for (int hour = 0; hour < 12; hour++) {
        for (int i = 0; i < 20_000; i++) {
          long[] path = {64_501, random.nextInt(1 << 20), random.nextInt(1 << 20)};
          announce(sink, prefix(i % 4_000), path);
        }
        quiet(past);
        clock.now = clock.now.plusSeconds(600);
      }
      await("the oldest went", () -> isGone(past, Scene.START));
      await("there is room", () -> past.octets() <= 1 << 20);
      assertThat(past.left()).isZero();
      assertThat(ask(past, prefix(1), clock.now).lines()).hasSize(1);
    }
  }

  @Test
  void where_one_base_alone_has_no_room_nothing_more_is_kept_and_that_is_said() throws Exception {
    java.util.Random random = new java.util.Random(8);
    PastSettings.Pace wide =
        new PastSettings.Pace(Duration.ofHours(1), 50_000, 3, Duration.ofDays(1), Waiting.MOST);
    try (PastRoutes past = open(wide, 1 << 20)) {
      RouteSink sink = past.before(Scene.NOBODY);
      for (int i = 0; i < 200_000; i++) {
        announce(sink, prefix(i), 64_501, random.nextInt(1 << 30), random.nextInt(1 << 30));
        if (i % 50_000 == 49_999) {
          quiet(past);
        }
      }
      await("it is said", () -> words.stream().anyMatch(each -> each.contains("past.megabytes")));
      clock.now = clock.now.plusSeconds(60);
      long before = past.left(); // The last ones of before may have found no room already.
      announce(sink, HOME, 64_501);
      await("a hole", () -> past.left() == before + 1);
      PastAnswer answer = ask(past, HOME, clock.now);
      assertThat(answer.lines()).isEmpty();
      assertThat(answer.holes()).hasSize(1);
    }
  }

  @Test
  void a_damaged_part_is_a_hole_and_the_rest_answers() throws Exception {
    try (PastRoutes past = open(PARTS_ALONE, PastSettings.USUAL_OCTETS)) {
      hours(past, 0, 2);
    }
    List<Path> parts = files("part-");
    assertThat(parts).hasSizeGreaterThan(1);
    byte[] octets = Files.readAllBytes(parts.getFirst());
    octets[30] ^= 1;
    Files.write(parts.getFirst(), octets, StandardOpenOption.TRUNCATE_EXISTING);
    try (PastRoutes past = open(PARTS_ALONE, PastSettings.USUAL_OCTETS)) {
      PastAnswer answer = ask(past, prefix(1), Scene.START.plusSeconds(3_600));
      assertThat(answer.holes()).anyMatch(each -> each.from().isEmpty());
      assertThat(answer.lines()).hasSize(1);
    }
    Files.delete(parts.getFirst());
    try (PastRoutes past = open(PARTS_ALONE, PastSettings.USUAL_OCTETS)) {
      PastAnswer answer = ask(past, prefix(1), clock.now);
      assertThat(answer.holes()).anyMatch(each -> each.from().isPresent());
    }
  }

  @Test
  void a_newest_part_that_cannot_be_used_is_a_hole_and_is_not_written_over() throws Exception {
    try (PastRoutes past = open(PARTS_ALONE, PastSettings.USUAL_OCTETS)) {
      hours(past, 0, 3);
    }
    for (int start = 0; start < 2; start++) { // What logs still had, losses too, is a part now.
      open(PARTS_ALONE, PastSettings.USUAL_OCTETS).close();
    }
    Path newest = files("part-").getLast();
    byte[] octets = Files.readAllBytes(newest);
    int standings =
        (int) ByteBuffer.wrap(octets).getLong(octets.length - SortedWriter.TAIL + Long.BYTES);
    octets[standings + Frames.HEAD] ^= 1;
    Files.write(newest, octets);
    try (PastRoutes past = open(PARTS_ALONE, PastSettings.USUAL_OCTETS)) {
      assertThat(words).anyMatch(each -> each.startsWith(newest.getFileName().toString()));
      quiet(past);
      PastAnswer answer = ask(past, prefix(1), clock.now);
      assertThat(answer.holes()).anyMatch(each -> each.end().equals(clock.now));
      hours(past, 3, 5);
    }
    open(PARTS_ALONE, PastSettings.USUAL_OCTETS).close();
    assertThat(newest).hasBinaryContent(octets);
    Instant heard = clock.now.minusSeconds(3_600);
    PastAnswer later = ask(PastRoutes.read(folder, words::add), prefix(1), heard);
    assertThat(later.lines().getFirst().route().path()).hasToString("64501 1004 2001");
  }

  @Test
  void two_hubs_do_not_write_into_one_folder() throws Exception {
    try (PastRoutes past = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another");
      assertThat(past.left()).isZero();
    }
  }

  @Test
  void more_prefixes_than_an_answer_holds_come_page_by_page() throws Exception {
    try (PastRoutes past = open()) {
      RouteSink sink = past.before(Scene.NOBODY);
      for (int i = 0; i < 250; i++) {
        announce(sink, prefix((i * 37) % 250), 64_501, 64_502);
      }
      quiet(past);
      PastQuestion question =
          PastQuestion.at(new Asked.Inside(Prefix.parse("10.0.0.0/8")), clock.now);
      List<Prefix> all = new java.util.ArrayList<>();
      java.util.Optional<Prefix> next = java.util.Optional.empty();
      do {
        PastAnswer page = past.ask(question.behind(next, 40));
        assertThat(page.lines()).hasSizeLessThanOrEqualTo(40);
        page.lines().forEach(each -> all.add(each.prefix()));
        next = page.next();
      } while (next.isPresent());
      assertThat(all).hasSize(250).isSorted().doesNotHaveDuplicates();
    }
  }
}
