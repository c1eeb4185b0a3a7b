package tenbin.desks.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.health.Beacon;
import tenbin.desks.routes.health.HealthState;
import tenbin.desks.routes.health.Reason;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.nouns.net.Prefix;

/** The table with its watch and the health of routers, hours in a moment. */
class CountedTest {
  private static final Prefix BEACON = Prefix.parse("84.205.64.0/24");
  private static final int ROUTERS = 5;
  private static final int LAST = ROUTERS - 1;

  private Routers routers = new Routers(ROUTERS);

  private void is(int router, HealthState state, Reason reason) {
    assertThat(routers.health(router).state()).as("%s", routers.health(router)).isEqualTo(state);
    assertThat(routers.health(router).reason()).isEqualTo(reason);
  }

  private void othersAreWell() {
    for (int i = 0; i < LAST; i++) {
      assertThat(routers.health(i).state().counts()).as("%s", routers.health(i)).isTrue();
    }
  }

  /** Parts of the member's prefix by so many strangers. */
  private void wrong(int router, int parts, int strangers) {
    for (int i = 0; i < parts; i++) {
      int by = Routers.STRANGER + i % strangers;
      routers.announce(router, Routers.part(i), Routers.TRANSIT, by);
    }
  }

  @Test
  void who_alone_shows_a_hundred_wrong_things_is_quarantined_which_is_told_and_ends() {
    wrong(LAST, 150, 5);
    routers.pass(4);
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    routers.pass(3);
    is(LAST, HealthState.QUARANTINED, Reason.ALONE);
    assertThat(routers.health(LAST).figures().alone()).isBetween(140L, 150L);
    othersAreWell();
    assertThat(routers.words)
        .contains("rrc06 AS3004 192.65.185.4 is quarantined: shows alone what looks wrong");
    assertThat(routers.notices).as("nobody is told of what it shows").isEmpty();
    routers.announce(LAST, Routers.part(200), Routers.TRANSIT, Routers.STRANGER);
    routers.pass(30);
    assertThat(routers.notices).isEmpty();
    for (int i = 0; i <= 200; i++) {
      routers.withdraw(LAST, Routers.part(i));
    }
    routers.pass(150);
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    assertThat(routers.words.getLast()).isEqualTo("rrc06 AS3004 192.65.185.4 counts again");
  }

  @Test
  void what_its_own_as_would_have_done_speaks_against_a_router_too() {
    for (int i = 0; i < 150; i++) {
      routers.announce(LAST, Routers.part(i));
    }
    routers.pass(7);
    is(LAST, HealthState.QUARANTINED, Reason.ALONE);
  }

  @Test
  void one_stranger_whom_one_router_alone_sees_is_a_hijack_and_is_told() {
    wrong(LAST, 150, 1);
    routers.pass(20);
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    assertThat(routers.notices).extracting(Notice::what).contains(Notice.What.BEGAN);
  }

  @Test
  void what_several_show_quarantines_nobody_and_is_told() {
    wrong(LAST, 150, 5);
    routers.pass(1);
    wrong(0, 150, 5);
    routers.pass(20);
    othersAreWell();
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    assertThat(routers.notices).extracting(Notice::what).contains(Notice.What.BEGAN);
  }

  @Test
  void a_few_wrong_things_of_one_alone_quarantine_nobody() {
    wrong(LAST, 60, 5);
    routers.pass(20);
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    assertThat(routers.notices).as("alone for ten minutes is told").isNotEmpty();
  }

  @Test
  void what_stands_in_a_prefix_that_is_declared_only_then_is_judged_at_once() {
    Prefix later = Prefix.parse("185.77.0.0/16");
    Prefix part = Prefix.parse("185.77.8.0/24");
    for (int i = 0; i < LAST; i++) {
      routers.announce(i, part, Routers.TRANSIT, Routers.STRANGER);
    }
    routers.pass(20);
    assertThat(routers.notices).as("nobody's").isEmpty();
    routers.declare(Routers.HOME, later);
    routers.pass(1);
    assertThat(routers.notices)
        .singleElement()
        .satisfies(each -> {
          assertThat(each.what()).isEqualTo(Notice.What.BEGAN);
          assertThat(each.incident().cause().kind()).isEqualTo(Kind.SUBPREFIX_HIJACK);
          assertThat(each.incident().cause().by().number()).isEqualTo(Routers.STRANGER);
        });
    routers.declare(Routers.HOME, later, part);
    routers.pass(1);
    assertThat(routers.notices.getLast().incident().cause().kind()).isEqualTo(Kind.ORIGIN_HIJACK);
  }

  @Test
  void impossible_paths_are_garbage_and_quarantine_who_tells_them() {
    for (int i = 0; i < 2_000; i++) {
      Prefix prefix = Prefix.around(tenbin.nouns.net.Address.ofV4(0x2d00_0000 + (i << 8)), 24);
      routers.announce(LAST, prefix, Routers.TRANSIT, 3_000 + LAST, 3_400);
      routers.announce(0, prefix, Routers.TRANSIT, 3_001, 3_400);
    }
    routers.pass(2);
    is(LAST, HealthState.QUARANTINED, Reason.GARBAGE);
    othersAreWell();
    routers.pass(240);
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    assertThat(routers.words)
        .contains(
            "rrc06 AS3004 192.65.185.4 is quarantined: announces what is never announced",
            "rrc06 AS3004 192.65.185.4 counts again");
  }

  @Test
  void who_misses_a_beacon_that_others_hear_does_not_count_until_it_hears_it_again() {
    routers = new Routers(ROUTERS, new Beacon(BEACON, Duration.ofMinutes(20)));
    rounds(4, ROUTERS);
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    rounds(3, LAST);
    is(LAST, HealthState.SILENT, Reason.BEACON_MISSED);
    othersAreWell();
    assertThat(routers.words.getLast())
        .isEqualTo("rrc06 AS3004 192.65.185.4 is silent: a beacon that others heard did not come");
    rounds(1, ROUTERS);
    is(LAST, HealthState.HEALTHY, Reason.NONE);
    assertThat(routers.words.getLast()).isEqualTo("rrc06 AS3004 192.65.185.4 counts again");
  }

  @Test
  void a_beacon_that_nobody_hears_any_more_costs_nobody() {
    routers = new Routers(ROUTERS, new Beacon(BEACON, Duration.ofMinutes(20)));
    rounds(4, ROUTERS);
    rounds(4, 0);
    othersAreWell();
    is(LAST, HealthState.HEALTHY, Reason.NONE);
  }

  /** Rounds of a beacon, which comes and goes at those below a number. */
  private void rounds(int count, int below) {
    for (int round = 0; round < count; round++) {
      for (int i = 0; i < below; i++) {
        if (round % 2 == 0) {
          routers.announce(i, BEACON, Routers.TRANSIT, 12_654);
        } else {
          routers.withdraw(i, BEACON);
        }
      }
      routers.pass(20);
    }
  }
}
