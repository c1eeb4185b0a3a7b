package tenbin.spine.deliver.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All openings of one recipient for one purpose. A row comes where it lies, or at the last opening
 * that it belongs to. So whoever goes on from any row gets each row that comes behind it once, and
 * what was withheld as it passed comes at the next opening.
 */
public final class Openings {
  /** Nothing was ever withheld. */
  public static final Openings NONE = new Openings(List.of());

  private final List<Opening> all;
  private final Map<Integer, List<Opening>> byGroup = new HashMap<>();

  public Openings(List<Opening> all) {
    this.all = List.copyOf(all);
    this.all.stream()
        .sorted(Comparator.comparing(Opening::moment))
        .forEach(
            each -> byGroup.computeIfAbsent(each.group(), unseen -> new ArrayList<>()).add(each));
  }

  /** A part of a group's rows that come where they lie, or all at one opening. */
  private record Piece(long behind, long upTo, Optional<Moment> opening) {}

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The moment of the opening that was at that time, if there was one. */
  public Optional<Moment> moment(Instant at) {
    return all.stream().map(Opening::moment).filter(each -> each.at().equals(at)).findFirst();
  }

  /** Where a row comes. */
  public Point point(int group, long position) {
    Optional<Moment> opening = Optional.empty();
    for (Opening each : byGroup.getOrDefault(group, List.of())) {
      if (each.behind() < position && position <= each.upTo()) {
        opening = Optional.of(each.moment());
      }
    }
    return new Stretch(List.of(group), position - 1, position, opening).point(position);
  }

  /**
   * The position behind which every row of a group lies that has not come before a point: what
   * somebody who stands there would miss, were the group withheld and the point moved on.
   */
  public long passed(int group, Point point) {
    return pieces(group).stream()
        .map(piece ->
            new Stretch(List.of(group), piece.behind, piece.upTo, piece.opening).after(point))
        .filter(left -> !left.isEmpty())
        .mapToLong(Stretch::behind)
        .min()
        .orElse(point.at());
  }

  /** What comes behind a point, in order; the last stretch has no end. */
  public List<Stretch> behind(Point point, Collection<Integer> groups) {
    Map<Integer, List<Piece>> pieces = new HashMap<>();
    NavigableSet<Moment> moments = new TreeSet<>();
    for (int group : groups) {
      List<Piece> own = pieces(group);
      pieces.put(group, own);
      own.forEach(piece -> piece.opening.ifPresent(moments::add));
    }
    List<Stretch> stretches = new ArrayList<>();
    long before = 0;
    for (Moment moment : moments) {
      stretches.addAll(sliced(pieces, before, moment.position(), Optional.empty()));
      stretches.addAll(sliced(pieces, 0, moment.position(), Optional.of(moment)));
      before = moment.position();
    }
    stretches.addAll(sliced(pieces, before, Long.MAX_VALUE, Optional.empty()));
    return stretches.stream()
        .map(stretch -> stretch.after(point))
        .filter(stretch -> !stretch.isEmpty())
        .toList();
  }

  /** The pieces that come at an opening, or where they lie, cut so that groups do not change. */
  private static List<Stretch> sliced(
      Map<Integer, List<Piece>> pieces, long behind, long upTo, Optional<Moment> opening) {
    NavigableSet<Long> cuts = new TreeSet<>(List.of(behind, upTo));
    for (List<Piece> own : pieces.values()) {
      for (Piece piece : own) {
        if (piece.opening.equals(opening)) {
          cuts.add(Math.clamp(piece.behind, behind, upTo));
          cuts.add(Math.clamp(piece.upTo, behind, upTo));
        }
      }
    }
    List<Stretch> stretches = new ArrayList<>();
    long from = behind;
    for (long to : cuts.tailSet(behind, false)) {
      List<Integer> groups = groupsIn(pieces, from, to, opening);
      if (!groups.isEmpty()) {
        stretches.add(new Stretch(groups, from, to, opening));
      }
      from = to;
    }
    return stretches;
  }

  private static List<Integer> groupsIn(
      Map<Integer, List<Piece>> pieces, long behind, long upTo, Optional<Moment> opening) {
    return pieces.entrySet().stream()
        .filter(each ->
            each.getValue().stream()
                .anyMatch(piece ->
                    piece.opening.equals(opening) && piece.behind <= behind && upTo <= piece.upTo))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** A group's positions from the last to the first, each in one piece: later openings win. */
  private List<Piece> pieces(int group) {
    List<Piece> pieces = new ArrayList<>();
    long done = Long.MAX_VALUE;
    for (Opening each : byGroup.getOrDefault(group, List.of()).reversed()) {
      long opening = each.upTo();
      if (opening < done) {
        pieces.add(new Piece(opening, done, Optional.empty()));
        done = opening;
      }
      if (each.behind() < done) {
        pieces.add(new Piece(each.behind(), done, Optional.of(each.moment())));
        done = each.behind();
      }
    }
    if (done > 0) {
      pieces.add(new Piece(0, done, Optional.empty()));
    }
    return pieces;
  }
}
