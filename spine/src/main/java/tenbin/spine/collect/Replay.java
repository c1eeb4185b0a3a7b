package tenbin.spine.collect;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import tenbin.spine.correlate.Correlator;
import tenbin.spine.correlate.Sighted;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Folders;
import tenbin.spine.storage.row.RowDecoder;
import tenbin.spine.storage.row.Stored;

/**
 * The correlator's way back to where it was: its last snapshot, then every row stored behind it, in
 * the hub's order.
 */
final class Replay {
  /** A window of positions that fits the database's sorting memory and ours. */
  private static final long WINDOW = 20_000;

  private final Path file;
  private final Database database;
  private final RowDecoder decoder;
  private final Way way;
  private final byte[] beginning;

  Replay(Path data, Database database, RowDecoder decoder, Way way) throws IOException {
    this.file = data.resolve("correlator.snapshot");
    this.database = database;
    this.decoder = decoder;
    this.way = way;
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    way.correlator().snapshot(empty);
    this.beginning = empty.toByteArray();
  }

  /** Brings the correlator to the position before the next one; its findings come again. */
  void run(long nextPosition) throws IOException {
    restore();
    Correlator correlator = way.correlator();
    for (long from = correlator.position() + 1; from < nextPosition; from += WINDOW) {
      long window = from;
      database.transact(connection -> take(connection, window));
      way.findings().found(correlator.drain());
    }
  }

  private void restore() throws IOException {
    try (InputStream in =
        Files.exists(file)
            ? new BufferedInputStream(Files.newInputStream(file))
            : new ByteArrayInputStream(beginning)) {
      way.correlator().restore(in);
    }
  }

  private long take(Connection connection, long from) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + RowDecoder.COLUMNS
                + " from observation o join report r on r.id = o.report"
                + " where o.position >= ? and o.position < ? order by o.position")) {
      query.setLong(1, from);
      query.setLong(2, from + WINDOW);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sighted(decoder.read(row, connection)).ifPresent(way.correlator()::take);
        }
      }
    }
    return from;
  }

  /** What the correlator took of it; nothing where it counted for nobody. */
  private Optional<Sighted> sighted(Stored stored) {
    return Witness.of(stored.holder(), stored.attribution(), stored.marking(), way.circle())
        .map(witness ->
            new Sighted(
                stored.position(),
                witness,
                stored.identity(),
                stored.seen(),
                stored.attribution(),
                stored.receivedAt()));
  }

  /**
   * Writes where the correlator is, straight to the disk: a full one has hundreds of megabytes.
   * Only when everything it took is committed.
   */
  void snapshot() throws IOException {
    Folders.write(file, way.correlator()::snapshot);
  }
}
