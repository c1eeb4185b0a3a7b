package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.RecipientKey;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Fingerprint;
import tenbin.spine.deliver.order.Stretch;
import tenbin.spine.storage.row.Stored;

/** One row by the id that its recipient knows. */
final class Finding {
  private final StoredDeliveries.Means means;
  private final RowQueries queries;
  private final Groups groups;
  private final SeenIds ids;
  private final Looking looking;

  Finding(
      StoredDeliveries.Means means,
      RowQueries queries,
      Groups groups,
      SeenIds ids,
      Looking looking) {
    this.means = means;
    this.queries = queries;
    this.groups = groups;
    this.ids = ids;
    this.looking = looking;
  }

  Optional<Disclosure> row(MemberId recipient, Purpose purpose, Outlet outlet, UUID id) {
    return means
        .parties()
        .find(recipient)
        .flatMap(party ->
            means
                .database()
                .transact(connection -> {
                  Optional<Long> shown = ids.position(recipient, id);
                  List<Long> near = shown.map(List::of).orElse(List.of());
                  Question question = new Question(recipient, purpose, outlet, party);
                  Optional<Disclosure> row = firstOf(connection, question, near);
                  return row.isPresent()
                      ? row
                      : firstOf(connection, question, search(connection, recipient, party, id));
                }));
  }

  /** Who asks for one row, and what for. */
  private record Question(MemberId recipient, Purpose purpose, Outlet outlet, int party) {}

  /** The first of these rows that may be shown. */
  private Optional<Disclosure> firstOf(
      Connection connection, Question question, List<Long> positions) throws SQLException {
    for (long position : positions) {
      Optional<Disclosure> row = row(connection, question, position);
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  private Optional<Disclosure> row(Connection connection, Question question, long position)
      throws SQLException {
    int party = question.party;
    Plan plan = StoredDeliveries.plan(means, question.recipient, question.purpose, question.outlet);
    Split split = groups.split(connection, party, plan);
    Stretch alone = Stretch.of(split.open(), position - 1, position);
    List<Stored> rows = queries.in(connection, party, alone, split.wanted(split.open()), 1);
    return looking.decisions(connection, party, plan, split).of(rows).stream()
        .findFirst()
        .map(RowDecisions.Released::disclosure);
  }

  /**
   * An id that nobody was shown lately: all of the recipient's rows are tried. Several holders may
   * have brought the same one, some of them for others' eyes only.
   */
  private List<Long> search(Connection connection, MemberId recipient, int party, UUID id)
      throws SQLException {
    RecipientKey key = StoredDeliveries.key(means, recipient);
    List<Long> positions = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select position, fingerprint from observation where responsible = ?"
                + " order by position")) {
      query.setFetchSize(10_000);
      query.setInt(1, party);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID identity = row.getObject(2, UUID.class);
          Fingerprint fingerprint =
              new Fingerprint(
                  identity.getMostSignificantBits(), identity.getLeastSignificantBits());
          if (key.idOf(fingerprint).equals(id)) {
            positions.add(row.getLong(1));
          }
        }
      }
    }
    return positions;
  }
}
