package tenbin.desks.routes.rtr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.registry.Rov;
import tenbin.desks.routes.registry.Vrp;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.rpki.RtrError;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrPdu;
import tenbin.wire.rpki.RtrPdu.Action;
import tenbin.wire.rpki.RtrRefused;

class RtrSessionTest {
  private static final RtrPdu.Intervals INTERVALS = new RtrPdu.Intervals(100, 10, 1_000);

  private final RtrSession session = new RtrSession(2, new RtrLimits(1_000, 10), () -> 0);
  private int version = 2;
  private Instant now = Instant.parse("2026-01-31T00:00:00Z");

  @Test
  void the_first_question_is_for_all_and_nothing_counts_before_its_end() {
    assertThat(sent(session.connected(now))).containsExactly(new RtrPdu.ResetQuery());
    assertThat(told(new RtrPdu.CacheResponse(7), announce("192.0.2.0/24", 1))).isEmpty();
    assertThat(session.last()).isEmpty();
    RtrAction.Publish first = published(told(end(7, 1)));
    assertThat(first.version().vrps().state(Prefix.parse("192.0.2.0/24"), 1)).isEqualTo(Rov.VALID);
    assertThat(first.version().serial()).isOne();
    assertThat(first.changes()).isEqualTo(RpkiChanges.NONE);
  }

  @Test
  void a_notice_asks_for_changes_and_the_answer_tells_what_came_and_went() {
    load();
    assertThat(sent(told(new RtrPdu.SerialNotify(7, 2))))
        .containsExactly(new RtrPdu.SerialQuery(7, 1));
    told(new RtrPdu.CacheResponse(7), announce("198.51.100.0/24", 2));
    told(withdraw("192.0.2.0/24", 1), aspa(64_500, 1, 2));
    RtrAction.Publish changed = published(told(end(7, 2)));
    assertThat(changed.changes().added()).containsExactly(vrp("198.51.100.0/24", 2));
    assertThat(changed.changes().removed()).containsExactly(vrp("192.0.2.0/24", 1));
    assertThat(changed.changes().aspas()).hasSize(1);
    assertThat(changed.version().vrps().size()).isEqualTo(2);
    assertThat(changed.version().aspas().size()).isOne();
  }

  @Test
  void a_notice_of_what_is_known_asks_nothing() {
    load();
    assertThat(told(new RtrPdu.SerialNotify(7, 1))).isEmpty();
  }

  @Test
  void after_the_refresh_interval_changes_are_asked_for_without_a_notice() {
    load();
    assertThat(session.wake()).isEqualTo(now.plusSeconds(100));
    now = now.plusSeconds(100);
    assertThat(sent(session.tick(now))).containsExactly(new RtrPdu.SerialQuery(7, 1));
  }

  @Test
  void a_cache_that_forgot_is_asked_for_all_and_the_difference_is_told() {
    load();
    told(new RtrPdu.SerialNotify(7, 9));
    assertThat(sent(told(new RtrPdu.CacheReset()))).containsExactly(new RtrPdu.ResetQuery());
    told(new RtrPdu.CacheResponse(7), announce("192.0.2.0/24", 1), announce("192.0.2.0/25", 5));
    RtrAction.Publish changed = published(told(end(7, 9)));
    assertThat(changed.changes().added()).containsExactly(vrp("192.0.2.0/25", 5));
    assertThat(changed.changes().removed()).containsExactly(vrp("2001:db8::/32", 3));
  }

  @Test
  void a_notice_of_another_session_asks_for_all_and_the_old_data_counts_till_then() {
    load();
    assertThat(sent(told(new RtrPdu.SerialNotify(8, 1)))).containsExactly(new RtrPdu.ResetQuery());
    assertThat(session.last().orElseThrow().vrps().size()).isEqualTo(2);
    told(new RtrPdu.CacheResponse(8), announce("192.0.2.0/24", 1));
    assertThat(published(told(end(8, 1))).version().session()).isEqualTo(8);
  }

  @Test
  void changes_of_another_session_end_the_connection_and_the_next_asks_for_all() {
    load();
    told(new RtrPdu.SerialNotify(7, 2));
    assertThat(errors(told(new RtrPdu.CacheResponse(8)))).containsExactly(RtrError.CORRUPT_DATA);
    session.lost(now);
    assertThat(sent(session.connected(now))).containsExactly(new RtrPdu.ResetQuery());
  }

