package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
record Pair(long seed, int number, World first, World second, List<Change> changes) {
  private static final int MOST_CHANGES = 6;
  private static final int MOST_TRIES = 60;

  private static final List<Change> CHANGES =
      Stream.of(Mutation.values(), PortalMutation.values(), RouteMutation.values())
          .<Change>flatMap(Stream::of)
          .toList();

  /** What every planted leak has something to tell of. */
  private static final List<Change> TELLING =
      List.of(
          Mutation.MORE_ROWS_ELSEWHERE,
          Mutation.FEWER_ROWS,
          PortalMutation.A_REPORT_TOLD_TO_OTHERS);

  /** What every leak about routes has something to tell of. */
  private static final List<Change> TELLING_OF_ROUTES =
      List.of(
          RouteMutation.ANOTHER_ROUTER_HEARS_IT,
          RouteMutation.ANOTHER_START_OF_A_PATH,
          RouteMutation.MORE_PREFIXES_OF_OTHERS,
          RouteMutation.OTHERS_SAY_A_WORD,
          RouteMutation.OTHERS_DECLARE);

  /** As many changes as come together that the naive reference lets pass: one at least. */
  static Pair make(long seed, int number) {
    return make(seed, number, List.of());
  }

  /** A pair with these changes before others. */
  private static Pair make(long seed, int number, List<Change> wished) {
    World first = WorldMaker.make(seed);
    List<String> view = view(first);
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    int wanted = wished.size() + 1 + random.nextInt(MOST_CHANGES);
    World second = first;
    List<Change> changes = new ArrayList<>();
    for (int tries = 0; tries < MOST_TRIES && changes.size() < wanted; tries++) {
      Change change =
          changes.size() < wished.size()
              ? wished.get(changes.size())
              : CHANGES.get(random.nextInt(CHANGES.size()));
      World tried = change.of(second, random);
      if (!tried.equals(second) && view(tried).equals(view)) {
        second = tried;
        changes.add(change);
      }
    }
    if (changes.isEmpty()) {
      throw new AssertionError("nothing may be changed in world " + seed);
    }
    return new Pair(seed, number, first, second, List.copyOf(changes));
  }

  /** Whether everything is asked for in it: a pair for planted leaks, or one made by hand. */
  boolean isWhole() {
    return changes.isEmpty()
        || changes.containsAll(TELLING)
        || changes.containsAll(TELLING_OF_ROUTES);
  }

  /** Everything that the recipient may know, and everything that its customer may. */
  static List<String> view(World world) {
    List<String> lines = new ArrayList<>(Naive.view(world, World.RECIPIENT));
    lines.addAll(NaivePortal.customer(world, World.CUSTOMER));
    return lines;
  }

  /** The first pair behind a seed in which every planted leak has something to tell. */
  static Pair rich(long from) {
    for (long seed = from; true; seed++) {
      Pair pair = make(seed, 0, TELLING);
      if (pair.isRich()) {
        return pair;
      }
    }
  }

  /** Likewise for leaks about routes: what hides behind each of them is otherwise. */
  static Pair richInRoutes(long from) {
    for (long seed = from; true; seed++) {
      Pair pair = make(seed, 0, TELLING_OF_ROUTES);
      List<String> one = NaiveRoutes.hidden(pair.first);
      List<String> other = NaiveRoutes.hidden(pair.second);
      boolean rich = IntStream.range(0, one.size()).noneMatch(i -> one.get(i).equals(other.get(i)));
      if (rich && pair.changes.containsAll(TELLING_OF_ROUTES)) {
        return pair;
      }
    }
  }

  private boolean isRich() {
    int one = Plant.othersIn(first);
    int other = Plant.othersIn(second);
    return one % 2 != other % 2
        && one % 7 != other % 7
        && Naive.rows(first) > 3
        && changes.containsAll(TELLING)
        && first.deeds().stream().anyMatch(Pair::isMailed)
        && first.deeds().stream().anyMatch(Pair::isWarnedOf)
        && told(first) != told(second)
        && first.deeds().stream().anyMatch(this::isAskable);
  }

  private static long told(World world) {
    return world.deeds().stream().filter(PortalDeed.Told.class::isInstance).count();
  }

  /** A report of the recipient's customer of which nothing is permitted, and that may be asked. */
  private boolean isAskable(Deed deed) {
    return deed instanceof PortalDeed.Told told
        && told.by().equals(World.CUSTOMER)
        && told.asking()
        && first.deeds().stream()
            .noneMatch(each ->
                each instanceof PortalDeed.Permitted given && given.report().equals(told.report()));
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

  /** What reruns it. */
  String name() {
    return seed + "." + number;
  }
}
