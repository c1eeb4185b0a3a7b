package tenbin.spine.scales;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.count.RowCounts;
import tenbin.spine.storage.row.Codes;
import tenbin.spine.storage.row.RowDecoder;

/**
 * Backlogs out of what is counted of the stored observations. Of the whole circle a row that
 * another holder had brought before is the same row again and is not counted. A holder's own rows
 * all count: whether others brought them too is not for it to know.
 */
public final class StoredBacklogs implements Backlogs {
  private static final long HOUR = 3_600;

  private static final Evidence COUNTED = new Evidence.None("counted");

  private final Database database;
  private final Parties parties;
  private final RowDecoder decoder;

  public StoredBacklogs(Database database, Parties parties) {
    this.database = database;
    this.parties = parties;
    this.decoder = new RowDecoder(parties);
  }

  private record Key(Responsible responsible, MemberId holder, Tlp marking) {}

  @Override
  public Backlog of(Optional<MemberId> holder, Optional<CaseSpan> within) {
    Optional<Integer> number = holder.flatMap(parties::find);
    if (holder.isPresent() && number.isEmpty()) {
      return new Backlog(List.of());
    }
    Map<Key, Long> rows = database.transact(connection -> count(connection, number, within));
    return new Backlog(
        rows.entrySet().stream()
            .map(each ->
                new Backlog.Group(
                    new Attribution(each.getKey().responsible, COUNTED),
                    each.getKey().holder,
                    each.getKey().marking,
                    each.getValue()))
            .toList());
  }

  private Map<Key, Long> count(
      Connection connection, Optional<Integer> holder, Optional<CaseSpan> within)
      throws SQLException {
    Map<Key, Long> rows = new LinkedHashMap<>();
    if (within.isEmpty()) {
      for (RowCounts.Sum each : RowCounts.sums(connection, holder)) {
        rows.merge(key(connection, each.of()), each.rows(), Long::sum);
      }
      return rows;
    }
    CaseSpan span = within.get();
    long from = Math.floorDiv(span.from().getEpochSecond(), HOUR);
    long to = Math.ceilDiv(span.to().getEpochSecond(), HOUR);
    for (RowCounts.Present each :
        RowCounts.present(connection, holder, Math.floorDiv(from, 24), Math.floorDiv(to - 1, 24))) {
      if (each.touches(from, to) && span.fits(decoder.kind(connection, each.kind()))) {
        rows.put(key(connection, each.of()), 1L);
      }
    }
    return rows;
  }

  private Key key(Connection connection, RowCounts.Alike of) throws SQLException {
    Attribution attribution = decoder.attribution(connection, of.attribution());
    return new Key(
        attribution.responsible(), parties.memberOf(of.holder()), Codes.marking(of.marking()));
  }
}
