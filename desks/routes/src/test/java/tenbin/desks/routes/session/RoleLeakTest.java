package tenbin.desks.routes.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.port.Client;
import tenbin.desks.routes.registry.AspaTable;
import tenbin.desks.routes.registry.ExchangeLans;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Relations;
import tenbin.desks.routes.registry.Reserved;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.watch.Pace;
import tenbin.desks.routes.watch.RouteWatch;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** A neighbour with a role tells what its role forbids: the watch finds the leak by that alone. */
@Timeout(60)
class RoleLeakTest {
  private static final String OPEN = "04 0003 001e c0000201 0b 02 09 4104 00000003 0901";
  private static final Asn THEIRS = new Asn(3);
  private static final Prefix HOME = Prefix.parse("185.10.0.0/16");

  private final Map<Prefix, Attributes> heard = new ConcurrentHashMap<>();
  private final Map<Object, Incident> incidents = new ConcurrentHashMap<>();
  private final RouteWatch watch =
      new RouteWatch(
          new RouteTable(tenbin.desks.routes.table.Limits.usual(7)),
          references(),
          Pace.USUAL,
          new IncidentSink() {
            @Override
            public void notice(Notice notice) {
              // What stands is looked at.
            }

            @Override
            public void stands(Incident incident, List<Affected> changed) {
              incidents.put(incident.id(), incident);
            }

            @Override
            public void seen(Incident incident, List<PathSeen> some) {
              // What stands is looked at.
            }
          });

  private final RouteSink sink =
      new RouteSink() {
        @Override
        public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
          watch.announced(micros, from, prefix, attributes);
          heard.put(prefix, attributes);
        }

        @Override
        public void withdrawn(long micros, Vantage from, Prefix prefix) {
          watch.withdrawn(micros, from, prefix);
        }

        @Override
        public void lost(long micros, Vantage from) {
          watch.lost(micros, from);
        }

        @Override
        public void complete(long micros, Vantage from) {
          watch.complete(micros, from);
        }
      };

  /** A member's prefix; nothing is known of who is whose provider. */
  private static References references() {
    Declaration declared =
        new Declaration(
            new MemberId("aozora"),
            Set.of(new Asn(200)),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(Watched.of(HOME)),
            List.of());
    return new References(
        new Declarations(List.of(declared)),
        Relations.EMPTY,
        VrpTable.EMPTY,
        AspaTable.EMPTY,
        IrrTable.EMPTY,
        Reserved.byIana(),
        ExchangeLans.EMPTY);
  }

  private Speaker speaker(String stance) throws IOException {
    Neighbour neighbour =
        new Neighbour("member:aozora", Address.parse("127.0.0.2"), THEIRS, Limits.USUAL)
            .withStance(Stance.parse(stance));
    Local local = new Local(new Asn(64_500), Address.parse("10.0.0.1"), 30);
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    return new Speaker(at, local, List.of(neighbour), sink, Clock.systemUTC());
  }

  /** One that says a role by its number, and then a route over AS 10 with a mark. */
  private static Client dial(Speaker speaker, int role, int mark) throws IOException {
    Client client = new Client("127.0.0.2", speaker.port());
    String attributes =
        "40010100 40020e 0203 00000003 0000000a 000000c8 400304 c0000201 c02304"
            + String.format("%08x", mark);
    client.say(
        Client.bgp(1, OPEN + String.format("%02x", role)),
        Client.bgp(4, ""),
        Client.bgp(2, "0000 0023" + attributes + "10 b90a"));
    return client;
  }

  private static void within(BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 5_000 && !so.getAsBoolean(); i++) {
      Thread.sleep(2);
    }
    assertThat(so.getAsBoolean()).isTrue();
  }

  private static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
  }

  @Test
  void what_a_customer_tells_though_it_is_marked_is_a_leak_of_its_own() throws Exception {
    watch.begin(now());
    try (Speaker speaker = speaker("provider");
        Client client = dial(speaker, 3, 10)) {
      assertThat(client.hear()).isEqualTo(1);
      within(() -> heard.containsKey(HOME));
      watch.tick(now() + 11 * 60_000_000L); // One router alone is waited for.
      assertThat(incidents.values()).hasSize(1);
      Incident leak = incidents.values().iterator().next();
      assertThat(leak.cause().kind()).isEqualTo(Kind.ROUTE_LEAK);
      assertThat(leak.cause().by()).isEqualTo(THEIRS);
      assertThat(leak.evidence()).extracting(Tag::name).contains("only-to-customer");
      assertThat(speaker.statuses().getFirst().account().leaks()).isEqualTo(1);
    }
  }

  @Test
  void the_same_from_a_provider_is_none() throws Exception {
    watch.begin(now());
    try (Speaker speaker = speaker("customer");
        Client client = dial(speaker, 0, 10)) {
      assertThat(client.hear()).isEqualTo(1);
      within(() -> heard.containsKey(HOME));
      watch.tick(now() + 11 * 60_000_000L);
      assertThat(incidents.values())
          .extracting(each -> each.cause().kind())
          .doesNotContain(Kind.ROUTE_LEAK);
      assertThat(speaker.statuses().getFirst().account().leaks()).isZero();
    }
  }

  @Test
  void who_thinks_otherwise_of_us_is_told_so() throws Exception {
    try (Speaker speaker = speaker("customer");
        Client client = dial(speaker, 3, 10)) {
      assertThat(client.hear()).as("OPEN").isEqualTo(1);
      assertThat(client.hear()).as("NOTIFICATION").isEqualTo(3);
      within(() -> speaker.statuses().getFirst().state() == State.IDLE);
      assertThat(speaker.statuses().getFirst().account().lastError())
          .isEqualTo("role mismatch: it says customer, and we are customer");
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void inside_of_an_as_there_are_no_roles() {
    Neighbour own =
        new Neighbour("own", Address.parse("127.0.0.2"), new Asn(64_500), Limits.USUAL)
            .withStance(Stance.parse("peer"));
    Local local = new Local(new Asn(64_500), Address.parse("10.0.0.1"), 30);
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    assertThatThrownBy(() -> new Speaker(at, local, List.of(own), sink, Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RFC 9234");
  }
}
