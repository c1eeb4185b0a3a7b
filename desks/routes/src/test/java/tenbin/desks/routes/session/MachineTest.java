package tenbin.desks.routes.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Capability;
import tenbin.wire.bgp.Fault;
import tenbin.wire.bgp.KeepAlive;
import tenbin.wire.bgp.Message;
import tenbin.wire.bgp.MessageReader;
import tenbin.wire.bgp.Notification;
import tenbin.wire.bgp.Open;
import tenbin.wire.bgp.Refused;
import tenbin.wire.bgp.RouteRefresh;
import tenbin.wire.bgp.SessionForm;
import tenbin.wire.bgp.Side;
import tenbin.wire.bgp.Treated;
import tenbin.wire.bgp.Treatment;
import tenbin.wire.bgp.Update;

/** The state machine by itself: events in, actions out, and no clock but ours. */
class MachineTest {
  private static final Asn THEIRS = new Asn(64_496);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Treated ROUTES =
      new Treated(
          new Update(
              List.of(),
              Attributes.NONE,
              List.of(tenbin.wire.bgp.Reach.of(tenbin.nouns.net.Prefix.parse("192.0.2.0/24")))),
          List.of());
  private static final Treated END =
      new Treated(new Update(List.of(), Attributes.NONE, List.of()), List.of());

  private Instant now = START;
  private int line;
  private int last;
  private final Machine machine =
      new Machine(
          new Local(new Asn(64_500), Address.parse("10.0.0.1"), 90),
          new Neighbour("member:aozora", Address.parse("192.0.2.1"), THEIRS, Limits.USUAL),
          START);

  private static Open open(Asn asn, int hold, Capability... capabilities) {
    List<Capability> all = new ArrayList<>(List.of(capabilities));
    all.add(new Capability.FourOctetAs(asn.number()));
    return new Open(asn, hold, Address.parse("192.0.2.1"), all);
  }

  private static final Capability RESTART =
      new Capability.GracefulRestart(
          false, false, 120, List.of(new Capability.Kept(AfiSafi.IPV4_UNICAST, true)));

  private List<String> on(Event event) {
    return machine.on(event, now).stream().map(MachineTest::word).toList();
  }

  private List<String> says(Message message) {
    return on(new Event.Said(line, message));
  }

