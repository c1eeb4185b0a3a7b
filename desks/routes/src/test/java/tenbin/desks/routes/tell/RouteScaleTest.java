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
import tenbin.desks.routes.book.IncidentPlans;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.book.Slice;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.outside.Outside;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.storage.Database;

/**
 * How long one page of a large leak takes, in a book with 500 other incidents: in the nights of the
 * largest on record.
 */
class RouteScaleTest {
  private static final int ALL = 20_000;
  private static final int LARGEST = 160_000;

  /** Of so many one is seen by a member's own router. */
  private static final int FEW = 1_000;

  private static final UUID LEAK = new UUID(0x8000L, 0x8000_0000_0000_0000L);

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
    tell(LEAK, ALL);
    IncidentPlans.analyze(database);
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
              i % 4 == 0
                  ? Optional.of(Stage.VICTIM)
                  : i % 4 == 1 ? Optional.of(Outside.ALL) : Optional.empty(),
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
      if (i % FEW == FEW - 1) {
        steps.add(
            new PathSeen(
                Stage.BEGAN.plusMillis(i), Stage.XS_ROUTER, prefix, "64500 64511 64666 64501"));
      }
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
            List.of(
                new Impact(Stage.VICTIM, Math.max(1, prefixes / 4), 1),
                new Impact(Outside.ALL, Math.max(1, prefixes / 4), 1)),
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
    look(ALL);
  }

  @Test
  @Tag("nightly")
  void lists_pages_and_files_of_the_largest_leak_come_while_somebody_waits() {
    tell(new UUID(0x8000L, 0x8000_0000_0010_0000L), LARGEST);
    look(LARGEST);
  }

  private static void look(int all) {
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

  @Test
  void who_saw_twenty_of_them_gets_these_without_looking_through_all() {
    Stage stage = new Stage();
    Told told =
        within("witness list", Duration.ofSeconds(10), () -> sight.list(stage.plan(Stage.X)))
            .getFirst();
    List<Disclosure> seen =
        within(
            "witness 50 prefixes",
            Duration.ofSeconds(5),
            () -> sight.prefixes(stage.plan(Stage.X), told, Optional.empty(), 50));
    assertThat(seen).hasSize(ALL / FEW);
  }

  @Test
  void maintainers_outside_are_counted_once_for_all_of_them() {
    IrrTable.Builder table = IrrTable.builder();
    for (int i = 1; i < ALL; i += 4) {
      Prefix prefix = Prefix.around(Address.ofV4(0x0b00_0000 + (i << 8)), 24);
      List<String> by = List.of("M" + i % 500);
      table.add(new RouteObject(prefix, new Asn(64_501), "JPIRR", by));
    }
    for (int i = 0; i < 500; i++) {
      table.add(new Maintainer("M" + i, "JPIRR", List.of("noc@m" + i + ".example")));
    }
    OptIns optIns =
        new OptIns(
            table.build(),
            tenbin.desks.routes.declare.Declarations.NONE,
            Stage.BEGAN,
            Listening.parse("on"));
    Stage stage = new Stage();
    stage.letMaintainersKnow();
    optIns.counts().keySet().forEach(stage::asks);
    var impacts =
        within(
            "impacts of " + optIns.counts().size() + " maintainers",
            Duration.ofSeconds(30),
            () -> sight.maintainers().impacts(LEAK, optIns, stage::plan));
    assertThat(impacts).hasSize(optIns.counts().size());
    assertThat(impacts.values().stream().mapToInt(MaintainerImpact::prefixes).sum())
        .isEqualTo(ALL / 4);
  }

  /** As the planner sees them: a page is a walk along an index, however large the leak. */
  @Test
  void pages_of_prefixes_are_walks_along_an_index() {
    Slice page = Slice.first(LEAK, Optional.empty(), 51);
    Prefix middle = Prefix.parse("12.0.0.0/24");
    for (Slice each :
        List.of(
            page,
            page.behind(middle),
            Slice.first(LEAK, Optional.of(Stage.VICTIM), 51).behind(middle),
            page.seenBy(Owner.of(Stage.X)))) {
      String plan = IncidentPlans.explain(database, each);
      System.out.println(plan);
      assertThat(plan).doesNotContain("Seq Scan").contains("Index");
    }
  }
}
