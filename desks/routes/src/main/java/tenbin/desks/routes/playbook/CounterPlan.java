package tenbin.desks.routes.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * What a holder could announce itself against somebody else's announcement of its space: the two
 * halves of what the other announces, which the longest match prefers. Nothing longer than /24 of
 * IPv4 or /48 of IPv6 is heard by most networks (RFC 7454 section 6.1.3), so against exactly that
 * length the same prefix is all there is, and part of the world stays with the other. Nobody
 * announces it but the holder, at its own routers. Immutable.
 *
 * @param moves the holder's, in the order of prefixes
 * @param left how many prefixes found no place in the plan
 */
public record CounterPlan(List<Move> moves, int left) {
  /** Longest of IPv4 that is heard. */
  public static final int MOST_V4 = 24;

  /** Longest of IPv6 that is heard. */
  public static final int MOST_V6 = 48;

  /** What a person can type in while it burns; beyond it, filtering at neighbours is the way. */
  public static final int MOST_MOVES = 100;

  public CounterPlan {
    moves = List.copyOf(moves);
  }

  /** How much a move wins. */
  public enum Gain {
    /** Longer than the other's: all who hear it follow it. */
    ALL,
    /** As long as the other's: whoever is nearer to the holder follows it. */
    SHARED,
    /** The other's is too long to be heard widely; the holder's own stands beside it. */
    RARELY_HEARD
  }

  /**
   * Something to announce.
   *
   * @param against what the other announces
   * @param announce by the holder, at all its upstreams
   * @param gain how much it wins
   */
  public record Move(Prefix against, List<Prefix> announce, Gain gain) {
    public Move {
      announce = List.copyOf(announce);
    }
  }

  /**
   * The plan against announcements.
   *
   * @param attacked what the other announces
   * @param own the holder's declared prefixes: nothing outside of them is ever in a plan
   */
  public static CounterPlan against(Collection<Prefix> attacked, Collection<Prefix> own) {
    TreeSet<Prefix> spaces = new TreeSet<>();
    for (Prefix each : attacked) {
      for (Prefix mine : own) {
        if (mine.overlaps(each)) {
          spaces.add(mine.contains(each) ? each : mine);
        }
      }
    }
    List<Move> moves = new ArrayList<>();
    TreeMap<Prefix, Prefix> planned = new TreeMap<>();
    int left = 0;
    for (Prefix each : spaces) {
      if (planned.containsKey(each)) {
        continue;
      }
      if (moves.size() == MOST_MOVES) {
        left++;
      } else {
        Move move = move(each);
        moves.add(move);
        move.announce.forEach(one -> planned.put(one, each));
      }
    }
    return new CounterPlan(moves, left);
  }

  private static Move move(Prefix against) {
    int longest = longest(against);
    if (against.length() < longest) {
      return new Move(against, halves(against), Gain.ALL);
    }
    if (against.length() == longest) {
      return new Move(against, List.of(against), Gain.SHARED);
    }
    return new Move(against, List.of(Prefix.around(against.first(), longest)), Gain.RARELY_HEARD);
  }

  /** The longest that is heard in a prefix's family. */
  public static int longest(Prefix prefix) {
    return prefix.isV4() ? MOST_V4 : MOST_V6;
  }

  private static List<Prefix> halves(Prefix whole) {
    Prefix lower = Prefix.around(whole.first(), whole.length() + 1);
    return List.of(lower, Prefix.around(next(lower.last()), lower.length()));
  }

  private static Address next(Address address) {
    long low = address.low() + 1;
    return new Address(low == 0 ? address.high() + 1 : address.high(), low);
  }

  /** Everything to announce, each once. */
  public List<Prefix> announce() {
    return moves.stream().flatMap(each -> each.announce.stream()).distinct().sorted().toList();
  }
}
