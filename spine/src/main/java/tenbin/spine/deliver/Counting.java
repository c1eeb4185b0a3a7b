package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Field;
import tenbin.spine.storage.count.RowCounts;

/**
 * Counts of what a recipient may have: off its sheet where all of it is told with time, class and
 * address, else row by row, as far as one page's question goes.
 */
final class Counting {
  private static final List<Field> BY_TIME = List.of(Field.TIME, Field.CLASS);
  private static final List<Field> BY_PLACE =
      List.of(Field.TIME, Field.CLASS, Field.SOURCE_ADDRESS, Field.DESTINATION_ADDRESS);

  private static final long DAY = 86_400;

  private final StoredDeliveries.Means means;
  private final Groups groups;
  private final Looking looking;
  private final Sheets sheets;

  Counting(StoredDeliveries.Means means, Groups groups, Looking looking, Sheets sheets) {
    this.means = means;
    this.groups = groups;
    this.looking = looking;
    this.sheets = sheets;
  }

  List<Deliveries.Tally> tally(Deliveries.Search search, Duration bucket) {
    long width = bucket.toNanos();
    boolean hours = width % Sheet.HOUR_NANOS == 0 && isHour(search.from()) && isHour(search.to());
    Optional<List<Deliveries.Tally>> counted =
        hours && search.text().isBlank()
            ? off(
                search,
                BY_TIME,
                sheet ->
                    sheet
                        .tallies(Looking.nanos(search.from()), Looking.nanos(search.to()), width)
                        .tallies(search.type()))
            : Optional.empty();
    return counted.orElseGet(() -> {
      TallySheet sheet = new TallySheet(width);
      looking.all(search).forEach(sheet::add);
      return sheet.tallies(search.type());
    });
  }

  Space space(Deliveries.Search search) {
    Optional<Prefix> within = Prefix.tryParse(search.text().strip());
    long day = Math.floorDiv(search.from().getEpochSecond(), DAY);
    Optional<Space> counted =
        search.text().isBlank() || within.isPresent()
            ? off(search, BY_PLACE, sheet -> sheet.space(day, search.type()))
                .flatMap(space -> cut(space, within))
            : Optional.empty();
    return counted.orElseGet(() -> byRow(search, day));
  }

  /** The part of a space inside a block; nothing where cells are larger than the block. */
  private static Optional<Space> cut(Space space, Optional<Prefix> within) {
    if (within.isEmpty()) {
      return Optional.of(space);
    }
    Prefix block = within.get();
    int cell = block.isV4() ? space.grain().v4() : space.grain().v6();
    if (block.length() > cell) {
      return Optional.empty();
    }
    List<CellTally> inside =
        space.cells().stream().filter(each -> block.contains(each.cell())).toList();
    return Optional.of(new Space(space.grain(), space.from(), inside, 0));
  }

  private Space byRow(Deliveries.Search search, long day) {
    Sheet sheet = new Sheet(day, 0);
    looking.all(search).forEach(sheet::add);
    return sheet.space(day, "");
  }

  /** Brings the sheets of those recipients whose pages would wait for them. */
  void ahead(long least) {
    Instant hour = means.clock().instant().truncatedTo(ChronoUnit.HOURS);
    Instant from = hour.minus(Duration.ofDays(Sheets.DAYS - 1));
    List<Integer> parties =
        means
            .database()
            .transact(connection ->
                RowCounts.busy(connection, Math.floorDiv(from.getEpochSecond(), DAY), least));
    for (int party : parties) {
      MemberId recipient = means.parties().memberOf(party);
      tally(
          new Deliveries.Search(
              recipient, Purpose.NOTIFY_AFFECTED_CUSTOMER, from, hour, "", "", 0, 0),
          Duration.ofHours(1));
    }
  }

  private static boolean isHour(Instant at) {
    return Math.floorMod(Looking.nanos(at), Sheet.HOUR_NANOS) == 0;
  }

  /**
   * Reads the recipient's sheet; empty where some of what it may have is told less exactly than it
   * lies in the database, too many rows are decided apart, or it is about days before.
   */
  private <T> Optional<T> off(
      Deliveries.Search search, List<Field> showing, Function<Sheet, T> what) {
    Instant now = means.clock().instant();
    if (search.from().isBefore(now.minus(Duration.ofDays(Sheets.DAYS)))) {
      return Optional.empty();
    }
    return means
        .parties()
        .find(search.recipient())
        .flatMap(party ->
            means
                .database()
                .transact(connection -> off(connection, new Asker(search, party), showing, what)));
  }

  /** Who asks for what, with its number. */
  private record Asker(Deliveries.Search search, int party) {}

  private <T> Optional<T> off(
      Connection connection, Asker asker, List<Field> showing, Function<Sheet, T> what)
      throws SQLException {
    Deliveries.Search search = asker.search;
    Plan plan = StoredDeliveries.plan(means, search.recipient(), search.purpose(), Outlet.PAGE);
    Integer[] open =
        groups.split(connection, asker.party, plan, showing).openOf(GroupNumbers.NO_NETWORK);
    Integer[] all = groups.split(connection, asker.party, plan).openOf(GroupNumbers.NO_NETWORK);
    if (open.length < all.length) {
      return Optional.empty();
    }
    List<String> apart =
        plan.apart().stream().map(each -> each.prefix().toString()).distinct().toList();
    Sheets.Key key = new Sheets.Key(asker.party, List.of(open), apart);
    Instant now = means.clock().instant();
    if (apart.isEmpty()) {
      return Optional.of(sheets.read(connection, key, now, what));
    }
    List<Long> positions = sheets.read(connection, key, now, sheet -> List.copyOf(sheet.apart()));
    if (positions.size() > Sheets.MOST_APART) {
      return Optional.empty();
    }
    List<Disclosure> beside =
        looking.at(connection, search.recipient(), search.purpose(), positions);
    return Optional.of(
        sheets.read(connection, key, now, sheet -> what.apply(sheet.beside(beside))));
  }
}
