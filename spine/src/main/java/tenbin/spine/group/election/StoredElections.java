package tenbin.spine.group.election;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.role.GroupRole;
import tenbin.spine.storage.Statements;

/** Elections in PostgreSQL: two tables of {@code V30__group_roles.sql}. */
final class StoredElections implements ElectionBook {
  private final Statements database;

  StoredElections(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public void open(Election election) {
    database.run(
        "insert into group_election (id, group_id, role, member, person, at, nominations_end,"
            + " voting_end, term_begins, term_ends, quorum, electors, second_of)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setObject(1, election.id());
          insert.setString(2, election.group());
          insert.setString(3, election.role().name());
          insert.setString(4, election.opened().by().member().text());
          insert.setString(5, election.opened().by().person());
          insert.setObject(6, time(election.opened().at()));
          insert.setObject(7, time(election.schedule().nominationsEnd()));
          insert.setObject(8, time(election.schedule().votingEnd()));
          insert.setObject(9, time(election.term().from()));
          insert.setObject(10, time(election.term().to()));
          insert.setInt(11, election.quorum());
          insert.setArray(12, texts(insert, election.electors()));
          insert.setObject(13, election.secondOf().orElse(null));
          return insert.executeUpdate();
        });
  }

  private static Array texts(PreparedStatement statement, Set<MemberId> members)
      throws SQLException {
    Object[] texts = members.stream().map(MemberId::text).sorted().toArray();
    return statement.getConnection().createArrayOf("text", texts);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public List<Election> of(String group) {
    return database.run(
        "select * from group_election where group_id = ? order by number desc",
        query -> {
          query.setString(1, group);
          List<Election> elections = new ArrayList<>();
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              elections.add(election(row));
            }
          }
          return elections;
        });
  }

  private static Election election(ResultSet row) throws SQLException {
    GroupLine.By by =
        new GroupLine.By(new MemberId(row.getString("member")), row.getString("person"));
    Set<MemberId> electors =
        Arrays.stream((Object[]) row.getArray("electors").getArray())
            .map(each -> new MemberId((String) each))
            .collect(Collectors.toSet());
    return new Election(
        row.getObject("id", UUID.class),
        row.getString("group_id"),
        GroupRole.valueOf(row.getString("role")),
        new Election.Opened(by, at(row, "at").orElseThrow()),
        new Election.Schedule(
            at(row, "nominations_end").orElseThrow(), at(row, "voting_end").orElseThrow()),
        new Validity(at(row, "term_begins").orElseThrow(), at(row, "term_ends").orElseThrow()),
        row.getInt("quorum"),
        electors,
        Optional.ofNullable(row.getObject("second_of", UUID.class)),
        at(row, "withdrawn_at"),
        result(row));
  }

  private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  /** Chosen candidates and counts stand in one text: "id=3 id=2! id=0", the chosen with a mark. */
  private static Optional<Election.Result> result(ResultSet row) throws SQLException {
    @Nullable String outcome = row.getString("outcome");
    if (outcome == null) {
      return Optional.empty();
    }
    Map<UUID, Integer> counts = new HashMap<>();
    Set<UUID> chosen = new HashSet<>();
    for (String each : row.getString("counts").split(" ", -1)) {
      if (!each.isEmpty()) {
        UUID id = UUID.fromString(each.substring(0, 36));
        if (each.endsWith("!")) {
          chosen.add(id);
        }
        String count = each.substring(36).replace("=", "").replace("!", "");
        if (!count.isEmpty()) {
          counts.put(id, Integer.valueOf(count));
        }
      }
    }
    return Optional.of(
        new Election.Result(
            Election.Outcome.valueOf(outcome), chosen, row.getInt("votes_cast"), counts));
  }

  private static String text(Election.Result result) {
    Set<UUID> all = new HashSet<>(result.counts().keySet());
    all.addAll(result.chosen());
    return all.stream()
        .sorted()
        .map(each ->
            each
                + (result.counts().containsKey(each) ? "=" + result.counts().get(each) : "")
                + (result.chosen().contains(each) ? "!" : ""))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void settle(UUID election, Election.Result result) {
    database.run(
        "update group_election set outcome = ?, votes_cast = ?, counts = ?"
            + " where id = ? and outcome is null",
        update -> {
          update.setString(1, result.outcome().name());
          update.setInt(2, result.cast());
          update.setString(3, text(result));
          update.setObject(4, election);
          return update.executeUpdate();
        });
  }

  @Override
  public void withdraw(UUID election, Instant at) {
    database.run(
        "update group_election set withdrawn_at = ? where id = ? and withdrawn_at is null",
        update -> {
          update.setObject(1, time(at));
          update.setObject(2, election);
          return update.executeUpdate();
        });
  }

  @Override
  public void nominate(Candidate candidate) {
    database.run(
        "insert into group_candidate (id, election, seat, member, by, state)"
            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setObject(1, candidate.id());
          insert.setObject(2, candidate.election());
          insert.setObject(3, candidate.seat());
          insert.setString(4, candidate.member().text());
          insert.setString(5, candidate.by().text());
          insert.setString(6, candidate.state().name());
          return insert.executeUpdate();
        });
  }

  @Override
  public void answer(UUID candidate, Candidate.State state) {
    database.run(
        "update group_candidate set state = ? where id = ?",
        update -> {
          update.setString(1, state.name());
          update.setObject(2, candidate);
          return update.executeUpdate();
        });
  }

  @Override
  public List<Candidate> candidates(UUID election) {
    return database.run(
        "select * from group_candidate where election = ? order by number",
        query -> {
          query.setObject(1, election);
          List<Candidate> candidates = new ArrayList<>();
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              candidates.add(
                  new Candidate(
                      row.getObject("id", UUID.class),
                      election,
                      row.getObject("seat", UUID.class),
                      new MemberId(row.getString("member")),
                      new MemberId(row.getString("by")),
                      Candidate.State.valueOf(row.getString("state"))));
            }
          }
          return candidates;
        });
  }
}
