package tenbin.hub.wiring;

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
import tenbin.nouns.member.MemberId;
import tenbin.web.signin.Person;
import tenbin.web.signin.PersonBook;

/** People in the hub's database. */
public final class PostgresPersonBook implements PersonBook {
  private final DataSource database;

  public PostgresPersonBook(DataSource database) {
    this.database = database;
  }

  @Override
  public void put(Person person, String passwordHash) {
    Sql.run(
        database,
        "insert into person (id, member, login, password_hash, created_at) values (?, ?, ?, ?, ?)"
            + " on conflict (login) do update set member = excluded.member,"
            + " password_hash = excluded.password_hash, ended_at = null",
        statement -> {
          statement.setObject(1, person.id());
          statement.setString(2, person.member().text());
          statement.setString(3, person.login());
          statement.setString(4, passwordHash);
          statement.setObject(5, Sql.time(person.createdAt()));
          return statement.executeUpdate();
        });
  }

  @Override
  public Optional<Entry> find(String login) {
    return Sql.run(
        database,
        "select id, member, login, created_at, ended_at, password_hash from person where login = ?",
        statement -> {
          statement.setString(1, login);
          try (ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(new Entry(person(row), row.getString(6)))
                : Optional.<Entry>empty();
          }
        });
  }

  @Override
  public List<Person> people(MemberId member) {
    return Sql.run(
        database,
        "select id, member, login, created_at, ended_at from person where member = ? order by"
            + " login",
        statement -> {
          statement.setString(1, member.text());
          List<Person> all = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              all.add(person(row));
            }
          }
          return all;
        });
  }

  /** People of all members, those whose sign-in has ended too. */
  public List<Person> everybody() {
    return Sql.run(
        database,
        "select id, member, login, created_at, ended_at from person order by member, login",
        statement -> {
          List<Person> all = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              all.add(person(row));
            }
          }
          return all;
        });
  }

  @Override
  public void end(UUID person, Instant at) {
    Sql.run(
        database,
        "update person set ended_at = ? where id = ? and ended_at is null",
        statement -> {
          statement.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
          statement.setObject(2, person);
          return statement.executeUpdate();
        });
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getObject(1, UUID.class),
        new MemberId(row.getString(2)),
        row.getString(3),
        Sql.instant(row, 4).orElse(Instant.EPOCH),
        Sql.instant(row, 5));
  }
}
