package tenbin.desks.routes.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.detect.Why;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

final class HitIndexTest {
  private static final Cause CAUSE = new Cause(Kind.ROUTE_LEAK, new Asn(64496), "");
  private static final Suspicion SUSPICION =
      new Suspicion(
          CAUSE,
          CAUSE.by(),
          CAUSE.by(),
          Suspicion.Alone.COUNTS,
          Optional.empty(),
          Optional.empty(),
          CAUSE.by(),
          CAUSE.by(),
          Why.of(List.of()));

  private static List<Hit> chain(HitIndex index, Prefix prefix) {
    List<Hit> chain = new ArrayList<>();
    for (Hit hit = index.first(prefix); hit != null; hit = hit.nextOfPrefix) {
      chain.add(hit);
    }
    return chain;
  }

  /** So many come and go that it grows, and that holes are closed behind others. */
  @Test
  void it_holds_what_a_map_of_sets_holds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Track> tracks = List.of(new Track(CAUSE, 1), new Track(CAUSE, 2), new Track(CAUSE, 3));
    HitIndex index = new HitIndex(seed);
    Map<Prefix, Set<Hit>> naive = new HashMap<>();
    List<Hit> there = new ArrayList<>();
    for (int i = 0; i < 120_000; i++) {
      Prefix prefix = Prefix.around(Address.ofV4(random.nextInt(4_000) << 8), 24);
      Track track = tracks.get(random.nextInt(3));
      if (random.nextBoolean() && index.of(track, prefix) == null) {
        Hit hit = new Hit(prefix, track, SUSPICION, AsPath.EMPTY, i);
        index.add(hit);
        there.add(hit);
        naive.computeIfAbsent(prefix, each -> new HashSet<>()).add(hit);
      } else if (!there.isEmpty()) {
        Hit hit = there.remove(random.nextInt(there.size()));
        index.remove(hit);
        naive.getOrDefault(hit.prefix(), new HashSet<>()).remove(hit);
      }
      Set<Hit> expected = naive.getOrDefault(prefix, Set.of());
      assertThat(index.has(prefix)).as("seed %d", seed).isEqualTo(!expected.isEmpty());
      assertThat(chain(index, prefix))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
