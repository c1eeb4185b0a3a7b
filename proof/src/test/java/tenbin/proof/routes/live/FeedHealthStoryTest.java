package tenbin.proof.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.hub.routes.FeedStates.FeedState;
import tenbin.hub.routes.FeedStates.Health;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.proof.routes.live.Recording.Peer;

/** A router that is not well does not count in a watch that runs, which its feed's line says. */
class FeedHealthStoryTest {
  private static final Prefix BEACON = Prefix.parse("84.205.64.0/24");
  private static final Peer LAST = new Peer(Stage.PEERS);
  private static final int WRONG = 150;

  private final JumpingClock clock = new JumpingClock();
  private final Stage stage;
  private int recordings;

  FeedHealthStoryTest(@TempDir Path folder) throws IOException {
    stage = new Stage(folder).clock(clock).recorded("rrc06");
    stage.put("001", Stage.table(Instant.now().minusSeconds(1_200)));
  }

  private void put(Recording some) throws IOException {
    recordings++;
    stage.put("1%02d".formatted(recordings), some);
  }

  private static FeedState line(LiveWatch watch) {
    return Stage.line(watch, "rrc06");
  }

  private static Prefix part(int number) {
    return Prefix.around(Address.ofV4(0xb90a_0000 + (number << 8)), 24);
  }

  /** Parts of the member's prefix by three strangers, at some of the routers. */
  private Recording wrong(int firstPeer) {
    Recording some = new Recording();
    for (int number = firstPeer; number <= Stage.PEERS; number++) {
      Peer by = new Peer(number);
      for (int i = 0; i < WRONG; i++) {
        some.announces(
            clock.instant(), by, part(i), by.asn(), Stage.TRANSIT, Stage.STRANGER + i % 3);
      }
    }
    return some;
  }

  @Test
  void who_alone_shows_what_looks_wrong_is_quarantined_and_later_counts_again() throws IOException {
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      put(wrong(Stage.PEERS));
      stage.await("the quarantine", () -> line(watch).health() == Health.QUARANTINED);
      assertThat(line(watch).words())
          .isEqualTo("1 of 4 routers quarantined: shows alone what looks wrong");
      stage.awaitSaid("rrc06 AS3004 192.65.185.4 is quarantined");
      stage.awaitIncident(Kind.SUBPREFIX_HIJACK, each -> each.state() == State.WITHDRAWN);

      Recording mended = new Recording();
      for (int i = 0; i < WRONG; i++) {
        mended.withdraws(clock.instant(), LAST, part(i));
      }
      put(mended);
      for (int i = 0; i < 3; i++) {
        clock.jump(Duration.ofMinutes(50));
        long told = line(watch).told();
        put(Stage.table(clock.instant()));
        stage.await("a sign of life", () -> line(watch).told() >= told + 408);
      }
      stage.await("all count", () -> line(watch).health() == Health.GOOD);
      assertThat(line(watch).words()).isEmpty();
      stage.awaitSaid("rrc06 AS3004 192.65.185.4 counts again");
    }
  }

  @Test
  void what_two_show_is_a_hijack_and_nobodys_fault() throws IOException {
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", watch::hasBegun);
      put(wrong(Stage.PEERS - 1));
      stage.awaitIncident(
          Kind.SUBPREFIX_HIJACK, each -> each.prefixes() == WRONG / 3 && each.vantages() == 2);
      Stage.pause();
      assertThat(line(watch).health()).isEqualTo(Health.GOOD);
      assertThat(stage.words()).noneMatch(each -> each.contains("quarantined"));
    }
  }

  @Test
  void who_misses_a_beacon_that_others_hear_is_silent_until_it_hears_it() throws IOException {
    stage.beacon(BEACON, Duration.ofMinutes(2));
    Recording heard = new Recording();
    for (int round = 0; round < 8; round++) {
      beacon(heard, Instant.now().minusSeconds(120L * (8 - round)), Stage.PEERS);
    }
    put(heard);
    try (LiveWatch watch = stage.watch()) {
      stage.await("the begin", () -> watch.hasBegun() && line(watch).told() >= 440);
      clock.jump(Duration.ofMinutes(4));
      Stage.pause();
      assertThat(line(watch).health()).as("nobody hears it: it is dead").isEqualTo(Health.GOOD);

      put(beacon(new Recording(), clock.instant(), Stage.PEERS - 1));
      stage.await("the silence", () -> line(watch).health() == Health.PARTIAL);
      assertThat(line(watch).words())
          .isEqualTo("1 of 4 routers silent: a beacon that others heard did not come");
      put(beacon(new Recording(), clock.instant(), Stage.PEERS));
      stage.await("it is back", () -> line(watch).health() == Health.GOOD);
      stage.awaitSaid("rrc06 AS3004 192.65.185.4 counts again");
    }
  }

  private static Recording beacon(Recording into, Instant at, int peers) {
    for (int number = 1; number <= peers; number++) {
      Peer by = new Peer(number);
      into.announces(at, by, BEACON, by.asn(), Stage.TRANSIT, 12_654);
    }
    return into;
  }
}
