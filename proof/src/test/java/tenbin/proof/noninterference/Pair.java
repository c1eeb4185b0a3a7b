package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Two worlds that are the same to the recipient, and not to others.
 *
 * @param seed of the first world
 * @param number of the second one beside it
 * @param first as it is
 * @param second with the changes
 * @param changes what was changed, in order
 */
record Pair(long seed, int number, World first, World second, List<Mutation> changes) {
  private static final int MOST_CHANGES = 6;
  private static final int MOST_TRIES = 60;
  private static final List<Mutation> CHANGES = List.of(Mutation.values());

  /** As many changes as come together that the naive reference lets pass: one at least. */
  static Pair make(long seed, int number) {
    World first = WorldMaker.make(seed);
    List<String> view = Naive.view(first, World.RECIPIENT);
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    int wanted = 1 + random.nextInt(MOST_CHANGES);
    World second = first;
    List<Mutation> changes = new ArrayList<>();
    for (int tries = 0; tries < MOST_TRIES && changes.size() < wanted; tries++) {
      Mutation change = CHANGES.get(random.nextInt(CHANGES.size()));
      World tried = change.of(second, random);
      if (!tried.equals(second) && Naive.view(tried, World.RECIPIENT).equals(view)) {
        second = tried;
        changes.add(change);
      }
    }
    if (changes.isEmpty()) {
      throw new AssertionError("nothing may be changed in world " + seed);
    }
    return new Pair(seed, number, first, second, List.copyOf(changes));
  }

  /** The first pair behind a seed in which every planted leak has something to tell. */
  static Pair rich(long from) {
    for (long seed = from; true; seed++) {
      for (int number = 0; number < 9; number++) {
        Pair pair = make(seed, number);
        if (pair.isRich()) {
          return pair;
        }
      }
    }
  }

  private boolean isRich() {
    int one = PlantedLeak.othersIn(first);
    int other = PlantedLeak.othersIn(second);
    return one % 2 != other % 2
        && one % 7 != other % 7
        && Naive.rows(first) > 3
        && changes.contains(Mutation.MORE_ROWS_ELSEWHERE)
        && changes.contains(Mutation.FEWER_ROWS)
        && first.deeds().stream().anyMatch(Pair::isMailed)
        && first.deeds().stream().anyMatch(Pair::isWarnedOf);
  }

  private static boolean isMailed(Deed deed) {
    return deed instanceof Deed.Ordered ordered
        && ordered.by().equals(World.RECIPIENT)
        && ordered.channel().equals("mail");
  }

  private static boolean isWarnedOf(Deed deed) {
    return deed instanceof Deed.Sent sent
        && sent.by().equals(World.RECIPIENT)
        && sent.rows().contains(Row.BROKEN);
  }

  /** Whether somebody else gets something else in the second world. */
  boolean isTold() {
    return first.parties().stream()
        .map(World.Party::id)
        .filter(id -> !id.equals(World.RECIPIENT))
        .anyMatch(id -> !Naive.view(first, id).equals(Naive.view(second, id)));
  }

  /** Digests of reports that others sent in one of the worlds. */
  List<String> reportsOfOthers(int most) {
    return Stream.concat(second.deeds().stream(), first.deeds().stream())
        .filter(deed -> deed instanceof Deed.Sent && !deed.by().equals(World.RECIPIENT))
        .map(deed -> ((Deed.Sent) deed).digest())
        .distinct()
        .limit(most)
        .toList();
  }

  /** What reruns it. */
  String name() {
    return seed + "." + number;
  }
}
