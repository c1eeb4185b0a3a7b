package tenbin.desks.routes.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.State;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.storage.Database;

/** Incidents, acts and what was told: the same in memory and in a database. */
class IncidentBookTest {
  private static final Instant NOW = Instant.parse("2017-08-25T04:00:00Z");

  @TempDir private static Path folder;
  private static Database database;

  /** Where it is kept. */
  enum Kept {
    MEMORY,
    DATABASE;

    IncidentBook incidents() {
      return this == MEMORY ? IncidentBook.inMemory() : IncidentBook.in(database.dataSource());
    }

    ToldBook told() {
      return this == MEMORY ? ToldBook.inMemory() : ToldBook.in(database.dataSource());
    }
  }

  @BeforeAll
  static void open() {
    database = Database.embedded(folder.resolve("postgresql"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.transact(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.execute("truncate route_incident, route_wish cascade");
      }
    });
  }

  @ParameterizedTest
  @EnumSource
  void an_incident_reads_as_it_was_told_with_every_state_before(Kept kept) {
    IncidentBook book = kept.incidents();
    book.stands(Leak.of(State.ONGOING, 4, 4), Leak.affected(4));
    book.stands(Leak.of(State.ONGOING, 4, 4), List.of());
    book.stands(Leak.of(State.ONGOING, 8, 8), Leak.affected(8));
    book.stands(Leak.of(State.WITHDRAWN, 8, 0), List.of());
    assertThat(book.incident(Leak.ID)).hasValue(Leak.of(State.WITHDRAWN, 8, 0));
    assertThat(book.versions(Leak.ID))
        .extracting(Version::state, Version::prefixes, Version::now)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(State.ONGOING, 4, 4),
            org.assertj.core.groups.Tuple.tuple(State.ONGOING, 8, 8),
            org.assertj.core.groups.Tuple.tuple(State.WITHDRAWN, 8, 0));
    assertThat(book.newest(10)).hasSize(1);
    assertThat(book.touching(Leak.KOGANE, 10)).hasSize(1);
    assertThat(book.touching(new MemberId("aozora"), 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void prefixes_come_in_pages_with_those_who_saw_them_since_when(Kept kept) {
    IncidentBook book = kept.incidents();
    book.stands(Leak.of(State.ONGOING, 100, 100), Leak.affected(100));
    book.seen(Leak.of(State.ONGOING, 100, 100), Leak.steps(Leak.AOZORAS, 100));
    book.seen(Leak.of(State.ONGOING, 100, 100), Leak.steps(Leak.PUBLIC, 10));
    List<Prefix> all = new ArrayList<>();
    Slice slice = Slice.first(Leak.ID, Optional.of(Leak.KOGANE), 7);
    List<Sighted> page = book.prefixes(slice);
    while (!page.isEmpty()) {
      page.forEach(each -> all.add(each.affected().prefix()));
      page = book.prefixes(slice.behind(page.getLast().affected().prefix()));
    }
    assertThat(all).hasSize(25).isSorted().doesNotHaveDuplicates();
    Sighted first = book.prefixes(Slice.first(Leak.ID, Optional.empty(), 1)).getFirst();
    assertThat(first.affected()).isEqualTo(Leak.affected(1).getFirst());
    assertThat(first.owners().keySet())
        .containsExactlyInAnyOrder(Owner.HUB, Owner.of(new MemberId("aozora")));
    assertThat(first.owners()).containsEntry(Owner.HUB, Leak.BEGAN);
    Glimpse glimpse = book.newest(10).getFirst();
    assertThat(glimpse.owners()).hasSize(2);
    assertThat(glimpse.sample()).hasSize(Glimpse.SAMPLE);
    assertThat(glimpse.witnesses()).containsEntry(Owner.HUB, new Glimpse.Witness(1, Leak.BEGAN));
    assertThat(book.witnessed(Owner.of(new MemberId("aozora")), 10)).hasSize(1);
    assertThat(book.witnessed(Owner.of(Leak.KOGANE), 10)).isEmpty();
    assertThat(book.glimpse(Leak.ID, Optional.of(Leak.KOGANE)).orElseThrow().sample())
        .containsExactly(Leak.prefix(0), Leak.prefix(4), Leak.prefix(8));
  }

  @ParameterizedTest
  @EnumSource
  void a_share_has_what_its_owners_saw_and_nothing_else(Kept kept) {
    IncidentBook book = kept.incidents();
    book.stands(Leak.of(State.ONGOING, 100, 100), Leak.affected(100));
    book.seen(Leak.of(State.ONGOING, 100, 100), Leak.steps(Leak.AOZORAS, 99));
    book.seen(Leak.of(State.ONGOING, 100, 100), Leak.steps(Leak.PUBLIC, 10));
    Share few = new Share(Leak.ID, Optional.empty(), Set.of(Owner.HUB), false);
    Extent ten = book.extent(few);
    assertThat(ten.prefixes()).isEqualTo(10);
    assertThat(ten.now()).isEqualTo(10);
    assertThat(ten.begin()).hasValue(Leak.BEGAN);
    assertThat(ten.end()).isEmpty();
    assertThat(ten.sample()).containsExactly(Leak.prefix(0), Leak.prefix(1), Leak.prefix(2));
    assertThat(book.extent(few.of(Leak.KOGANE)).prefixes()).isEqualTo(3);
    assertThat(book.impact(few)).contains(new Impact(Leak.KOGANE, 3, 3));
    assertThat(book.growth(few).getLast())
        .extracting(Growth::prefixes, Growth::now)
        .containsExactly(10, 10);
    assertThat(book.growth(few)).extracting(Growth::at).isSorted().doesNotHaveDuplicates();
    Share nobodys = new Share(Leak.ID, Optional.empty(), Set.of(), true);
    assertThat(book.extent(nobodys).sample())
        .as("nobody wrote down who")
        .containsExactly(Leak.prefix(99));
  }

  @ParameterizedTest
  @EnumSource
  void steps_beyond_a_picture_are_counted(Kept kept) {
    IncidentBook book = kept.incidents();
    book.seen(Leak.of(State.ONGOING, 1, 1), Leak.steps(Leak.AOZORAS, Steps.MOST - 10));
    book.seen(Leak.of(State.ONGOING, 1, 1), Leak.steps(Leak.PUBLIC, 30));
    assertThat(book.steps(Leak.ID).kept()).hasSize(Steps.MOST);
    assertThat(book.steps(Leak.ID).cut()).isEqualTo(20);
    assertThat(book.steps(Leak.ID).kept().getFirst().from()).isEqualTo(Leak.AOZORAS);
  }

  @ParameterizedTest
  @EnumSource
  void changes_come_in_their_order_and_only_a_notice_makes_one_worth_telling(Kept kept) {
    IncidentBook book = kept.incidents();
    book.stands(Leak.of(State.ONGOING, 4, 4), Leak.affected(4));
    IncidentBook.Change change = book.changes(0, 10).getFirst();
    assertThat(change.worth()).isFalse();
    assertThat(book.changes(change.place(), 10)).isEmpty();
    book.notice(new Notice(Notice.What.BEGAN, Leak.of(State.ONGOING, 4, 4)));
    assertThat(book.changes(change.place(), 10))
        .singleElement()
        .extracting(IncidentBook.Change::worth)
        .isEqualTo(true);
  }

  @ParameterizedTest
  @EnumSource
  void what_one_members_people_did_is_that_members_alone(Kept kept) {
    IncidentBook book = kept.incidents();
    book.stands(Leak.of(State.ONGOING, 4, 4), Leak.affected(4));
    Deed deed = new Deed(Leak.ID, Leak.KOGANE, "person:k", NOW, Deed.Act.IGNORE, "our own test");
    book.did(deed);
    assertThat(book.deeds(Leak.ID, Leak.KOGANE)).containsExactly(deed);
    assertThat(book.deeds(Leak.ID, Leak.MINATO)).isEmpty();
    assertThatThrownBy(() -> new Deed(Leak.ID, Leak.KOGANE, "person:k", NOW, Deed.Act.IGNORE, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void every_member_counts_its_own_lines_and_gets_mail_only_if_it_wants_some(Kept kept) {
    kept.incidents().stands(Leak.of(State.ONGOING, 4, 4), Leak.affected(4));
    ToldBook told = kept.told();
    told.add(new ToldBook.News(Leak.KOGANE, Leak.ID, Notice.What.BEGAN, 1), NOW);
    told.wish(Leak.KOGANE, true, new ToldBook.By(NOW, "person:k"));
    ToldBook.Line grew =
        told.add(new ToldBook.News(Leak.KOGANE, Leak.ID, Notice.What.GREW, 2), NOW);
    ToldBook.Line others =
        told.add(new ToldBook.News(Leak.MINATO, Leak.ID, Notice.What.BEGAN, 1), NOW);
    assertThat(grew.number()).isEqualTo(2);
    assertThat(others.number()).isEqualTo(1);
    assertThat(told.unmailed(10)).containsExactly(grew);
    told.mailed(grew);
    assertThat(told.unmailed(10)).isEmpty();
    assertThat(told.behind(Leak.KOGANE, 1, 10)).hasSize(1);
    assertThat(told.last(Leak.KOGANE, Leak.ID).orElseThrow().what()).isEqualTo(Notice.What.GREW);
    told.wish(Leak.KOGANE, false, new ToldBook.By(NOW, "person:k"));
    assertThat(told.wants(Leak.KOGANE)).isFalse();
    assertThat(told.wants(Leak.MINATO)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void lines_of_maintainers_outside_wait_apart_and_stop_by_their_own_word(Kept kept) {
    kept.incidents().stands(Leak.of(State.ONGOING, 4, 4), Leak.affected(4));
    ToldBook told = kept.told();
    MemberId party = new MemberId("mntner-0123456789abcdef");
    ToldBook.Line began = told.add(new ToldBook.News(party, Leak.ID, Notice.What.BEGAN, 1), NOW);
    told.add(new ToldBook.News(Leak.KOGANE, Leak.ID, Notice.What.BEGAN, 1), NOW);
    assertThat(told.waiting(9)).containsExactly(began);
    assertThat(told.outside(9)).containsExactly(began);
    assertThat(told.unmailed(9)).isEmpty();
    told.mailed(began);
    assertThat(told.waiting(9)).isEmpty();
    assertThat(told.outside(9)).extracting(ToldBook.Line::mailed).containsExactly(true);
    assertThat(told.stopped(party)).isFalse();
    told.wish(party, false, new ToldBook.By(NOW, "maintainer"));
    assertThat(told.stopped(party)).isTrue();
    told.wish(party, true, new ToldBook.By(NOW, "maintainer"));
    assertThat(told.stopped(party)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void what_one_owner_saw_is_found_by_it_alone(Kept kept) {
    IncidentBook book = kept.incidents();
    book.stands(Leak.of(State.ONGOING, 8, 8), Leak.affected(8));
    book.seen(Leak.of(State.ONGOING, 8, 8), Leak.steps(Leak.AOZORAS, 2));
    Owner aozora = Owner.of(new MemberId("aozora"));
    Slice all = Slice.first(Leak.ID, Optional.empty(), 9);
    assertThat(book.prefixes(all.seenBy(aozora))).hasSize(2);
    assertThat(book.prefixes(all.seenBy(Owner.HUB))).isEmpty();
    assertThat(book.witnessed(Leak.ID, aozora).orElseThrow().sample()).hasSize(2);
    assertThat(book.witnessed(Leak.ID, Owner.HUB)).isEmpty();
    assertThat(book.ids(0, 9)).containsExactly(Leak.ID);
    assertThat(book.ids(1, 9)).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void a_leak_of_160_000_prefixes_is_kept_whole_within_a_minute() {
    IncidentBook book = IncidentBook.in(database.dataSource());
    List<Affected> all = Leak.affected(160_000);
    long began = System.nanoTime();
    book.stands(Leak.of(State.ONGOING, 160_000, 160_000), all);
    book.seen(Leak.of(State.ONGOING, 160_000, 160_000), Leak.steps(Leak.AOZORAS, 160_000));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    System.out.println("160,000 prefixes and their steps kept in " + took.toMillis() + " ms");
    assertThat(took).isLessThan(Duration.ofSeconds(60));
    int count = 0;
    Slice slice = Slice.first(Leak.ID, Optional.of(Leak.KOGANE), Slice.MOST);
    for (List<Sighted> page = book.prefixes(slice);
        !page.isEmpty();
        page = book.prefixes(slice.behind(page.getLast().affected().prefix()))) {
      count += page.size();
      assertThat(page).allMatch(each -> each.owners().size() == 1);
    }
    assertThat(count).isEqualTo(40_000);
    assertThat(book.newest(1).getFirst().owners())
        .isEqualTo(Set.of(Owner.of(new MemberId("aozora"))));
  }
}
