package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tenbin.nouns.net.Prefix;
import tenbin.spine.storage.count.RowCounts;
import tenbin.spine.storage.row.RowDecoder;

/**
 * The sheets of the recipients that looked last. A sheet belongs to a recipient and to the groups
 * of rows that are open to it: other grounds, another sheet. So it says at every moment what
 * counting the rows anew would say, and costs only the rows that came since. Any thread.
 */
final class Sheets {
  /** A month, and a day for each of its ends. */
  static final int DAYS = 32;

  /** Days in the future that clocks of sensors may show. */
  private static final long AHEAD = 3;

  /** Rows of networks apart that a page decides anew: a tenth of a second's work. */
  static final int MOST_APART = 5_000;

  /** A row of which one side lies in a network apart; there is not always an address. */
  private static final String IN_APART =
      "coalesce(o.source_address <<= any(?), false)"
          + " or coalesce(o.destination_address <<= any(?), false)";

  /** Recipients, each under one or two sets of grounds: at most about 200 MB, usually 2. */
  private static final int MOST = 32;

  private final RowDecoder decoder;

  /**
   * Whose sheet, and of what.
   *
   * @param open holders and markings
   * @param apart prefixes of networks whose rows are decided apart
   */
  record Key(int party, List<Integer> open, List<String> apart) {
    Key {
      open = open.stream().sorted().toList();
      apart = apart.stream().sorted().toList();
    }
  }

  /** A place for a sheet, so that one is made at a time and others are looked at meanwhile. */
  private static final class Holder {
    private Sheet sheet = new Sheet(Long.MIN_VALUE / Sheet.DAY_NANOS, 0);
  }

  private final Map<Key, Holder> holders =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Holder> eldest) {
          return size() > MOST;
        }
      };

  Sheets(RowDecoder decoder) {
    this.decoder = decoder;
  }

  /** Reads something off a sheet as it is now. */
  <T> T read(Connection connection, Key key, Instant now, Function<Sheet, T> what)
      throws SQLException {
    Holder holder;
    synchronized (holders) {
      holder = holders.computeIfAbsent(key, none -> new Holder());
    }
    synchronized (holder) {
      bring(connection, key, holder, now);
      return what.apply(holder.sheet);
    }
  }

  private void bring(Connection connection, Key key, Holder holder, Instant now)
      throws SQLException {
    long day = Math.floorDiv(now.getEpochSecond(), 86_400L) - DAYS;
    if (!holder.sheet.reaches(day)
        || holder.sheet.oldest() != oldest(connection, key.party, holder.sheet.fromDay())) {
      holder.sheet = new Sheet(day, oldest(connection, key.party, day));
    }
    long newest = newest(connection, key.party);
    if (holder.sheet.upTo() < newest) {
      boolean done = false;
      try {
        count(connection, key, holder.sheet, newest);
        apart(connection, key, holder.sheet, newest);
        holder.sheet.reached(newest);
        done = true;
      } finally {
        if (!done) {
          holder.sheet = new Sheet(Long.MIN_VALUE / Sheet.DAY_NANOS, 0);
        }
      }
    }
  }

  /** The first of the rows there are of a day or later: another one once some have gone. */
  private static long oldest(Connection connection, int party, long fromDay) throws SQLException {
    return RowCounts.oldest(connection, party, fromDay).orElse(0L);
  }

  private static long newest(Connection connection, int party) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select coalesce(max(position), 0) from observation where responsible = ?")) {
      query.setInt(1, party);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * The rows behind the sheet's end, grouped twice in one pass. The side that a row is about stands
   * in the second byte of what is packed: below 2 it is the source.
   */
  private static final String COUNT =
      "with fresh as (select o.observed / "
          + Sheet.HOUR_NANOS
          + " as hour, o.observed / "
          + Sheet.DAY_NANOS
          + " as day, o.kind, o.holder = ? as own,"
          + " case when get_byte(o.rest, 1) >> 4 < 2 then o.source_address"
          + " else o.destination_address end as about"
          + " from observation o where o.responsible = ? and o.position > ? and o.position <= ?"
          + " and o.observed >= ? and o.observed < ? and "
          + Groups.OF_ROW
          + " = any(?) and not ("
          + IN_APART
          + ") and (o.first = 0 or not exists (select 1 from observation e"
          + " where e.responsible = o.responsible and e.position < o.position"
          + " and (e.position = o.first or e.first = o.first and e.first > 0)"
          + " and (e.holder * 8 + e.marking) = any(?)))),"
          + " celled as (select hour, day, kind, own,"
          + " network(set_masklen(about, case family(about) when 4 then ? else ? end)) as cell"
          + " from fresh)"
          + " select grouping(hour), hour, day, kind, own, host(cell), masklen(cell), count(*)"
          + " from celled group by grouping sets ((hour, kind), (day, kind, own, cell))";

  private void count(Connection connection, Key key, Sheet sheet, long newest) throws SQLException {
    try (Statement roomy = connection.createStatement()) {
      // A sheet of millions of rows has a hundred thousand cells: hashed, not sorted on disk.
      roomy.execute("set local work_mem = '64MB'");
    }
    try (PreparedStatement query = connection.prepareStatement(COUNT)) {
      query.setInt(1, key.party);
      query.setInt(2, key.party);
      query.setLong(3, sheet.upTo());
      query.setLong(4, newest);
      query.setLong(5, sheet.fromNanos());
      query.setLong(6, sheet.fromNanos() + (DAYS + Sheet.LIFE_DAYS + AHEAD) * Sheet.DAY_NANOS);
      query.setArray(7, connection.createArrayOf("int4", key.open.toArray()));
      query.setArray(8, connection.createArrayOf("inet", key.apart.toArray()));
      query.setArray(9, connection.createArrayOf("inet", key.apart.toArray()));
      query.setArray(10, connection.createArrayOf("int4", key.open.toArray()));
      query.setInt(11, sheet.grain().v4());
      query.setInt(12, sheet.grain().v6());
      query.setFetchSize(10_000);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          add(connection, row, sheet);
        }
      }
    }
  }

  /** Where the rows lie that one of the networks apart may be about, up to one more than fit. */
  private static void apart(Connection connection, Key key, Sheet sheet, long newest)
      throws SQLException {
    if (key.apart.isEmpty()) {
      return;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "select o.position from observation o where o.responsible = ? and o.position > ?"
                + " and o.position <= ? and o.observed >= ? and ("
                + IN_APART
                + ") order by 1 limit ?")) {
      query.setInt(1, key.party);
      query.setLong(2, sheet.upTo());
      query.setLong(3, newest);
      query.setLong(4, sheet.fromNanos());
      query.setArray(5, connection.createArrayOf("inet", key.apart.toArray()));
      query.setArray(6, connection.createArrayOf("inet", key.apart.toArray()));
      query.setInt(7, MOST_APART + 1);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sheet.apart().add(row.getLong(1));
        }
      }
    }
  }

  private void add(Connection connection, ResultSet row, Sheet sheet) throws SQLException {
    String type = decoder.kind(connection, row.getInt(4)).rsit().type();
    long rows = row.getLong(8);
    if (row.getInt(1) == 0) {
      sheet.hour(row.getLong(2), type, rows);
      return;
    }
    String cell = Objects.requireNonNullElse(row.getString(6), "");
    if (cell.isEmpty()) {
      sheet.elsewhere(row.getLong(3), type, row.getBoolean(5), rows);
    } else {
      Prefix prefix = Prefix.parse(cell + "/" + row.getInt(7));
      sheet.cell(row.getLong(3), prefix, type, row.getBoolean(5), rows);
    }
  }
}
