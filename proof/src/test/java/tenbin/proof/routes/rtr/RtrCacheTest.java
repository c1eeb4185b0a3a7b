package tenbin.proof.routes.rtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.desks.routes.registry.Aspa;
import tenbin.desks.routes.registry.AspaState;
import tenbin.desks.routes.registry.Vrp;
import tenbin.desks.routes.rtr.RpkiChanges;
import tenbin.desks.routes.rtr.RpkiSink;
import tenbin.desks.routes.rtr.RpkiVersion;
import tenbin.desks.routes.rtr.RtrClient;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.proof.routes.daemons.Daemon;
import tenbin.proof.routes.daemons.Router;

@Timeout(120)
class RtrCacheTest {
  private static final long MOST_NANOS = 20_000_000_000L;

  private final List<RpkiChanges> changes = new ArrayList<>();
  private final RpkiSink sink =
      new RpkiSink() {
        @Override
        public void changed(RpkiVersion version, RpkiChanges since) {
          if (!since.isEmpty()) {
            changes.add(since);
          }
        }

        @Override
        public void expired(Instant at) {}
      };

  @TempDir Path folder;
  private Path file = Path.of("");
  private CacheDaemons daemons = new CacheDaemons(Path.of(""));

  @BeforeEach
  void look() {
    boolean there = Files.isExecutable(CacheDaemons.CACHE);
    if (!there) {
      System.err.println("SKIPPED: no " + CacheDaemons.CACHE + " (Debian package stayrtr)");
    }
    assumeTrue(there, "no stayrtr");
    file = folder.resolve("vrps.json");
    daemons = new CacheDaemons(folder);
  }

  @AfterEach
  void end() {
    daemons.endAll();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void in_every_version_the_cache_its_file_and_we_hold_the_same_set(int version) throws Exception {
    Set<Vrp> vrps = some(2_000);
    CacheFile.write(file, vrps, List.of());
    int port = Router.Ports.free();
    Daemon ignored = daemons.cache(file, port);
    try (RtrClient client = client(port, version)) {
      within(() -> held(client).equals(CacheFile.lines(vrps)));
      assertThat(client.health().version()).isEqualTo(version);
    }
  }

  @Test
  void three_clients_hold_the_same_set_also_after_it_changed() throws Exception {
    Set<Vrp> vrps = some(500);
    CacheFile.write(file, vrps, List.of());
    int port = Router.Ports.free();
    Daemon ignored = daemons.cache(file, port);
    boolean router = daemons.router(port);
    boolean library = Files.isExecutable(CacheDaemons.CLIENT);
    told(router, "FRR with its RPKI module (frr-rpki-rtrlib)");
    told(library, "rtrclient (rtr-tools)");
    try (RtrClient client = client(port, 2)) {
      within(() -> held(client).equals(CacheFile.lines(vrps)));
      long serial = client.health().last().orElseThrow().serial();
      agree(router, library, port, vrps);
      Vrp gone = vrps.iterator().next();
      Vrp fresh = Vrp.of(Prefix.parse("2001:db8:ffff::/48"), 64, new Asn(4_200_000_000L));
      vrps.remove(gone);
      vrps.add(fresh);
      CacheFile.write(file, vrps, List.of());
      within(() -> held(client).equals(CacheFile.lines(vrps)));
      assertThat(client.health().last().orElseThrow().serial()).isGreaterThan(serial);
      assertThat(client.health().connections()).isOne();
      assertThat(changes).hasSize(1);
      assertThat(changes.getFirst().added()).containsExactly(fresh);
      assertThat(changes.getFirst().removed()).containsExactly(gone);
      agree(router, library, port, vrps);
    }
  }

  @Test
  void aspas_come_change_and_go_in_the_version_that_has_them() throws Exception {
    Aspa one = new Aspa(new Asn(64_500), Set.of(new Asn(64_501), new Asn(64_502)));
    Aspa other = new Aspa(new Asn(64_510), Set.of(new Asn(64_511)));
    Set<Vrp> vrps = some(3);
    CacheFile.write(file, vrps, List.of(one, other));
    int port = Router.Ports.free();
    Daemon ignored = daemons.cache(file, port);
    try (RtrClient client = client(port, 2)) {
      within(() -> upstream(client, 64_501, 64_500) == AspaState.VALID);
      assertThat(upstream(client, 64_503, 64_500)).isEqualTo(AspaState.INVALID);
      assertThat(client.health().last().orElseThrow().aspas().size()).isEqualTo(2);
      CacheFile.write(file, vrps, List.of(one));
      within(() -> upstream(client, 64_511, 64_510) == AspaState.UNKNOWN);
      assertThat(upstream(client, 64_501, 64_500)).isEqualTo(AspaState.VALID);
    }
  }

  @Test
  void a_cache_that_starts_again_with_another_session_is_followed() throws Exception {
    Set<Vrp> vrps = some(50);
    CacheFile.write(file, vrps, List.of());
    int port = Router.Ports.free();
    Daemon first = daemons.cache(file, port);
    try (RtrClient client = client(port, 2)) {
      within(() -> held(client).equals(CacheFile.lines(vrps)));
      RpkiVersion before = client.health().last().orElseThrow();
      first.close();
      within(() -> !client.health().connected());
      assertThat(held(client)).isEqualTo(CacheFile.lines(vrps));
      Thread.sleep(1_100); // stayrtr draws its session's number from the second of its start.
      Daemon ignored = daemons.cache(file, port);
      within(() -> client.health().last().orElseThrow().session() != before.session());
      assertThat(held(client)).isEqualTo(CacheFile.lines(vrps));
    }
  }

  private RtrClient client(int port, int version) {
    RtrClient.Cache cache = new RtrClient.Cache("127.0.0.1", port, version);
    return new RtrClient(cache, sink, Clock.systemUTC()).start();
  }

  private void agree(boolean router, boolean library, int port, Set<Vrp> vrps) throws Exception {
    if (library) {
      within(() -> daemons.ofClient(port).equals(CacheFile.lines(vrps)));
    }
    if (router) {
      within(() -> daemons.ofRouter().equals(CacheFile.lines(vrps)));
    }
  }

  private static void told(boolean there, String what) {
    if (!there) {
      System.err.println("SKIPPED in part: no " + what);
    }
  }

  private static Set<String> held(RtrClient client) {
    List<Vrp> all = new ArrayList<>();
    client.health().last().ifPresent(version -> version.vrps().forEach(all::add));
    return CacheFile.lines(all);
  }

  private static AspaState upstream(RtrClient client, int provider, int customer) {
    int[] path = {provider, customer};
    return client
        .health()
        .last()
        .map(version -> version.aspas().upstream(path))
        .orElse(AspaState.UNKNOWN);
  }

  private static void within(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + MOST_NANOS;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static Set<Vrp> some(int count) {
    SplittableRandom random = new SplittableRandom(count);
    Set<Vrp> vrps = new TreeSet<>();
    while (vrps.size() < count) {
      boolean four = random.nextInt(4) > 0;
      int length = four ? 8 + random.nextInt(25) : 16 + random.nextInt(113);
      Address address =
          four
              ? Address.ofV4(random.nextInt(1 << 24, 0x7f00_0000))
              : new Address(0x2000L << 48 | random.nextLong() >>> 3, random.nextLong());
      Prefix prefix = Prefix.around(address, length);
      int longest = length + random.nextInt((four ? 32 : 128) - length + 1);
      vrps.add(Vrp.of(prefix, longest, new Asn(random.nextInt(1 << 30))));
    }
    return vrps;
  }
}
