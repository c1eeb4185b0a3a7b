package tenbin.hub.wiring;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.web.provider.Identity;
import tenbin.web.provider.IdentityBook;

/** Who people are at their providers, in the hub's database. */
public final class PostgresIdentityBook implements IdentityBook {
  private static final String ALL =
      "select issuer, subject, person, name, linked_at from person_identity where ";

  private final DataSource database;

  public PostgresIdentityBook(DataSource database) {
    this.database = database;
  }

  @Override
  public boolean add(Identity identity) {
    return Sql.run(
            database,
            "insert into person_identity (issuer, subject, person, name, linked_at)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing",
            statement -> {
              statement.setString(1, identity.issuer());
              statement.setString(2, identity.subject());
              statement.setObject(3, identity.person());
              statement.setString(4, identity.name());
              statement.setObject(5, Sql.time(identity.linkedAt()));
              return statement.executeUpdate();
            })
        == 1;
  }

  @Override
  public Optional<Identity> find(String issuer, String subject) {
    return Sql.run(
            database,
            ALL + "issuer = ? and subject = ?",
            statement -> {
              statement.setString(1, issuer);
              statement.setString(2, subject);
              return rows(statement);
            })
        .stream()
        .findFirst();
  }

  @Override
  public List<Identity> of(UUID person) {
    return Sql.run(
        database,
        ALL + "person = ? order by issuer",
        statement -> {
          statement.setObject(1, person);
          return rows(statement);
        });
  }

  @Override
  public boolean remove(UUID person, String issuer) {
    return Sql.run(
            database,
            "delete from person_identity where person = ? and issuer = ?",
            statement -> {
              statement.setObject(1, person);
              statement.setString(2, issuer);
              return statement.executeUpdate();
            })
        == 1;
  }

  private static List<Identity> rows(PreparedStatement statement) throws SQLException {
    List<Identity> all = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.add(
            new Identity(
                row.getString(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                Sql.instant(row, 5).orElse(Instant.EPOCH)));
      }
    }
    return all;
  }
}