  /** "send NOTIFICATION ...", "close", "tell": what an action is, in a word. */
  private static String word(Action action) {
    return switch (action) {
      case Action.Send send -> "send " + sent(send.message());
      case Action.Close close -> "close";
      case Action.Settle settle -> "settle";
      case Action.Sweep sweep -> "sweep " + sweep.family();
      case Action.Disable disable -> "disable " + disable.family();
      default -> action.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String sent(byte[] bytes) {
    try {
      SessionForm form = new SessionForm(tenbin.wire.bgp.AsWidth.FOUR, Set.of(), Side.EXTERNAL);
      Message told = new MessageReader(form).read(bytes, bytes.length);
      return switch (told) {
        case Notification why -> why.toString();
        case Treated end -> "end of " + end.endOfRib().orElseThrow();
        default -> told.getClass().getSimpleName();
      };
    } catch (Refused impossible) {
      throw new AssertionError(impossible);
    }
  }

  private List<String> dial() {
    line = ++last;
    return on(new Event.Connected(line));
  }

  private void establish(Capability... capabilities) {
    dial();
    says(open(THEIRS, 90, capabilities));
    says(KeepAlive.KEEPALIVE);
    assertThat(machine.state()).isEqualTo(State.ESTABLISHED);
  }

  @Test
  void a_session_is_opened_by_the_neighbour_and_we_tell_that_we_tell_nothing() {
    assertThat(dial()).containsExactly("send Open");
    assertThat(machine.state()).isEqualTo(State.OPEN_SENT);
    assertThat(says(open(THEIRS, 30))).containsExactly("settle", "send KeepAlive");
    assertThat(machine.state()).isEqualTo(State.OPEN_CONFIRM);
    assertThat(says(KeepAlive.KEEPALIVE)).containsExactly("send end of ipv4 unicast");
    assertThat(machine.negotiated().orElseThrow().holdSeconds()).as("the shorter").isEqualTo(30);
    assertThat(says(ROUTES)).containsExactly("tell");
    assertThat(says(END)).containsExactly("complete");
    assertThat(says(new RouteRefresh(AfiSafi.IPV4_UNICAST, 0))).as("we have nothing").isEmpty();
  }

  @Test
  void keepalives_go_out_and_silence_ends_the_session() {
    establish();
    now = now.plusSeconds(30);
    assertThat(on(new Event.Tick())).containsExactly("send KeepAlive");
    now = now.plusSeconds(59);
    on(new Event.Tick());
    says(KeepAlive.KEEPALIVE);
    now = now.plusSeconds(89);
    on(new Event.Busy(line));
    now = now.plusSeconds(89);
    assertThat(on(new Event.Tick())).as("it was we who were slow").doesNotContain("close");
    now = now.plusSeconds(1);
    assertThat(on(new Event.Tick())).containsExactly("send hold timer expired", "close", "lost");
    assertThat(machine.account().lastError()).contains("nothing heard");
    assertThat(machine.state()).isEqualTo(State.IDLE);
  }

  @Test
  void who_is_another_or_speaks_out_of_turn_is_told_so() {
    dial();
    assertThat(says(open(new Asn(64_666), 90)))
        .containsExactly("send OPEN message error: bad peer AS", "close");
    assertThat(dial()).as("it waits").containsExactly("close");
    now = now.plusSeconds(5);
    on(new Event.Tick());
    dial();
    assertThat(says(ROUTES))
        .containsExactly(
            "send finite state machine error: unexpected message in OpenSent", "close");
    now = now.plusSeconds(9);
    on(new Event.Tick());
    assertThat(machine.state()).as("twice as long").isEqualTo(State.IDLE);
    now = now.plusSeconds(1);
    on(new Event.Tick());
    dial();
    now = now.plusSeconds(60);
    assertThat(on(new Event.Tick())).as("no OPEN").contains("close");
  }

  private static Machine machine(String stance) {
    return new Machine(
        new Local(new Asn(64_500), Address.parse("10.0.0.1"), 90),
        new Neighbour("member:aozora", Address.parse("192.0.2.1"), THEIRS, Limits.USUAL)
            .withStance(Stance.parse(stance)),
        START);
  }

  private static List<String> opened(String stance, Capability... said) {
    Machine other = machine(stance);
    other.on(new Event.Connected(1), START);
    Event open = new Event.Said(1, open(THEIRS, 90, said));
    return other.on(open, START).stream().map(MachineTest::word).toList();
  }

  @Test
  void a_role_is_said_and_a_wrong_one_refused() throws Refused {
    Action first = machine("rs-client").on(new Event.Connected(1), START).getFirst();
    byte[] sent = ((Action.Send) first).message();
    SessionForm form = new SessionForm(tenbin.wire.bgp.AsWidth.FOUR, Set.of(), Side.EXTERNAL);
    Open told = (Open) new MessageReader(form).read(sent, sent.length);
    assertThat(told.first(Capability.Role.class)).hasValue(new Capability.Role(2));
    assertThat(opened("rs-client", new Capability.Role(1))).contains("settle");
    assertThat(opened("rs-client", new Capability.Role(0)))
        .containsExactly("send OPEN message error: role mismatch", "close");
    assertThat(opened("rs-client")).contains("settle");
    assertThat(opened("rs-client,strict"))
        .containsExactly("send OPEN message error: role mismatch", "close");
  }

  @Test
  void words_of_an_old_connection_are_none() {
    establish();
    assertThat(on(new Event.Gone(line - 1, "late"))).isEmpty();
    assertThat(on(new Event.Said(line - 1, ROUTES))).isEmpty();
    int first = line;
    assertThat(dial())
        .as("a second one beside an established one")
        .containsExactly("send Cease: connection collision resolution", "close");
    line = first;
    assertThat(says(ROUTES)).as("the first one lives").containsExactly("tell");
  }

  @Test
  void routes_of_one_that_restarts_stay_until_it_told_all_again() {
    establish(RESTART);
    says(ROUTES);
    assertThat(on(new Event.Gone(line, "connection lost")))
        .containsExactly("close", "stale", "sweep ipv6 unicast");
    now = now.plusSeconds(119);
    assertThat(on(new Event.Tick())).isEmpty();
    establish(RESTART);
    assertThat(says(ROUTES)).containsExactly("tell");
    assertThat(says(END)).containsExactly("sweep ipv4 unicast", "complete");
    on(new Event.Gone(line, "connection lost"));
    now = now.plusSeconds(120);
    assertThat(on(new Event.Tick())).as("it did not come back").containsExactly("lost");
  }

  @Test
  void one_that_forgot_its_routes_while_it_restarted_has_none() {
    establish(RESTART);
    on(new Event.Gone(line, "connection lost"));
    dial();
    says(open(THEIRS, 90, new Capability.GracefulRestart(true, false, 120, List.of())));
    assertThat(says(KeepAlive.KEEPALIVE)).contains("sweep ipv4 unicast");
  }

  @Test
  void a_new_connection_of_one_that_restarts_replaces_the_old() {
    establish(RESTART);
    assertThat(dial()).containsExactly("close", "stale", "sweep ipv6 unicast", "send Open");
  }

  @Test
  void a_notification_ends_all_but_where_both_said_that_routes_stay() {
    establish(RESTART);
    assertThat(says(Notification.of(6, 4))).containsExactly("close", "lost");
    establish(
        new Capability.GracefulRestart(
            false, true, 120, List.of(new Capability.Kept(AfiSafi.IPV4_UNICAST, true))));
    assertThat(says(Notification.of(6, 4))).contains("stale");
    establish(
        new Capability.GracefulRestart(
            false, true, 120, List.of(new Capability.Kept(AfiSafi.IPV4_UNICAST, true))));
    assertThat(says(Notification.of(6, 9))).as("hard reset, RFC 8538").contains("lost");
    assertThat(machine.account().lastError()).isEqualTo("it said Cease: hard reset");
  }

  @Test
  void faults_cost_what_they_cost() {
    establish(
        new Capability.Multiprotocol(AfiSafi.IPV4_UNICAST),
        new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST));
    Fault family =
        new Fault(1, 14, Treatment.AFI_SAFI_DISABLE, 9, "", Optional.of(AfiSafi.IPV6_UNICAST));
    Treated disabling = new Treated(ROUTES.update(), List.of(family));
    assertThat(says(disabling)).containsExactly("disable ipv6 unicast", "tell");
    assertThat(says(disabling)).as("once").containsExactly("tell");
    Fault reset = new Fault(1, 14, Treatment.SESSION_RESET, 1, "twice", Optional.empty());
    assertThat(says(new Treated(END.update(), List.of(reset))))
        .containsExactly("send UPDATE message error: malformed attribute list", "close", "lost");
    assertThat(machine.account().faults()).isEqualTo(3);
  }

  @Test
  void routes_of_a_family_that_was_not_agreed_on_are_none() {
    establish(new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST));
    List<Action> actions = machine.on(new Event.Said(line, ROUTES), now);
    assertThat(actions)
        .singleElement()
        .isInstanceOfSatisfying(
            Action.Tell.class, tell -> assertThat(tell.update().announced()).isEmpty());
  }

