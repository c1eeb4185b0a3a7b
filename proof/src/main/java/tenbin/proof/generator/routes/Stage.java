package tenbin.proof.generator.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;

/** Where an incident is played: what each speaker says when, and what is true of it. */
final class Stage {
  /** An UPDATE of 4,096 octets holds that many with a long path (RFC 4271 section 4.1). */
  private static final int MOST_IN_MESSAGE = 150;

  /** From one router to the farthest, tens of seconds (published for feeds of the time). */
  private static final int MOST_DELAY_MICROS = 20_000_000;

  final World world;
  final Size size;
  private final List<Message> messages = new ArrayList<>();
  private final List<Truth> truths = new ArrayList<>();
  private final List<Benign> benign = new ArrayList<>();
  private final int[] delays;

  Stage(World world, Size size) {
    this.world = world;
    this.size = size;
    delays = world.random.ints(world.speakers.size(), 500_000, MOST_DELAY_MICROS).toArray();
  }

  /** A moment as messages tell it. */
  static long micros(Instant at) {
    return Math.multiplyExact(at.getEpochSecond(), 1_000_000L) + at.getNano() / 1_000;
  }

  /** When it is done, and who hears of it. */
  record Reach(Instant at, IntPredicate speakers) {
    static Reach all(Instant at) {
      return new Reach(at, any -> true);
    }

    Reach later(Duration more) {
      return new Reach(at.plus(more), speakers);
    }
  }

  /**
   * Speakers say that they have these routes, each with its own delay; those with a loop do not.
   */
  void announce(Reach reach, IntFunction<Route> route, Collection<Prefix> prefixes) {
    for (int i = 0; i < delays.length; i++) {
      Route taken = route.apply(i);
      if (reach.speakers().test(i) && !taken.isLooped()) {
        say(micros(reach.at()) + delays[i], i, Optional.of(taken), prefixes);
      }
    }
  }

  /** Speakers say that they have none. */
  void withdraw(Reach reach, Collection<Prefix> prefixes) {
    for (int i = 0; i < delays.length; i++) {
      if (reach.speakers().test(i)) {
        say(micros(reach.at()) + delays[i], i, Optional.empty(), prefixes);
      }
    }
  }

  /** One speaker says it at this moment. */
  void say(long micros, int speaker, Optional<Route> route, Collection<Prefix> prefixes) {
    for (boolean v4 : new boolean[] {true, false}) {
      List<Prefix> some = prefixes.stream().filter(each -> each.isV4() == v4).toList();
      for (int at = 0; at < some.size(); at += MOST_IN_MESSAGE) {
        List<Prefix> part = some.subList(at, Math.min(some.size(), at + MOST_IN_MESSAGE));
        messages.add(new Message(micros, speaker, route, part));
      }
    }
  }

  /** The path of a speaker to an AS, and what stands behind it. */
  IntFunction<Route> through(long asn, long... behind) {
    return speaker -> world.route(speaker, asn).then(behind);
  }

  void harmless(String what, long asn, long micros, Prefix prefix) {
    Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    benign.add(new Benign(what, asn, at, prefix));
  }

  /** What is true: an incident over these prefixes, by the AS whose they were. */
  void happened(
      Kind kind, Set<Long> accused, List<Instant> times, Map<Long, List<Prefix>> prefixes) {
    SortedMap<Long, SortedSet<Prefix>> sorted = new TreeMap<>();
    prefixes.forEach((asn, some) -> sorted.put(asn, new TreeSet<>(some)));
    truths.add(new Truth(kind, accused, times.getFirst(), times.getLast(), sorted));
  }

  /** In the order of their times. */
  List<Message> messages() {
    List<Message> sorted = new ArrayList<>(messages);
    sorted.sort(Comparator.comparingLong(Message::micros).thenComparingInt(Message::speaker));
    return sorted;
  }

  List<Truth> truths() {
    return List.copyOf(truths);
  }

  List<Benign> benign() {
    return List.copyOf(benign);
  }
}
