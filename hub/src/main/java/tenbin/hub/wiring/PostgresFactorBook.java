package tenbin.hub.wiring;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import tenbin.web.factor.Factor;
import tenbin.web.factor.FactorBook;

/** Second factors in the hub's database; their secrets come from the hub's own. */
public final class PostgresFactorBook implements FactorBook {
  private final DataSource database;
  private final Function<String, byte[]> keys;

  /**
   * A book.
   *
   * @param keys 32 bytes for each name, from the hub's secret
   */
  public PostgresFactorBook(DataSource database, Function<String, byte[]> keys) {
    this.database = database;
    this.keys = keys;
  }

  @Override
  public void put(Factor factor) {
    Sql.run(
        database,
        "insert into second_factor (person, nonce, made_at) values (?, ?, ?)"
            + " on conflict (person) do update set nonce = excluded.nonce,"
            + " made_at = excluded.made_at, confirmed_at = null, last_step = 0,"
            + " used_recovery = 0",
        statement -> {
          statement.setObject(1, factor.person());
          statement.setString(2, factor.nonce());
          statement.setObject(3, Sql.time(factor.madeAt()));
          return statement.executeUpdate();
        });
  }

  @Override
  public Optional<Factor> find(UUID person) {
    return Sql.run(
        database,
        "select nonce, made_at, confirmed_at, last_step, used_recovery from second_factor"
            + " where person = ?",
        statement -> {
          statement.setObject(1, person);
          try (ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Factor(
                        person,
                        row.getString(1),
                        Sql.instant(row, 2).orElse(Instant.EPOCH),
                        Sql.instant(row, 3),
                        row.getLong(4),
                        row.getInt(5)))
                : Optional.<Factor>empty();
          }
        });
  }

  @Override
  public boolean take(UUID person, long step) {
    return change(
        "update second_factor set last_step = ? where person = ? and last_step < ?",
        step,
        person,
        step);
  }

  @Override
  public boolean takeRecovery(UUID person, int recovery) {
    int bit = 1 << recovery;
    return change(
        "update second_factor set used_recovery = used_recovery | ?"
            + " where person = ? and used_recovery & ? = 0",
        bit,
        person,
        bit);
  }

  @Override
  public void confirm(UUID person, Instant at) {
    change("update second_factor set confirmed_at = ? where person = ?", Sql.time(at), person);
  }

  @Override
  public void remove(UUID person) {
    change("delete from second_factor where person = ?", person);
  }

  private boolean change(String sql, Object... values) {
    return Sql.run(
            database,
            sql,
            statement -> {
              for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
              }
              return statement.executeUpdate();
            })
        == 1;
  }

  @Override
  public byte[] derive(UUID person, String use) {
    return keys.apply(person + " " + use);
  }
}
