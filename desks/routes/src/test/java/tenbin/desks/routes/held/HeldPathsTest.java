package tenbin.desks.routes.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Family;

/** Paths with identifiers beside a simple map of maps. */
class HeldPathsTest {
  private static final int PREFIXES = 300_000;

  /** A path of the simple ones: its mark is its number. */
  private record Path(long mark, int generation) {}

  private final HeldPaths paths = new HeldPaths();
  private final Map<Prefix, LinkedHashMap<Long, Path>> simple = new HashMap<>();

  private static Prefix prefix(int number) {
    return number % 2 == 0
        ? Prefix.around(Address.ofV4(number << 12), 20)
        : Prefix.around(new Address((long) number << 32, 0), 48);
  }

  private static Attributes marked(long mark) {
    return Attributes.NONE.markedBy(mark);
  }

  private static String of(HeldPaths.Left left) {
    return switch (left) {
      case HeldPaths.Left.None none -> "none";
      case HeldPaths.Left.Same same -> "same";
      case HeldPaths.Left.Other other -> "" + other.attributes().onlyToCustomer().orElseThrow();
    };
  }

  private String remove(Prefix prefix, long id) {
    LinkedHashMap<Long, Path> held = simple.get(prefix);
    if (held == null) {
      return "none";
    }
    boolean last = held.lastEntry().getKey() == id;
    if (held.remove(id) == null) {
      return "same";
    }
    if (held.isEmpty()) {
      simple.remove(prefix);
      return "none";
    }
    return last ? "" + held.lastEntry().getValue().mark() : "same";
  }

  private Map<String, Long> sweep(Family family, int generation) {
    Map<String, Long> instead = new TreeMap<>();
    simple
        .entrySet()
        .removeIf(entry -> {
          LinkedHashMap<Long, Path> held = entry.getValue();
          if (entry.getKey().isV4() == (family == Family.IPV4)) {
            Path told = held.lastEntry().getValue();
            held.values().removeIf(each -> each.generation() != generation);
            if (!held.isEmpty() && told.generation() != generation) {
              instead.put(entry.getKey().toString(), held.lastEntry().getValue().mark());
            }
          }
          return held.isEmpty();
        });
    return instead;
  }

  @Test
  void whatever_comes_and_goes_they_are_the_same_as_simple_ones() {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    int generation = 0;
    for (int round = 0; round < 100_000; round++) {
      Prefix prefix = prefix(random.nextInt(200));
      long id = random.nextInt(4);
      if (random.nextInt(5_000) == 0) {
        Family family = random.nextBoolean() ? Family.IPV4 : Family.IPV6;
        Map<String, Long> instead = new TreeMap<>();
        paths.sweep(
            family,
            generation,
            (of, other) -> instead.put(of.toString(), other.onlyToCustomer().orElseThrow()));
        assertThat(instead).as("seed %d", seed).isEqualTo(sweep(family, generation));
        generation = (generation + 1) % 3;
      } else if (random.nextInt(5) < 2) {
        assertThat(of(paths.remove(prefix, id))).as("seed %d", seed).isEqualTo(remove(prefix, id));
      } else {
        paths.put(prefix, id, marked(round), generation);
        LinkedHashMap<Long, Path> held = simple.computeIfAbsent(prefix, p -> new LinkedHashMap<>());
        held.remove(id);
        held.put(id, new Path(round, generation));
      }
      int all = simple.values().stream().mapToInt(Map::size).sum();
      assertThat(paths.size()).as("seed %d, round %d", seed, round).isEqualTo(all);
    }
  }

  @Test
  void a_prefix_with_one_path_costs_little_more_than_its_name() {
    Attributes shared = marked(7);
    long before = used();
    for (int i = 0; i < PREFIXES; i++) {
      paths.put(prefix(i), 1, shared, 0);
    }
    long each = (used() - before) / PREFIXES;
    System.out.println("a prefix with one path: " + each + " octets, its name with it");
    assertThat(paths.size()).isEqualTo(PREFIXES);
    assertThat(each).isLessThan(200);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
