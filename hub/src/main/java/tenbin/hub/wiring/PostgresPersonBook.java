package tenbin.hub.wiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;
import tenbin.web.signin.Office;
import tenbin.web.signin.Person;
import tenbin.web.signin.PersonBook;

/** People in the hub's database. */
public final class PostgresPersonBook implements PersonBook {
  private static final String COLUMNS = "id, member, login, created_at, ended_at, offices";

  private final DataSource database;

  public PostgresPersonBook(DataSource database) {
    this.database = database;
  }

  @Override
  public void put(Person person, String passwordHash) {
    Sql.run(
        database,
        "insert into person (id, member, login, password_hash, created_at, offices)"
            + " values (?, ?, ?, ?, ?, ?)"
            + " on conflict (login) do update set member = excluded.member,"
            + " password_hash = excluded.password_hash, offices = excluded.offices,"
            + " ended_at = null",
        statement -> {
          statement.setObject(1, person.id());
          statement.setString(2, person.member().text());
          statement.setString(3, person.login());
          statement.setString(4, passwordHash);
          statement.setObject(5, Sql.time(person.createdAt()));
          statement.setString(6, words(person.offices()));
          return statement.executeUpdate();
        });
  }

  @Override
  public boolean add(Person person) {
    return Sql.run(
            database,
            "insert into person (id, member, login, created_at, offices) values (?, ?, ?, ?, ?)"
                + " on conflict (login) do nothing",
            statement -> {
              statement.setObject(1, person.id());
              statement.setString(2, person.member().text());
              statement.setString(3, person.login());
              statement.setObject(4, Sql.time(person.createdAt()));
              statement.setString(5, words(person.offices()));
              return statement.executeUpdate();
            })
        == 1;
  }

  @Override
  public Optional<Person> find(UUID id) {
    return Sql.run(
        database,
        "select " + COLUMNS + " from person where id = ?",
        statement -> {
          statement.setObject(1, id);
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(person(row)) : Optional.<Person>empty();
          }
        });
  }

  @Override
  public void password(UUID person, String passwordHash) {
    set("update person set password_hash = ? where id = ?", passwordHash, person);
  }

  @Override
  public void offices(UUID person, Set<Office> offices) {
    set("update person set offices = ? where id = ?", words(offices), person);
  }

  private void set(String sql, String value, UUID person) {
    Sql.run(
        database,
        sql,
        statement -> {
          statement.setString(1, value);
          statement.setObject(2, person);
          return statement.executeUpdate();
        });
  }

  @Override
  public Optional<Entry> find(String login) {
    return Sql.run(
        database,
        "select " + COLUMNS + ", password_hash from person where login = ?",
        statement -> {
          statement.setString(1, login);
          try (ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(new Entry(person(row), row.getString(7)))
                : Optional.<Entry>empty();
          }
        });
  }

  @Override
  public List<Person> people(MemberId member) {
    return Sql.run(
        database,
        "select " + COLUMNS + " from person where member = ? order by login",
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

  @Override
  public List<Person> everybody() {
    return Sql.run(
        database,
        "select " + COLUMNS + " from person order by member, login",
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
        offices(row.getString(6)),
        Sql.instant(row, 4).orElse(Instant.EPOCH),
        Sql.instant(row, 5));
  }

  private static String words(Set<Office> offices) {
    return offices.stream().map(Office::word).sorted().collect(Collectors.joining(" "));
  }

  private static Set<Office> offices(String words) {
    return Arrays.stream(words.split(" ", -1))
        .flatMap(word -> Office.tryParse(word).stream())
        .collect(Collectors.toSet());
  }
}
