package tenbin.desks.routes.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.storage.Database;

/**
 * How long one page of a large leak takes, in a book with 500 other incidents: in the nights of the
 * largest on record.
 */
class RouteScaleTest {
  private static final int LARGE = 20_000;
  private static final int LARGEST = 160_000;

  @TempDir private static Path folder;
  private static Database database;
  private static IncidentBook book;
  private static RouteSight sight;

  @BeforeAll
  static void open() {
    database = Database.embedded(folder.resolve("postgresql"));
    book = IncidentBook.in(database.dataSource());
    sight = new RouteSight(book, Stage::circle, "routing-wg");
    for (int i = 1; i <= 500; i++) {
      tell(new UUID(0x8000L, 0x8000_0000_0000_0000L | i), 2);
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static void tell(UUID id, int prefixes) {
    List<Affected> affected = new ArrayList<>();
    List<PathSeen> steps = new ArrayList<>();
    for (int i = 0; i < prefixes; i++) {
      Prefix prefix = Prefix.around(Address.ofV4(0x0b00_0000 + (i << 8)), 24);
      affected.add(
          new Affected(
              prefix,
              prefix,
              i % 4 == 0 ? Optional.of(Stage.VICTIM) : Optional.empty(),
              new Asn(64_501),
              new Asn(64_501),
              Stage.BEGAN,
              Optional.empty(),
              1,
              1,
              ""));
      steps.add(
          new PathSeen(
              Stage.BEGAN.plusMillis(i), Stage.COLLECTOR, prefix, "64510 64511 64666 64501"));
    }
    Incident incident =
        new Incident(
            id,
            new Cause(Kind.MASS_LEAK, new Asn(64_666), ""),
            State.ONGOING,
            Stage.BEGAN,
            Stage.BEGAN.plusSeconds(prefixes),
            Optional.empty(),
            prefixes,
            prefixes,
            1,
            1,
            9,
            List.of(),
            List.of(new Impact(Stage.VICTIM, Math.max(1, prefixes / 4), 1)),
            0,
            0);
    book.stands(incident, affected);
    book.seen(incident, steps);
  }

  private static <T> T within(String what, Duration most, Supplier<T> work) {
    long began = System.nanoTime();
    T done = work.get();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    System.out.println(what + ": " + took.toMillis() + " ms");
    assertThat(took).as(what).isLessThan(most);
    return done;
  }

  @Test
  void lists_pages_and_files_of_a_large_leak_come_while_somebody_waits() {
    look(LARGE);
  }

  @Test
  @Tag("nightly")
  void lists_pages_and_files_of_the_largest_leak_come_while_somebody_waits() {
    look(LARGEST);
  }

  private static void look(int all) {
    tell(new UUID(0x8000L, 0x8000_0000_0010_0000L + all), all);
    Stage stage = new Stage();
    for (var reader : List.of(Stage.GROUP, Stage.VICTIM)) {
      int its = reader.equals(Stage.GROUP) ? all : all / 4;
      Duration page = Duration.ofSeconds(10);
      List<Told> list = within(reader + " list", page, () -> sight.list(stage.plan(reader)));
      assertThat(list).hasSizeGreaterThan(500);
      Told leak =
          list.stream()
              .filter(each -> each.fact(RouteFacts.COUNT).equals("" + its))
              .findFirst()
              .orElseThrow();
      within(reader + " one", page, () -> sight.one(stage.plan(reader), leak.id()).orElseThrow());
      List<Disclosure> first =
          within(
              reader + " 50 prefixes",
              page,
              () -> sight.prefixes(stage.plan(reader), leak, Optional.empty(), 50));
      assertThat(first).hasSize(50);
      List<Disclosure> file =
          within(
              reader + " all prefixes",
              Duration.ofSeconds(60),
              () -> sight.prefixes(stage.plan(reader), leak, Optional.empty(), all));
      assertThat(file).hasSize(its);
    }
  }
}
