package tenbin.hub.wiring;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.nouns.report.Digest;
import tenbin.web.signin.Invitation;
import tenbin.web.signin.InvitationBook;

/** Invitations in the hub's database. */
public final class PostgresInvitationBook implements InvitationBook {
  private final DataSource database;

  public PostgresInvitationBook(DataSource database) {
    this.database = database;
  }

  @Override
  public void put(Invitation invitation, Digest hash) {
    Sql.run(
        database,
        "with gone as (delete from invitation where person = ?)"
            + " insert into invitation (hash, person, made_by, expires_at) values (?, ?, ?, ?)",
        statement -> {
          statement.setObject(1, invitation.person());
          statement.setString(2, hash.hex());
          statement.setObject(3, invitation.person());
          statement.setString(4, invitation.madeBy());
          statement.setObject(5, Sql.time(invitation.expiresAt()));
          return statement.executeUpdate();
        });
  }

  @Override
  public Optional<Invitation> find(Digest hash, Instant at) {
    return Sql.run(
        database,
        "select person, made_by, expires_at from invitation"
            + " where hash = ? and used_at is null and expires_at > ?",
        statement -> {
          statement.setString(1, hash.hex());
          statement.setObject(2, Sql.time(at));
          try (ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Invitation(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Sql.instant(row, 3).orElse(Instant.EPOCH)))
                : Optional.<Invitation>empty();
          }
        });
  }

  @Override
  public boolean use(Digest hash, Instant at) {
    return Sql.run(
            database,
            "update invitation set used_at = ? where hash = ? and used_at is null",
            statement -> {
              statement.setObject(1, Sql.time(at));
              statement.setString(2, hash.hex());
              return statement.executeUpdate();
            })
        == 1;
  }
}
