package tenbin.spine.health;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The health of every source and channel since the start. Any thread. */
public final class HealthBook {
  private static final int MOST_WORDS = 300;

  private final Map<String, Health> byName = new ConcurrentSkipListMap<>();
  private final Clock clock;

  public HealthBook(Clock clock) {
    this.clock = clock;
  }

  public void succeeded(String name) {
    byName.compute(name, (key, old) -> orUnknown(key, old).succeeded(clock.instant()));
  }

  /** Notes a failure; words are for operators, cut to a line. */
  public void failed(String name, String words) {
    String line = words.replaceAll("\\p{Cntrl}+", " ");
    String cut = line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) : line;
    byName.compute(name, (key, old) -> orUnknown(key, old).failed(clock.instant(), cut));
  }

  /** Everything by name. */
  public List<Health> all() {
    return List.copyOf(byName.values());
  }

  private static Health orUnknown(String name, @org.jspecify.annotations.Nullable Health old) {
    return old == null ? Health.unknown(name) : old;
  }
}