  @Test
  void a_lost_connection_keeps_the_data_and_goes_on_with_changes() {
    load();
    told(new RtrPdu.SerialNotify(7, 2));
    told(new RtrPdu.CacheResponse(7), announce("198.51.100.0/24", 2));
    session.lost(now);
    assertThat(session.last().orElseThrow().vrps().size()).isEqualTo(2);
    assertThat(session.reconnect()).isEqualTo(now.plusSeconds(1));
    assertThat(sent(session.connected(now))).containsExactly(new RtrPdu.SerialQuery(7, 1));
  }

  @Test
  void connections_that_fail_are_tried_ever_more_rarely_up_to_the_retry_interval() {
    load();
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      session.unreached(now);
      pauses.add(Duration.between(now, session.reconnect()).toSeconds());
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
  }

  @Test
  void data_expires_once_and_a_new_answer_counts_again() {
    load();
    session.lost(now);
    now = now.plusSeconds(1_000);
    assertThat(session.tick(now)).containsExactly(new RtrAction.Expire(now));
    assertThat(session.tick(now)).isEmpty();
    assertThat(session.isExpired()).isTrue();
    session.connected(now);
    told(new RtrPdu.CacheResponse(7));
    told(end(7, 1));
    assertThat(session.isExpired()).isFalse();
  }

  @Test
  void a_cache_that_says_nothing_is_given_up() {
    session.connected(now);
    now = now.plus(RtrTiming.MOST_SILENCE);
    assertThat(session.tick(now)).singleElement().isInstanceOf(RtrAction.Close.class);
    load();
    told(new RtrPdu.SerialNotify(7, 2));
    told(new RtrPdu.CacheResponse(7));
    now = now.plus(RtrTiming.MOST_SILENCE);
    assertThat(session.tick(now)).singleElement().isInstanceOf(RtrAction.Close.class);
  }

  @Test
  void an_answer_that_drips_is_given_up_however_often_something_comes() {
    load();
    told(new RtrPdu.SerialNotify(7, 2));
    told(new RtrPdu.CacheResponse(7));
    Instant end = now.plus(RtrTiming.MOST_ANSWER);
    for (int i = 0; now.isBefore(end); i++) {
      assertThat(session.tick(now)).isEmpty();
      assertThat(session.wake()).isBeforeOrEqualTo(end);
      told(announce("198.51." + i + ".0/24", 2));
      now = now.plusSeconds(50);
    }
    assertThat(session.tick(now))
        .filteredOn(RtrAction.Close.class::isInstance)
        .extracting(Object::toString)
        .singleElement()
        .satisfies(why -> assertThat(why).contains("no end of data"));
    assertThat(session.last().orElseThrow().vrps().size()).as("what was whole counts").isEqualTo(2);
  }

  @Test
  void an_older_cache_that_refuses_the_version_is_asked_in_its_own_at_once() {
    session.connected(now);
    version = 1;
    List<RtrAction> actions = told(new RtrPdu.ErrorReport(4, "", "1 at most"));
    assertThat(actions).singleElement().isInstanceOf(RtrAction.Close.class);
    session.lost(now);
    assertThat(session.version()).isOne();
    assertThat(session.reconnect()).isEqualTo(now);
  }

  @Test
  void an_older_cache_that_answers_in_its_own_version_is_understood_and_has_no_intervals() {
    session.connected(now);
    version = 0;
    told(new RtrPdu.CacheResponse(7), announce("192.0.2.0/24", 1));
    published(told(new RtrPdu.EndOfData(7, 1, Optional.empty())));
    assertThat(session.version()).isZero();
    assertThat(session.wake()).isEqualTo(now.plusSeconds(3_600));
  }

