package tenbin.spine.collect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tenbin.nouns.observation.Fingerprint;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.row.FingerprintTable;

/**
 * Which rows are there already, by the day on which they were observed: loaded from the database
 * when the first row of a day comes, the days not used for longest forgotten first. Exact
 * duplicates of one holder under one marking fold; the same identity from another holder is a row
 * of its own that points to the first, because each rests on its own basis. Not for several
 * threads.
 */
final class FoldMemory {
  /** The row is new and the first of its identity. */
  static final long NEW = 0;

  private static final int OWNER_BITS = 23;
  private static final int MARKING_BITS = 3;
  private static final long NANOS_PER_DAY = 86_400L * 1_000_000_000L;

  private final Database database;
  private final Runnable committed;
  private final long mostBytes;
  private final LinkedHashMap<Integer, FingerprintTable> days =
      new LinkedHashMap<>(16, 0.75f, true);
  private int lastDay = Integer.MIN_VALUE;
  private FingerprintTable last = new FingerprintTable();

  /**
   * A memory that knows nothing yet.
   *
   * @param committed returns when every row handed on so far is in the database
   * @param mostBytes beyond which days are forgotten; the day in use always stays
   */
  FoldMemory(Database database, Runnable committed, long mostBytes) {
    this.database = database;
    this.committed = committed;
    this.mostBytes = mostBytes;
  }

  /** Who contributed a row, under what marking, as one number. */
  static int owner(int holder, int marking) {
    if (holder >= 1 << OWNER_BITS - MARKING_BITS) {
      throw new IllegalStateException("more than a million parties");
    }
    return holder << MARKING_BITS | marking;
  }

  /**
   * Looks a row up and remembers it.
   *
   * @param day on which it was observed, since 1970
   * @param position that it gets if it is stored
   * @return {@link #NEW}; or the position of the row that it folds onto; or, negative, that of the
   *     first row of its identity, which another holder contributed
   */
  long remember(int day, Fingerprint identity, int owner, long position) {
    FingerprintTable table = day == lastDay ? last : tableOf(day);
    long first = table.get(identity.high(), identity.low());
    if (first == FingerprintTable.ABSENT) {
      table.put(identity.high(), identity.low(), position << OWNER_BITS | owner);
      return NEW;
    }
    long firstPosition = first >>> OWNER_BITS;
    if ((first & (1 << OWNER_BITS) - 1) == owner) {
      return firstPosition;
    }
    long high = identity.high() ^ mix(owner);
    long own = table.get(high, identity.low());
    if (own != FingerprintTable.ABSENT) {
      return own >>> OWNER_BITS;
    }
    table.put(high, identity.low(), position << OWNER_BITS | owner);
    return -firstPosition;
  }

  private static long mix(int owner) {
    long mixed = (owner + 1L) * 0x9e37_79b9_7f4a_7c15L;
    return (mixed ^ mixed >>> 32) * 0xc2b2_ae3d_27d4_eb4fL;
  }

  /** Forgets days beyond the limit; only when every row remembered was handed on. */
  void trim() {
    long bytes = 0;
    for (FingerprintTable table : days.values()) {
      bytes += table.bytes();
    }
    Iterator<Map.Entry<Integer, FingerprintTable>> oldest = days.entrySet().iterator();
    while (bytes > mostBytes && days.size() > 1) {
      bytes -= oldest.next().getValue().bytes();
      oldest.remove();
    }
    lastDay = Integer.MIN_VALUE;
  }

  private FingerprintTable tableOf(int day) {
    FingerprintTable table = days.get(day);
    if (table == null) {
      committed.run();
      table = load(day);
      days.put(day, table);
    }
    lastDay = day;
    last = table;
    return table;
  }

  private FingerprintTable load(int day) {
    return database.transact(connection -> {
      FingerprintTable table = new FingerprintTable();
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select fingerprint, position, holder, marking, first from observation
              where observed >= ? and observed < ?\
              """)) {
        query.setFetchSize(20_000);
        query.setLong(1, day * NANOS_PER_DAY);
        query.setLong(2, (day + 1L) * NANOS_PER_DAY);
        fill(table, query);
      }
      return table;
    });
  }

  private static void fill(FingerprintTable table, PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        UUID identity = row.getObject(1, UUID.class);
        int owner = owner(row.getInt(3), row.getInt(4));
        long high = identity.getMostSignificantBits() ^ (row.getLong(5) > 0 ? mix(owner) : 0);
        table.put(high, identity.getLeastSignificantBits(), row.getLong(2) << OWNER_BITS | owner);
      }
    }
  }
}
