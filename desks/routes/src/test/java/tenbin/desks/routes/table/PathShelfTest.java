package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

class PathShelfTest {
  private static final Prefix OURS = Prefix.parse("192.0.2.0/24");
  private static final Prefix THEIRS = Prefix.parse("198.51.100.0/24");

  private final PathShelf shelf = new PathShelf(OURS::contains, 3);

  private static AsPath path(int origin) {
    return AsPath.of(1, origin);
  }

  @Test
  void members_prefixes_are_kept_and_others_are_not() {
    shelf.announced(2, OURS, path(7));
    shelf.announced(2, THEIRS, path(7));
    assertThat(shelf.path(2, OURS)).contains(path(7));
    assertThat(shelf.path(1, OURS)).isEmpty();
    assertThat(shelf.prefixes()).isEqualTo(1);
    shelf.withdrawn(2, OURS);
    assertThat(shelf.prefixes()).isZero();
    assertThat(shelf.differentPaths()).isZero();
  }

  @Test
  void those_of_an_incident_are_kept_while_it_is_open() {
    shelf.keep(THEIRS);
    shelf.announced(0, THEIRS, path(7));
    assertThat(shelf.paths(THEIRS)).containsOnlyKeys(0);
    shelf.release(THEIRS);
    assertThat(shelf.paths(THEIRS)).isEmpty();
    assertThat(shelf.differentPaths()).isZero();
  }

  @Test
  void what_an_incident_no_more_wants_stays_where_it_is_a_members() {
    shelf.keep(OURS);
    shelf.announced(0, OURS, path(7));
    shelf.release(OURS);
    assertThat(shelf.path(0, OURS)).contains(path(7));
  }

  @Test
  void more_prefixes_than_there_is_room_for_are_refused_and_counted() {
    for (int i = 0; i < 8; i++) {
      shelf.announced(0, Prefix.parse("192.0.2." + i + "/32"), path(7));
    }
    assertThat(shelf.prefixes()).isEqualTo(3);
    assertThat(shelf.refused()).isEqualTo(5);
  }

  @Test
  void the_shelf_has_what_a_map_has_and_no_path_longer_than_somebody_has_it() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    PathShelf wide = new PathShelf(ignored -> true, 1_000);
    Map<Prefix, Map<Integer, AsPath>> naive = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      Prefix prefix = Prefix.parse("10.0.0." + random.nextInt(20) + "/32");
      int vantage = random.nextInt(40);
      Map<Integer, AsPath> of = naive.computeIfAbsent(prefix, ignored -> new TreeMap<>());
      int what = random.nextInt(100);
      if (what < 70) {
        AsPath path = path(random.nextInt(30));
        wide.announced(vantage, prefix, path);
        of.put(vantage, path);
      } else if (what < 98) {
        wide.withdrawn(vantage, prefix);
        of.remove(vantage);
      } else {
        wide.lost(vantage);
        naive.values().forEach(each -> each.remove(vantage));
      }
      assertThat(wide.paths(prefix)).as("seed %d", seed).isEqualTo(of);
    }
    Set<AsPath> held = new HashSet<>();
    naive.values().forEach(each -> held.addAll(each.values()));
    assertThat(wide.differentPaths()).as("seed %d", seed).isEqualTo(held.size());
  }
}
