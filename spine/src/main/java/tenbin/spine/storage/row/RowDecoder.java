package tenbin.spine.storage.row;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Parties;

/** Reads rows of table observation back into what was stored. Any thread. */
public final class RowDecoder {
  /** The columns that {@link #read} wants, of "observation o join report r". */
  public static final String COLUMNS =
      "o.position, o.kind, o.attribution, o.observed, o.transport, host(o.source_address),"
          + " o.source_port, host(o.destination_address), o.destination_port, o.fingerprint,"
          + " o.first, o.times, o.rest, o.holder, o.marking, r.received_at";

  /** Enough for every prefix that a day's reports touch; then the caches begin anew. */
  private static final int MOST_KNOWN = 200_000;

  private final Parties parties;
  private final Map<Integer, Kind> kinds = new ConcurrentHashMap<>();
  private final Map<Integer, Attribution> attributions = new ConcurrentHashMap<>();
  private final Map<Integer, Columns> columns = new ConcurrentHashMap<>();

  public RowDecoder(Parties parties) {
    this.parties = parties;
  }

  /** The row under the cursor; the connection is for what the caches lack. */
  public Stored read(ResultSet row, Connection lookups) throws SQLException {
    UUID identity = row.getObject(10, UUID.class);
    return new Stored(
        row.getLong(1),
        observation(row, lookups),
        attribution(lookups, row.getInt(3)),
        parties.memberOf(row.getInt(14)),
        Codes.marking(row.getInt(15)),
        new Fingerprint(identity.getMostSignificantBits(), identity.getLeastSignificantBits()),
        row.getLong(11),
        row.getInt(12),
        receivedAt(row));
  }

  private static Instant receivedAt(ResultSet row) throws SQLException {
    return row.getTimestamp(16).toInstant();
  }

  /** The kind of a number. */
  public Kind kind(Connection lookups, int number) throws SQLException {
    return known(kinds, lookups, "kind", number, KindText::parse);
  }

  /** The attribution of a number. */
  public Attribution attribution(Connection lookups, int number) throws SQLException {
    return known(attributions, lookups, "attribution", number, AttributionText::parse);
  }

  private Observation observation(ResultSet row, Connection lookups) throws SQLException {
    PackedRest.Beside beside =
        new PackedRest.Beside(
            kind(lookups, row.getInt(2)),
            row.getLong(4),
            Codes.transport(row.getInt(5)),
            address(row.getString(6)),
            row.getInt(7),
            address(row.getString(8)),
            row.getInt(9));
    return PackedRest.read(row.getBytes(13), beside, number -> columnsOf(lookups, number));
  }

  private Columns columnsOf(Connection lookups, int number) {
    try {
      return known(columns, lookups, "columns_kept", number, ColumnsText::parse);
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private static Address address(@Nullable String text) throws SQLException {
    if (text == null) {
      return Address.NONE;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(text).getAddress();
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return bytes.length == 4
          ? Address.ofV4(in.getInt())
          : new Address(in.getLong(), in.getLong());
    } catch (IllegalArgumentException broken) {
      throw new SQLException("stored address " + text, broken);
    }
  }

  private static <T> T known(
      Map<Integer, T> cache,
      Connection lookups,
      String table,
      int number,
      Function<String, T> parse)
      throws SQLException {
    T there = cache.get(number);
    if (there != null) {
      return there;
    }
    if (cache.size() >= MOST_KNOWN) {
      cache.clear();
    }
    T made = parse.apply(Dictionary.content(lookups, table, number));
    cache.put(number, made);
    return made;
  }
}
