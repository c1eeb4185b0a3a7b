package tenbin.spine.newcomer;

import static tenbin.spine.newcomer.StoredNewcomers.at;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.spine.storage.Statements;

/** The table of networks that members say are their own. */
final class StoredRanges {
  private static final String COLUMNS =
      "member, network, entered_at, means, standing, method, since, proved_at, until, evidence";

  private final Statements database;

  StoredRanges(Statements database) {
    this.database = database;
  }

  List<OwnRange> all() {
    return database.run(
        "select " + COLUMNS + " from own_range order by member, entered_at, network",
        query -> Statements.rows(query, StoredRanges::range));
  }

  private static OwnRange range(ResultSet row) throws SQLException {
    String method = row.getString(6);
    Optional<OwnRange.Proof> proof =
        method.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new OwnRange.Proof(
                    OwnRange.Method.valueOf(method),
                    at(row, 7).orElseThrow(),
                    at(row, 8).orElseThrow(),
                    at(row, 9).orElseThrow(),
                    row.getString(10)));
    return new OwnRange(
        new MemberId(row.getString(1)),
        WrittenNetwork.tryParse(row.getString(2)).orElseThrow(),
        at(row, 3).orElseThrow(),
        Claim.Means.valueOf(row.getString(4)),
        OwnRange.Standing.valueOf(row.getString(5)),
        proof);
  }

  void put(OwnRange range) {
    database.run(
        "insert into own_range ("
            + COLUMNS
            + ") values (?,?,?,?,?,?,?,?,?,?) on conflict (member, network) do update set"
            + " means = excluded.means, standing = excluded.standing, method = excluded.method,"
            + " since = excluded.since, proved_at = excluded.proved_at, until = excluded.until,"
            + " evidence = excluded.evidence",
        insert -> {
          insert.setString(1, range.holder().text());
          insert.setString(2, range.network().toString());
          insert.setObject(3, at(Optional.of(range.enteredAt())));
          insert.setString(4, range.means().name());
          insert.setString(5, range.standing().name());
          set(insert, range.proof());
          return insert.executeUpdate();
        });
  }

  /** The columns 6 to 10. */
  private static void set(PreparedStatement insert, Optional<OwnRange.Proof> proof)
      throws SQLException {
    insert.setString(6, proof.map(each -> each.method().name()).orElse(""));
    insert.setObject(7, at(proof.map(OwnRange.Proof::since)));
    insert.setObject(8, at(proof.map(OwnRange.Proof::at)));
    insert.setObject(9, at(proof.map(OwnRange.Proof::until)));
    insert.setString(10, proof.map(OwnRange.Proof::evidence).orElse(""));
  }

  void remove(MemberId holder, Network network) {
    database.run(
        "delete from own_range where member = ? and network = ?",
        delete -> {
          delete.setString(1, holder.text());
          delete.setString(2, network.toString());
          return delete.executeUpdate();
        });
  }
}