  @Test
  void too_much_is_too_much() {
    establish();
    assertThat(on(new Event.Overfull(line, 3_000_000)))
        .containsExactly("send Cease: maximum number of prefixes reached", "close", "lost");
    now = now.plusSeconds(5);
    on(new Event.Tick());
    establish();
    List<String> last = List.of();
    for (int i = 0; i < 300 && machine.state() == State.ESTABLISHED; i++) {
      last = says(KeepAlive.KEEPALIVE);
    }
    assertThat(last).contains("send Cease: out of resources");
    now = now.plusSeconds(10);
    on(new Event.Tick());
    establish();
    assertThat(on(new Event.Stuck(line, Notification.of(6, 8), "half sent")))
        .contains("close", "lost");
  }

  @Test
  void who_tells_its_table_again_and_again_is_told_to_stop_though_it_dials_anew() {
    Limits few =
        new Limits(
            100,
            1,
            1_000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Duration.ofSeconds(60),
            Duration.ofMinutes(6),
            Duration.ofSeconds(60));
    Machine flapping =
        new Machine(
            new Local(new Asn(64_500), Address.parse("10.0.0.1"), 90),
            new Neighbour("member:aozora", Address.parse("192.0.2.1"), THEIRS, few),
            START);
    for (int session = 1; session <= 4; session++) {
      flapping.on(new Event.Connected(session), now);
      flapping.on(new Event.Said(session, open(THEIRS, 90)), now);
      flapping.on(new Event.Said(session, KeepAlive.KEEPALIVE), now);
      for (int i = 0; i < 10; i++) {
        flapping.on(new Event.Said(session, ROUTES), now);
      }
      assertThat(flapping.state()).isEqualTo(session < 4 ? State.ESTABLISHED : State.IDLE);
      flapping.on(new Event.Gone(session, "it hung up"), now);
      now = now.plusSeconds(20);
    }
    assertThat(flapping.account().lastError()).isEqualTo("updates: 31 in ten minutes");
  }

