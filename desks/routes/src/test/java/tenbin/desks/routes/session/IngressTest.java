package tenbin.desks.routes.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Leak;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/** Routes with a mark and without one, from neighbours of each role (RFC 9234 section 5). */
class IngressTest {
  private static final Asn THEIRS = new Asn(64_496);
  private static final List<Reach> ROUTES = List.of(Reach.of(Prefix.parse("192.0.2.0/24")));

  /** What becomes of a route of one that is something to us. */
  private static Attributes from(Role theirs, Attributes told) {
    Neighbour neighbour =
        new Neighbour("member:aozora", Address.parse("192.0.2.1"), THEIRS, Limits.USUAL)
            .withStance(new Stance(theirs.other(), Stance.Silence.TAKEN));
    return Ingress.of(new Update(List.of(), told, ROUTES), neighbour).attributes();
  }

  private static boolean leaks(Role theirs, long mark) {
    Attributes judged = from(theirs, Attributes.NONE.markedBy(mark));
    assertThat(judged.onlyToCustomer()).as("a mark stays as it is").hasValue(mark);
    return judged.leak() == Leak.BY_ROLE;
  }

  private static OptionalLong added(Role theirs) {
    Attributes judged = from(theirs, Attributes.NONE);
    assertThat(judged.leak()).isEqualTo(Leak.UNSAID);
    return judged.onlyToCustomer();
  }

  @Test
  void a_mark_that_a_customer_or_a_client_sends_is_a_leak_whosever_it_is() {
    for (long mark : new long[] {64_496, 3_333}) {
      assertThat(leaks(Role.CUSTOMER, mark)).isTrue();
      assertThat(leaks(Role.RS_CLIENT, mark)).isTrue();
    }
  }

  @Test
  void a_mark_of_somebody_else_that_a_peer_sends_is_a_leak() {
    assertThat(leaks(Role.PEER, 64_496)).isFalse();
    assertThat(leaks(Role.PEER, 3_333)).isTrue();
  }

  @Test
  void providers_and_route_servers_may_send_every_mark() {
    for (long mark : new long[] {64_496, 3_333}) {
      assertThat(leaks(Role.PROVIDER, mark)).isFalse();
      assertThat(leaks(Role.RS, mark)).isFalse();
    }
  }

  @Test
  void what_comes_down_or_across_without_a_mark_gets_one() {
    assertThat(added(Role.PROVIDER)).hasValue(64_496);
    assertThat(added(Role.PEER)).hasValue(64_496);
    assertThat(added(Role.RS)).hasValue(64_496);
    assertThat(added(Role.CUSTOMER)).isEmpty();
    assertThat(added(Role.RS_CLIENT)).isEmpty();
  }

  @Test
  void without_roles_and_without_routes_nothing_is_changed() {
    Neighbour plain =
        new Neighbour("member:aozora", Address.parse("192.0.2.1"), THEIRS, Limits.USUAL);
    Update marked = new Update(List.of(), Attributes.NONE.markedBy(3_333), ROUTES);
    assertThat(Ingress.of(marked, plain)).isSameAs(marked);
    Update end = new Update(List.of(), Attributes.NONE, List.of());
    assertThat(Ingress.of(end, plain.withStance(Stance.parse("customer")))).isSameAs(end);
    assertThat(Ingress.leaks(marked)).isZero();
  }
}
