package tenbin.spine.storage.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.spine.storage.count.RowTally;

/** Writes observations as rows for COPY into table observation. Not for several threads. */
public final class RowEncoder {
  /** The table and its columns in the order of {@link #write}. */
  public static final String INTO =
      "observation (position, received_day, responsible, holder, marking, report, kind,"
          + " attribution, observed, transport, source_address, source_port, destination_address,"
          + " destination_port, fingerprint, first, times, rest)";

  private static final int COLUMNS = 18;

  private final Dictionary<Kind> kinds;
  private final Dictionary<Attribution> attributions;
  private final Dictionary<Columns> columns;

  /** An encoder that goes on with the dictionaries of the database. */
  public RowEncoder(Connection connection) throws SQLException {
    kinds = new Dictionary<>(connection, "kind", KindText::of);
    attributions = new Dictionary<>(connection, "attribution", AttributionText::of);
    columns = new Dictionary<>(connection, "columns_kept", ColumnsText::of);
  }

  /**
   * What a row has beside its observation.
   *
   * @param position in the hub's order
   * @param day of receipt, days since 2000-01-01 as PostgreSQL counts
   * @param responsible party number
   * @param holder party number
   * @param marking code
   * @param report number
   * @param first position of another holder's row, 0 for none
   */
  public record Beside(
      long position, int day, int responsible, int holder, int marking, int report, long first) {}

  /** Where rows go, and where they are counted. */
  public record Into(CopyBuffer rows, RowTally tally) {}

  /** Writes a row and counts it; returns where its count of duplicates lies: {@link #again}. */
  public int write(
      Into into, Beside beside, Observation seen, Fingerprint identity, Attribution attribution) {
    CopyBuffer out = into.rows;
    int kind = kinds.numberOf(seen.kind());
    int whose = attributions.numberOf(attribution);
    out.row(COLUMNS);
    out.int8(beside.position);
    out.int4(beside.day);
    out.int4(beside.responsible);
    out.int4(beside.holder);
    out.int2(beside.marking);
    out.int4(beside.report);
    out.int4(kind);
    out.int4(whose);
    out.int8(seen.time().epochNanos());
    out.int2(seen.transport().number());
    out.inet(seen.source().address());
    out.int4(seen.source().port());
    out.inet(seen.destination().address());
    out.int4(seen.destination().port());
    out.uuid(identity.high(), identity.low());
    out.int8(beside.first);
    int times = out.int4(1);
    PackedRest.write(out, seen, columns.numberOf(seen.extra().columns()));
    RowTally.Cell cell =
        new RowTally.Cell(
            beside.responsible,
            seen.time().epochDay(),
            kind,
            beside.marking,
            whose,
            beside.first > 0);
    into.tally.add(cell, seen.time(), beside.position);
    return times;
  }

  /** Counts one more exact duplicate of a row that is still in the buffer. */
  public static void again(CopyBuffer out, int place) {
    out.raise(place);
  }

  /** Hands over the dictionaries' new entries, to be written before the rows. */
  public Fresh takeFresh() {
    return new Fresh(List.of(kinds.takeFresh(), attributions.takeFresh(), columns.takeFresh()));
  }

  /** New entries of the dictionaries. */
  public static final class Fresh {
    private final List<Dictionary.Fresh> all;

    private Fresh(List<Dictionary.Fresh> all) {
      this.all = all;
    }

    public void write(Connection connection) throws SQLException {
      for (Dictionary.Fresh each : all) {
        each.write(connection);
      }
    }
  }
}