  @Test
  void waiting_doubles_up_to_ten_minutes_and_starts_anew_after_a_good_while() {
    Backoff backoff = new Backoff();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      backoff.fault(Duration.ZERO, now);
      long seconds = 0;
      while (!backoff.isOver(now)) {
        now = now.plusSeconds(1);
        seconds++;
      }
      waits.add(seconds);
    }
    assertThat(waits)
        .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L, 600L, 600L);
    backoff.fault(Duration.ofMinutes(10), now);
    assertThat(backoff.isOver(now.plusSeconds(5))).isTrue();
  }

  @Test
  void whatever_happens_in_whatever_order_routes_are_told_in_a_session_only() {
    long seed = 20_261_129;
    SplittableRandom random = new SplittableRandom(seed);
    int told = 0;
    for (int round = 0; round < 200_000; round++) {
      now = now.plusMillis(random.nextInt(random.nextInt(200) == 0 ? 700_000 : 500));
      Event event = event(random);
      State before = machine.state();
      List<String> words = on(event);
      boolean tells = words.contains("tell") || words.contains("complete");
      if (tells && before != State.ESTABLISHED && !(event instanceof Event.Tick)) {
        fail("seed %s, round %s: %s in %s: %s", seed, round, event, before, words);
      }
      if (before == State.ESTABLISHED && machine.state() != State.ESTABLISHED) {
        assertThat(words).containsAnyOf("lost", "stale");
      }
      told += tells ? 1 : 0;
      line = words.contains("send Open") ? last : line;
    }
    assertThat(told).isGreaterThan(10_000);
  }

  private Event event(SplittableRandom random) {
    return random.nextInt(10) < 6 ? orderly() : any(random);
  }

  /** What brings a session on. */
  private Event orderly() {
    return switch (machine.state()) {
      case IDLE -> {
        now = now.plusSeconds(600);
        yield new Event.Tick();
      }
      case ACTIVE -> new Event.Connected(++last);
      case OPEN_SENT -> new Event.Said(line, open(THEIRS, 90, RESTART));
      case OPEN_CONFIRM -> new Event.Said(line, KeepAlive.KEEPALIVE);
      case ESTABLISHED -> new Event.Said(line, ROUTES);
    };
  }

  private Event any(SplittableRandom random) {
    int at = random.nextInt(20) == 0 ? line - 1 : line;
    return switch (random.nextInt(14)) {
      case 0 -> new Event.Connected(++last);
      case 1, 2 ->
          new Event.Said(at, random.nextBoolean() ? open(THEIRS, 90, RESTART) : open(THEIRS, 0));
      case 3, 4, 5 -> new Event.Said(at, KeepAlive.KEEPALIVE);
      case 6, 7 -> new Event.Said(at, ROUTES);
      case 8 -> new Event.Said(at, END);
      case 9 ->
          random.nextInt(5) == 0
              ? new Event.Said(at, Notification.of(6, 2))
              : new Event.Gone(at, "gone");
      case 10 ->
          random.nextInt(5) == 0
              ? new Event.Garbled(at, new Refused(Notification.of(1, 1), "marker"))
              : new Event.Busy(at);
      default -> new Event.Tick();
    };
  }
}
