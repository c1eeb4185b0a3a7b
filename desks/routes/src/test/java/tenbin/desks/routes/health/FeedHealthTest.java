package tenbin.desks.routes.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Prefix;

class FeedHealthTest {
  private static final int ROUTERS = 6;
  private static final int LAST = ROUTERS - 1;

  private final Feeds feeds = new Feeds(ROUTERS);

  private void is(int router, HealthState state, Reason reason) {
    Health health = feeds.of(router);
    assertThat(health.state()).as("%s", health).isEqualTo(state);
    assertThat(health.reason()).as("%s", health).isEqualTo(reason);
    assertThat(feeds.health.counts(router)).isEqualTo(state.counts());
  }

  private void othersAreWell() {
    for (int i = 0; i < LAST; i++) {
      is(i, HealthState.HEALTHY, Reason.NONE);
    }
  }

  @Test
  void a_router_that_told_its_table_is_well_and_counts() {
    feeds.begin(200);
    othersAreWell();
    assertThat(feeds.health.counting()).isEqualTo(ROUTERS);
    assertThat(feeds.of(0).figures().routes()).isEqualTo(200);
    assertThat(feeds.of(0).figures().share()).isEqualTo(1);
    assertThat(feeds.changes).hasSize(ROUTERS);
  }

  @Test
  void one_that_never_tells_the_end_of_its_table_counts_after_ten_minutes() {
    feeds.announce(0, Feeds.prefix(1));
    feeds.pass(5, () -> feeds.announce(0, Feeds.prefix(1)));
    is(0, HealthState.STARTING, Reason.NEW);
    feeds.pass(6, () -> feeds.announce(0, Feeds.prefix(1)));
    is(0, HealthState.HEALTHY, Reason.NONE);
  }

