package tenbin.proof.generator.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Prefix;

/** What routes do all day: other paths, flaps, prepending, more specific ones of their own. */
final class Churn {
  /** Of the table of a small network's provider, in the hours of an incident. */
  private static final int MOST = 4_000;

  private static final int LEAST = 40;

  private final Stage stage;
  private final World world;
  private final List<Prefix> prefixes;
  private final MoreSpecifics parts;

  /** Churn of everything but what an incident touches. */
  Churn(Stage stage, Set<Prefix> untouchable) {
    this.stage = stage;
    this.world = stage.world;
    prefixes = new ArrayList<>(world.origins.keySet());
    prefixes.removeAll(untouchable);
    parts = new MoreSpecifics(world, untouchable);
  }

  void play(Instant from, Instant to) {
    int count = prefixes.isEmpty() ? 0 : Math.max(LEAST, stage.size.of(MOST));
    long micros = Duration.between(from, to).toNanos() / 1_000;
    for (int i = 0; i < count; i++) {
      long drawn = world.random.nextLong(micros);
      long at = Stage.micros(from) + (i == 0 ? micros : drawn); // Something is said at its end.
      Prefix prefix = prefixes.get(world.random.nextInt(prefixes.size()));
      long asn = world.origins.getOrDefault(prefix, 0L);
      switch (world.random.nextInt(20)) {
        case 0 -> own(at, asn, parts.of(List.of(prefix), 1));
        case 1 -> prepend(at, asn, prefix);
        case 2, 3, 4 -> flap(at, asn, prefix);
        default -> change(at, asn, prefix);
      }
    }
  }

  private void own(long at, long asn, List<Prefix> parts) {
    for (Prefix part : parts) {
      for (int i = 0; i < world.speakers.size(); i++) {
        say(at, i, world.route(i, asn), part);
      }
      stage.harmless("own-more-specific", asn, at, part);
    }
  }

  private void prepend(long at, long asn, Prefix prefix) {
    for (int i = 0; i < world.speakers.size(); i++) {
      say(at, i, world.route(i, asn).then(asn), prefix);
    }
    stage.harmless("prepend", asn, at, prefix);
  }

  /** One speaker loses it and has it again within two minutes. */
  private void flap(long at, long asn, Prefix prefix) {
    int speaker = world.random.nextInt(world.speakers.size());
    stage.say(at, speaker, Optional.empty(), List.of(prefix));
    long again = at + 10_000_000L + world.random.nextInt(110_000_000);
    stage.say(again, speaker, Optional.of(world.route(speaker, asn)), List.of(prefix));
    stage.harmless("flap", asn, at, prefix);
  }

  /** By another provider of the origin. */
  private void change(long at, long asn, Prefix prefix) {
    int speaker = world.random.nextInt(world.speakers.size());
    long from = world.speakers.get(speaker).asn();
    int choice = world.random.nextInt(3);
    say(at, speaker, world.topology.path(from, asn, choice), prefix);
    stage.harmless("path-change", asn, at, prefix);
  }

  private void say(long at, int speaker, Route route, Prefix prefix) {
    long delay = world.random.nextInt(15_000_000);
    stage.say(at + delay, speaker, Optional.of(route), List.of(prefix));
  }
}
