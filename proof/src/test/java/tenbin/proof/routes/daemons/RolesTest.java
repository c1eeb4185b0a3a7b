package tenbin.proof.routes.daemons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.session.Limits;
import tenbin.desks.routes.session.Local;
import tenbin.desks.routes.session.Neighbour;
import tenbin.desks.routes.session.NeighbourStatus;
import tenbin.desks.routes.session.Speaker;
import tenbin.desks.routes.session.Stance;
import tenbin.desks.routes.session.State;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Capability;

/** BIRD and we say what we are to each other (RFC 9234). */
@ExtendWith(OneAtOnce.class)
class RolesTest {
  private static final Duration START = Duration.ofSeconds(40);
  private static final Prefix ROUTE = Prefix.parse("198.51.2.0/24");

  private final Bird bird = new Bird();
  private final Heard heard = new Heard();
  @TempDir private Path folder;

  private Speaker speaker(String stance) throws IOException {
    Neighbour neighbour =
        new Neighbour(bird.name(), Address.parse(bird.address()), new Asn(bird.asn()), Limits.USUAL)
            .withStance(Stance.parse(stance));
    Local local = new Local(new Asn(64_500), Address.parse("10.0.0.1"), 30);
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    return new Speaker(at, local, List.of(neighbour), heard, Clock.systemUTC());
  }

  private interface Story {
    void of(Speaker speaker);
  }

  private void with(String stance, Story story) throws IOException {
    bird.assumeHere();
    try (Speaker speaker = speaker(stance);
        bird) {
      bird.start(folder, new Router.Ports(speaker.port(), 0), PeeringTest.table(bird));
      story.of(speaker);
    } catch (AssertionError failed) {
      System.err.println(bird.diagnosis());
      throw failed;
    }
  }

  private Attributes route() {
    heard.await("its table", START, () -> heard.has("complete bird"));
    return heard.attributes("bird", ROUTE);
  }

  @Test
  void a_provider_and_its_customer_agree_and_its_own_mark_is_heard() throws IOException {
    bird.says("provider");
    with(
        "customer,strict",
        speaker -> {
          assertThat(route().onlyToCustomer()).hasValue(64_502);
          NeighbourStatus status = speaker.statuses().getFirst();
          assertThat(status.negotiated().orElseThrow().role()).hasValue(new Capability.Role(0));
          assertThat(status.account().leaks()).isZero();
        });
  }

  @Test
  void a_route_server_and_its_client_agree() throws IOException {
    bird.says("rs_server");
    with("rs-client,strict", speaker -> assertThat(route().onlyToCustomer()).hasValue(64_502));
  }

  @Test
  void routes_of_one_that_says_no_role_get_the_mark_that_they_should_have() throws IOException {
    with("peer", speaker -> assertThat(route().onlyToCustomer()).hasValue(64_502));
  }

  @Test
  void a_marked_route_of_a_customer_is_a_leak() throws IOException {
    bird.marks(3_333);
    with(
        "provider",
        speaker -> {
          assertThat(route().onlyToCustomer()).hasValue(3_333);
          assertThat(route().leak()).isEqualTo(Attributes.Leak.BY_ROLE);
          assertThat(speaker.statuses().getFirst().account().leaks()).isEqualTo(2);
        });
  }

  @Test
  void two_customers_of_each_other_do_not_come_together() throws IOException {
    bird.says("customer");
    with("customer", speaker -> refused(speaker, "role mismatch"));
  }

  @Test
  void in_strict_mode_who_says_no_role_is_refused() throws IOException {
    with("customer,strict", speaker -> refused(speaker, "it says no role"));
  }

  private void refused(Speaker speaker, String why) {
    heard.await("the refusal", START, () -> speaker.statuses().getFirst().account().endings() > 0);
    NeighbourStatus status = speaker.statuses().getFirst();
    assertThat(status.account().lastError()).containsIgnoringCase(why);
    assertThat(status.state()).isNotEqualTo(State.ESTABLISHED);
    assertThat(heard.table("bird")).isEmpty();
  }
}