  @Test
  void an_older_cache_that_hangs_up_is_asked_in_an_older_version_and_then_in_the_newest_again() {
    List<Integer> tried = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      session.connected(now);
      tried.add(session.version());
      session.lost(now);
    }
    assertThat(tried).containsExactly(2, 1, 0, 2);
  }

  @Test
  void a_cache_that_cannot_be_reached_is_asked_in_the_newest_version() {
    session.unreached(now);
    session.unreached(now);
    assertThat(session.version()).isEqualTo(2);
  }

  @Test
  void another_version_in_the_middle_ends_the_connection() {
    load();
    version = 1;
    assertThat(errors(told(new RtrPdu.SerialNotify(7, 2))))
        .containsExactly(RtrError.UNEXPECTED_VERSION);
  }

  @Test
  void a_cache_without_data_is_asked_again_later_on_the_same_connection() {
    session.connected(now);
    assertThat(told(new RtrPdu.ErrorReport(2, "", "still validating"))).isEmpty();
    now = now.plusSeconds(600);
    assertThat(sent(session.tick(now))).containsExactly(new RtrPdu.ResetQuery());
  }

  @Test
  void what_does_not_belong_is_answered_with_its_error_and_ends_the_connection() {
    load();
    told(new RtrPdu.SerialNotify(7, 2));
    assertThat(errors(told(announce("192.0.2.0/24", 1)))).containsExactly(RtrError.INVALID_REQUEST);
    told(new RtrPdu.CacheResponse(7));
    assertThat(errors(told(announce("192.0.2.0/24", 1))))
        .containsExactly(RtrError.DUPLICATE_ANNOUNCEMENT);
    assertThat(errors(told(withdraw("203.0.113.0/24", 1))))
        .containsExactly(RtrError.WITHDRAWAL_OF_UNKNOWN);
    assertThat(errors(told(new RtrPdu.AspaPayload(Action.WITHDRAW, new Asn(5), List.of()))))
        .containsExactly(RtrError.WITHDRAWAL_OF_UNKNOWN);
    assertThat(errors(told(new RtrPdu.ResetQuery()))).containsExactly(RtrError.INVALID_REQUEST);
  }

  @Test
  void the_same_vrp_twice_in_an_answer_for_all_refuses_the_answer() {
    session.connected(now);
    told(new RtrPdu.CacheResponse(7), announce("192.0.2.0/24", 1), announce("192.0.2.0/24", 1));
    assertThat(errors(told(end(7, 1)))).containsExactly(RtrError.DUPLICATE_ANNOUNCEMENT);
    assertThat(session.last()).isEmpty();
  }

  @Test
  void a_cache_with_more_than_can_be_is_refused_and_the_last_version_stays() {
    load();
    told(new RtrPdu.SerialNotify(8, 1));
    told(new RtrPdu.CacheResponse(8));
    List<RtrAction> actions = List.of();
    for (int i = 0; i <= 1_000; i++) {
      Prefix prefix = Prefix.around(Address.ofV4(i << 8), 24);
      actions = told(new RtrPdu.PrefixPayload(Action.ANNOUNCE, prefix, 24, new Asn(1)));
    }
    assertThat(errors(actions)).containsExactly(RtrError.INTERNAL_ERROR);
    session.lost(now);
    assertThat(session.last().orElseThrow().vrps().size()).isEqualTo(2);
  }

  @Test
  void after_a_refused_answer_the_next_question_is_for_all() {
    load();
    told(new RtrPdu.SerialNotify(7, 2));
    told(new RtrPdu.CacheResponse(7));
    told(withdraw("203.0.113.0/24", 1));
    session.lost(now);
    assertThat(sent(session.connected(now))).containsExactly(new RtrPdu.ResetQuery());
  }

  @Test
  void an_aspa_that_each_family_withdraws_by_itself_goes() {
    session.connected(now);
    told(new RtrPdu.CacheResponse(7), aspa(5, 6), end(7, 1), new RtrPdu.SerialNotify(7, 2));
    RtrPdu gone = new RtrPdu.AspaPayload(Action.WITHDRAW, new Asn(5), List.of());
    told(new RtrPdu.CacheResponse(7), gone, gone);
    assertThat(published(told(end(7, 2))).changes().withoutAspa()).containsExactly(new Asn(5));
  }

  @Test
  void an_error_is_never_answered_with_an_error() {
    load();
    assertThat(sent(told(new RtrPdu.ErrorReport(0, "", "you")))).isEmpty();
    assertThat(sent(told(new RtrPdu.ErrorReport(99, "", "what")))).isEmpty();
  }

  @Test
  void a_pdu_that_is_none_is_answered_and_ends_the_connection() {
    load();
    RtrRefused refused = new RtrRefused(RtrError.UNSUPPORTED_PDU_TYPE, new byte[8], "type 77");
    assertThat(errors(session.refused(refused))).containsExactly(RtrError.UNSUPPORTED_PDU_TYPE);
  }

  @Test
  void a_day_of_changes_holds_what_the_cache_holds() {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    Set<Vrp> truth = new HashSet<>(List.of(vrp("192.0.2.0/24", 1), vrp("2001:db8::/32", 3)));
    load();
    for (int serial = 2; serial < 200; serial++) {
      told(new RtrPdu.SerialNotify(7, serial));
      told(new RtrPdu.CacheResponse(7));
      for (int i = random.nextInt(6); i > 0; i--) {
        Prefix prefix = Prefix.around(Address.ofV4(random.nextInt(20) << 8), 24);
        Vrp vrp = Vrp.of(prefix, 24, new Asn(random.nextInt(2)));
        Action action = truth.add(vrp) ? Action.ANNOUNCE : Action.WITHDRAW;
        if (action == Action.WITHDRAW) {
          truth.remove(vrp);
        }
        List<RtrAction> actions = told(new RtrPdu.PrefixPayload(action, prefix, 24, vrp.asn()));
        assertThat(actions).as("seed %d", seed).isEmpty();
      }
      RpkiVersion version = published(told(end(7, serial))).version();
      Set<Vrp> held = new HashSet<>();
      version.vrps().forEach(held::add);
      assertThat(held).as("seed %d serial %d", seed, serial).isEqualTo(truth);
    }
  }

  /** Whatever comes, it throws nothing, and every error report is followed by the end. */
  @Test
  void any_order_of_pdus_is_answered_or_ends_the_connection() {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    List<RtrPdu> pdus =
        List.of(
            new RtrPdu.CacheResponse(7),
            new RtrPdu.CacheResponse(8),
            end(7, 3),
            end(8, 4),
            announce("192.0.2.0/24", 1),
            withdraw("192.0.2.0/24", 1),
            aspa(5, 6),
            new RtrPdu.CacheReset(),
            new RtrPdu.SerialNotify(7, 5),
            new RtrPdu.ErrorReport(2, "", ""),
            new RtrPdu.ErrorReport(4, "", ""),
            new RtrPdu.RouterKey(Action.ANNOUNCE),
            new RtrPdu.SerialQuery(1, 1));
    session.connected(now);
    for (int i = 0; i < 100_000; i++) {
      now = now.plusSeconds(random.nextInt(30));
      RtrPdu pdu = pdus.get(random.nextInt(pdus.size()));
      int spoken = random.nextInt(20) == 0 ? random.nextInt(3) : session.version();
      List<RtrAction> actions = new ArrayList<>(session.received(new RtrMessage(spoken, pdu), now));
      boolean error = !errors(actions).isEmpty();
      actions.addAll(session.tick(now));
      boolean ends = actions.stream().anyMatch(RtrAction.Close.class::isInstance);
      assertThat(ends || !error).as("seed %d step %d: %s", seed, i, actions).isTrue();
      if (ends) {
        session.lost(now);
        session.connected(now);
      }
    }
  }

  private void load() {
    session.connected(now);
    told(new RtrPdu.CacheResponse(7), announce("192.0.2.0/24", 1), announce("2001:db8::/32", 3));
    published(told(end(7, 1)));
  }

  private List<RtrAction> told(RtrPdu... pdus) {
    List<RtrAction> actions = new ArrayList<>();
    for (RtrPdu each : pdus) {
      actions.addAll(session.received(new RtrMessage(version, each), now));
    }
    return actions;
  }

  private static RtrAction.Publish published(List<RtrAction> actions) {
    assertThat(actions).singleElement().isInstanceOf(RtrAction.Publish.class);
    return (RtrAction.Publish) actions.getFirst();
  }

  private static List<RtrPdu> sent(List<RtrAction> actions) {
    return actions.stream()
        .filter(RtrAction.Send.class::isInstance)
        .map(each -> ((RtrAction.Send) each).message().pdu())
        .toList();
  }

  private static List<RtrError> errors(List<RtrAction> actions) {
    return sent(actions).stream()
        .filter(RtrPdu.ErrorReport.class::isInstance)
        .map(each -> RtrError.of(((RtrPdu.ErrorReport) each).code()).orElseThrow())
        .toList();
  }

  private static RtrPdu announce(String prefix, long asn) {
    return payload(Action.ANNOUNCE, prefix, asn);
  }

  private static RtrPdu withdraw(String prefix, long asn) {
    return payload(Action.WITHDRAW, prefix, asn);
  }

  private static RtrPdu payload(Action action, String prefix, long asn) {
    Prefix read = Prefix.parse(prefix);
    return new RtrPdu.PrefixPayload(action, read, read.length(), new Asn(asn));
  }

  private static RtrPdu aspa(long customer, long... providers) {
    List<Asn> all = LongStream.of(providers).mapToObj(Asn::new).toList();
    return new RtrPdu.AspaPayload(Action.ANNOUNCE, new Asn(customer), all);
  }

  private static RtrPdu end(int session, long serial) {
    return new RtrPdu.EndOfData(session, serial, Optional.of(INTERVALS));
  }

  private static Vrp vrp(String prefix, long asn) {
    Prefix read = Prefix.parse(prefix);
    return Vrp.of(read, read.length(), new Asn(asn));
  }
}
