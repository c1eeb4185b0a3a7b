package tenbin.spine.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.balance.Terms;
import tenbin.nouns.net.Prefix;

/**
 * What a recipient may have, counted: by hour and class, and by day, cell and class. It grows with
 * the rows that come and is made anew when some go. For one thread at a time.
 */
final class Sheet {
  static final long HOUR_NANOS = 3_600_000_000_000L;
  static final long DAY_NANOS = 24 * HOUR_NANOS;

  /** A sheet serves so many days more, rather than be counted anew at every midnight. */
  static final int LIFE_DAYS = 7;

  private static final long SECONDS_A_DAY = 86_400;

  /** Of 12 bytes each: a /12 with three classes in every /24 on every day. Then cells grow. */
  private static final int MOST_COUNTS = 500_000;

  /** A count's number: the day, eight bits of the class, whether the recipient's own. */
  private static final int DAY_SHIFT = 9;

  private static final int TYPE_BITS = 0xff;

  /** Never by which class came first: others' reports have a say in that. */
  private static final Comparator<CellTally> ORDER =
      Comparator.comparing(CellTally::cell)
          .thenComparing(CellTally::type)
          .thenComparing(CellTally::own);

  private final long fromDay;
  private final long oldest;
  private final Map<Long, Map<String, Long>> hours = new TreeMap<>();
  private CellCounts nowhere = new CellCounts();
  private final List<String> types = new ArrayList<>();
  private Map<Prefix, CellCounts> cells = new HashMap<>();
  private int counts;
  private final List<Long> apart = new ArrayList<>();
  private Space.Grain grain = Space.Grain.FINEST;
  private long upTo;

  /**
   * An empty sheet.
   *
   * @param fromDay the first day that is counted, of those since 1970
   * @param oldest the position of the first row of these days
   */
  Sheet(long fromDay, long oldest) {
    this.fromDay = fromDay;
    this.oldest = oldest;
  }

  long fromNanos() {
    return fromDay * DAY_NANOS;
  }

  Space.Grain grain() {
    return grain;
  }

  long upTo() {
    return upTo;
  }

  long fromDay() {
    return fromDay;
  }

  /** The position of the first row that it counts, as it was when it was begun. */
  long oldest() {
    return oldest;
  }

  /** Whether what is asked from a day on stands on it, and it is not much too long. */
  boolean reaches(long day) {
    return fromDay <= day && day - fromDay <= LIFE_DAYS;
  }

  void reached(long position) {
    upTo = position;
  }

  /** Where rows lie that it does not count, because each is decided by itself. */
  List<Long> apart() {
    return apart;
  }

  /** This sheet and some rows more; it stays as it is itself. */
  Sheet beside(List<Disclosure> more) {
    Sheet both = new Sheet(fromDay, oldest);
    both.types.addAll(types);
    hours.forEach((hour, of) -> both.hours.put(hour, new TreeMap<>(of)));
    both.nowhere = nowhere.copy();
    both.grain = grain;
    both.counts = counts;
    both.cells = new HashMap<>(cells);
    for (Disclosure row : more) {
      both.cell(row).ifPresent(cell -> both.cells.computeIfPresent(cell, (key, its) -> its.copy()));
    }
    more.forEach(both::add);
    return both;
  }

  private Optional<Prefix> cell(Disclosure row) {
    return switch (row.aboutPlace()) {
      case Place.Exact(var address) ->
          Optional.of(Prefix.around(address, address.isV4() ? grain.v4() : grain.v6()));
      case Place.Block(Prefix network) -> Optional.of(fitted(network));
      case Place.System ignored -> Optional.empty();
      case Place.InSector ignored -> Optional.empty();
      case Place.Pseudonym ignored -> Optional.empty();
      case Place.Nowhere ignored -> Optional.empty();
    };
  }

  /** Counts one row by what it shows. */
  void add(Disclosure row) {
    row.time()
        .ifPresent(time -> {
          String type = row.kind().map(kind -> kind.rsit().type()).orElse("");
          boolean own = row.terms().bases().contains(Terms.OWN_DATA);
          long day = Math.floorDiv(time.epochNanos(), DAY_NANOS);
          if (day >= fromDay) {
            hour(Math.floorDiv(time.epochNanos(), HOUR_NANOS), type, 1);
            cell(row)
                .ifPresentOrElse(
                    cell -> cell(day, cell, type, own, 1), () -> elsewhere(day, type, own, 1));
          }
        });
  }

  void hour(long hour, String type, long rows) {
    hours.computeIfAbsent(hour, none -> new TreeMap<>()).merge(type, rows, Long::sum);
  }

  void elsewhere(long day, String type, boolean own, long rows) {
    nowhere.add(key(day, type, own), rows);
  }

  void cell(long day, Prefix cell, String type, boolean own, long rows) {
    counts += in(cells, fitted(cell)).add(key(day, type, own), rows);
    while (counts > MOST_COUNTS && grain.v4() > 0) {
      grain = grain.coarser();
      Map<Prefix, CellCounts> finer = cells;
      cells = new HashMap<>();
      counts = 0;
      finer.forEach((each, its) -> {
        CellCounts larger = in(cells, fitted(each));
        its.forEach((key, sum) -> counts += larger.add(key, sum));
      });
    }
  }

  private static CellCounts in(Map<Prefix, CellCounts> all, Prefix cell) {
    return all.computeIfAbsent(cell, none -> new CellCounts());
  }

  private int key(long day, String type, boolean own) {
    int number = types.indexOf(type);
    if (number < 0) {
      number = types.size();
      types.add(type);
    }
    return (int) (day - fromDay) << DAY_SHIFT | number << 1 | (own ? 1 : 0);
  }

  private Prefix fitted(Prefix cell) {
    int length = cell.isV4() ? grain.v4() : grain.v6();
    return cell.length() <= length ? cell : Prefix.around(cell.first(), length);
  }

  /** Its hours from one moment to another, in buckets. */
  TallySheet tallies(long from, long to, long width) {
    TallySheet sheet = new TallySheet(width);
    hours.forEach((hour, of) -> {
      long begin = hour * HOUR_NANOS;
      if (begin >= from && begin < to) {
        of.forEach((type, rows) -> sheet.add(Math.floorDiv(begin, width), type, rows));
      }
    });
    return sheet;
  }

  /** Its cells from a day on, of a class or of all. */
  Space space(long day, String type) {
    int least = (int) Math.max(0, day - fromDay);
    List<CellTally> all = new ArrayList<>();
    cells.forEach((cell, its) ->
        sum(
            its,
            least,
            type,
            (key, rows) ->
                all.add(
                    new CellTally(cell, types.get(key >> 1 & TYPE_BITS), (key & 1) == 1, rows))));
    all.sort(ORDER);
    long[] elsewhere = {0};
    sum(nowhere, least, type, (key, rows) -> elsewhere[0] += rows);
    Instant from = Instant.ofEpochSecond(Math.max(day, fromDay) * SECONDS_A_DAY);
    return new Space(grain, from, all, elsewhere[0]);
  }

  /** Sums of a cell over days, by class and whose: keys without their day. */
  private void sum(CellCounts cell, int least, String type, CellCounts.Each each) {
    CellCounts sums = new CellCounts();
    cell.forEach((key, rows) -> {
      String its = types.get(key >> 1 & TYPE_BITS);
      if (key >> DAY_SHIFT >= least && (type.isEmpty() || type.equals(its))) {
        sums.add(key & (1 << DAY_SHIFT) - 1, rows);
      }
    });
    sums.forEach(each);
  }
}
