package tenbin.spine.group.role;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.GroupLine;
import tenbin.spine.storage.Statements;

/** Seats in PostgreSQL: a table of {@code V30__group_roles.sql}. */
final class StoredSeats implements SeatBook {
  /** Seats of a group that were over before a moment and still say who held them. */
  private static final String NAMED_BEFORE =
      " where group_id = ? and least(ended_at, ends) < ? and name <> ''";

  private final Statements database;

  StoredSeats(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public void add(Seat seat) {
    database.run(
        "insert into group_seat (id, group_id, role, member, person, name, begins, ends, given_by,"
            + " given_person, given_how, given_at, ended_at, ended_why)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setObject(1, seat.id());
          insert.setString(2, seat.group());
          insert.setString(3, seat.role().name());
          insert.setString(4, seat.holder().member().text());
          insert.setString(5, seat.holder().person());
          insert.setString(6, seat.holder().name());
          insert.setObject(7, time(seat.term().from()));
          insert.setObject(8, seat.term().end().map(StoredSeats::time).orElse(null));
          insert.setString(9, seat.given().by().member().text());
          insert.setString(10, seat.given().by().person());
          insert.setString(11, seat.given().right().name());
          insert.setObject(12, time(seat.given().at()));
          insert.setObject(13, seat.end().map(end -> time(end.at())).orElse(null));
          insert.setString(14, seat.end().map(end -> end.why().name()).orElse(null));
          return insert.executeUpdate();
        });
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void end(UUID seat, Seat.End end) {
    database.run(
        "update group_seat set ended_at = ?, ended_why = ? where id = ?"
            + " and coalesce(least(ended_at, ends), 'infinity') > ?",
        update -> {
          update.setObject(1, time(end.at()));
          update.setString(2, end.why().name());
          update.setObject(3, seat);
          update.setObject(4, time(end.at()));
          return update.executeUpdate();
        });
  }

  @Override
  public List<Seat> of(String group) {
    return database.run(
        "select * from group_seat where group_id = ? order by number",
        query -> {
          query.setString(1, group);
          return read(query);
        });
  }

  @Override
  public int countNamesBefore(String group, Instant before) {
    return database.run(
        "select count(*) from group_seat" + NAMED_BEFORE,
        query -> {
          query.setString(1, group);
          query.setObject(2, time(before));
          return Statements.number(query);
        });
  }

  @Override
  public int forgetNames(String group, Instant before) {
    return database.run(
        "update group_seat set person = '', name = '', given_person = ''" + NAMED_BEFORE,
        update -> {
          update.setString(1, group);
          update.setObject(2, time(before));
          return update.executeUpdate();
        });
  }

  private static List<Seat> read(PreparedStatement query) throws SQLException {
    List<Seat> seats = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        seats.add(
            new Seat(
                row.getObject("id", UUID.class),
                row.getString("group_id"),
                GroupRole.valueOf(row.getString("role")),
                new Seat.Holder(
                    new MemberId(row.getString("member")),
                    row.getString("person"),
                    row.getString("name")),
                new Validity(
                    time(row, "begins").orElseThrow(), time(row, "ends").orElse(Instant.MAX)),
                given(row),
                end(row)));
      }
    }
    return seats;
  }

  private static Seat.Given given(ResultSet row) throws SQLException {
    MemberId by = new MemberId(row.getString("given_by"));
    return new Seat.Given(
        new GroupLine.By(by, row.getString("given_person")),
        time(row, "given_at").orElseThrow(),
        Seat.Right.valueOf(row.getString("given_how")));
  }

  private static Optional<Seat.End> end(ResultSet row) throws SQLException {
    Optional<Instant> at = time(row, "ended_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Seat.End(at.get(), Seat.Why.valueOf(row.getString("ended_why"))));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