  @Test
  void a_lively_router_is_silent_after_minutes_and_well_with_its_next_word() {
    feeds.begin(200);
    feeds.pass(250, () -> feeds.chat(ROUTERS));
    Instant last = Instant.EPOCH.plus(feeds.micros, ChronoUnit.MICROS);
    feeds.pass(20, () -> feeds.chat(LAST));
    is(LAST, HealthState.SILENT, Reason.NO_WORD);
    assertThat(Duration.between(last, feeds.of(LAST).since())).isLessThan(Duration.ofMinutes(10));
    othersAreWell();
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.HEALTHY, Reason.NONE);
  }

  @Test
  void a_quiet_router_is_given_the_time_that_it_usually_takes() {
    feeds.begin(200);
    for (int round = 0; round < 30; round++) {
      feeds.pass(1, () -> feeds.chat(ROUTERS));
      feeds.pass(119, () -> feeds.chat(LAST));
    }
    feeds.changes.clear();
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    feeds.pass(119, () -> feeds.chat(LAST));
    assertThat(feeds.changes).isEmpty();
    feeds.pass(24 * 60, () -> feeds.chat(LAST));
    is(LAST, HealthState.SILENT, Reason.NO_WORD);
  }

  @Test
  void when_nobody_of_a_feed_says_anything_it_is_the_feed() {
    feeds.begin(200);
    feeds.pass(250, () -> feeds.chat(ROUTERS));
    feeds.pass(
        30,
        () -> {
          for (int i = 0; i < ROUTERS; i += 2) {
            feeds.announce(i, Feeds.prefix(0));
          }
        });
    is(1, HealthState.SILENT, Reason.WHOLE_FEED);
    is(3, HealthState.SILENT, Reason.WHOLE_FEED);
    is(0, HealthState.HEALTHY, Reason.NONE);
  }

  @Test
  void a_session_that_ended_does_not_count_until_it_told_its_table_again() {
    feeds.begin(200);
    feeds.lose(LAST);
    feeds.pass(1, () -> feeds.chat(LAST));
    is(LAST, HealthState.DOWN, Reason.SESSION_ENDED);
    assertThat(feeds.health.counting()).isEqualTo(LAST);
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.STARTING, Reason.NEW);
    feeds.tell(LAST, 200);
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    othersAreWell();
  }

  @Test
  void routes_that_all_others_withdrew_long_ago_make_stale_and_their_withdrawal_makes_well() {
    feeds.begin(200);
    for (int prefix = 100; prefix < 140; prefix++) {
      for (int router = 0; router < LAST; router++) {
        feeds.withdraw(router, Feeds.prefix(prefix));
      }
    }
    feeds.pass(60, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    feeds.pass(40, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.STALE, Reason.OLD_ROUTES);
    assertThat(feeds.of(LAST).figures().oldRoutes()).isEqualTo(40);
    othersAreWell();
    for (int prefix = 100; prefix < 135; prefix++) {
      feeds.withdraw(LAST, Feeds.prefix(prefix));
    }
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.HEALTHY, Reason.NONE);
  }

  @Test
  void routes_that_half_of_them_still_have_are_nobodys_fault() {
    feeds.begin(200);
    for (int prefix = 100; prefix < 140; prefix++) {
      for (int router = 0; router < ROUTERS / 2; router++) {
        feeds.withdraw(router, Feeds.prefix(prefix));
      }
    }
    feeds.pass(120, () -> feeds.chat(ROUTERS));
    othersAreWell();
    is(LAST, HealthState.HEALTHY, Reason.NONE);
  }

  @Test
  void who_tells_a_twentieth_of_the_table_is_partial_and_counts() {
    for (int i = 0; i < LAST; i++) {
      feeds.tell(i, 400);
    }
    feeds.tell(LAST, 20);
    feeds.pass(1);
    is(LAST, HealthState.PARTIAL, Reason.FEW_ROUTES);
    assertThat(feeds.of(LAST).figures().share()).isEqualTo(0.05);
    othersAreWell();
  }

  @Test
  void a_router_that_announces_thousands_of_garbage_is_quarantined_until_it_is_over() {
    feeds.begin(3_000);
    for (int i = 0; i < 1_500; i++) {
      feeds.announce(LAST, Prefix.parse("10." + i / 200 + "." + i % 200 + ".0/24"));
    }
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.QUARANTINED, Reason.GARBAGE);
    assertThat(feeds.of(LAST).figures().garbage()).isGreaterThan(1_400);
    othersAreWell();
    feeds.pass(60, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.QUARANTINED, Reason.GARBAGE);
    feeds.pass(90, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.HEALTHY, Reason.NONE);
  }

  @Test
  void some_garbage_among_a_full_table_is_usual() {
    feeds.begin(8_000);
    for (int i = 0; i < 1_200; i++) {
      feeds.health.garbage(feeds.micros, LAST);
    }
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.HEALTHY, Reason.NONE);
  }

  @Test
  void who_alone_shows_what_looks_wrong_is_quarantined_and_who_shows_it_with_others_is_not() {
    feeds.begin(200);
    for (int i = 0; i < 150; i++) {
      feeds.health.suspect(feeds.micros, LAST, Witness.ALONE);
      feeds.health.suspect(feeds.micros, 0, Witness.TOGETHER);
      feeds.health.suspect(feeds.micros, 1, Witness.TOGETHER);
    }
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.QUARANTINED, Reason.ALONE);
    othersAreWell();
  }

  @Test
  void one_that_withdraws_half_of_its_table_alone_storms_and_counts_again_afterwards() {
    feeds.begin(4_000);
    for (int i = 0; i < 2_000; i++) {
      feeds.withdraw(LAST, Feeds.prefix(i + 1));
    }
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.STORMING, Reason.WITHDRAWS_ALONE);
    othersAreWell();
    for (int i = 0; i < 2_000; i++) {
      feeds.announce(LAST, Feeds.prefix(i + 1));
    }
    feeds.pass(15, () -> feeds.chat(ROUTERS));
    is(LAST, HealthState.HEALTHY, Reason.NONE);
  }

  @Test
  void what_most_of_them_withdraw_happened_to_the_world_and_they_all_count() {
    feeds.begin(4_000);
    for (int router = 0; router < LAST; router++) {
      for (int i = 0; i < 2_000; i++) {
        feeds.withdraw(router, Feeds.prefix(i + 1));
      }
    }
    feeds.pass(1, () -> feeds.chat(ROUTERS));
    for (int router = 0; router < LAST; router++) {
      assertThat(feeds.health.counts(router)).isTrue();
    }
  }

  @Test
  void words_of_nobody_are_no_words() {
    feeds.health.announced(Feeds.START, -1, Feeds.BEACON);
    feeds.health.withdrawn(Feeds.START, -1, Feeds.BEACON, 3);
    feeds.health.lost(Feeds.START, -1);
    assertThat(feeds.health.all(Feeds.START, feeds.table)).isEmpty();
    assertThat(feeds.health.counts(-1)).isFalse();
  }
}
