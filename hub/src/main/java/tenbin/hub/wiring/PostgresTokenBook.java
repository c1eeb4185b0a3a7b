package tenbin.hub.wiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.web.signin.Bound;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Token;
import tenbin.web.signin.TokenBook;

/** Tokens in the hub's database. */
public final class PostgresTokenBook implements TokenBook {
  private static final String COLUMNS =
      "id, member, title, scopes, created_at, expires_at, revoked_at, certificate, hash";

  private final DataSource database;

  public PostgresTokenBook(DataSource database) {
    this.database = database;
  }

  @Override
  public void put(Token token, Digest hash) {
    Sql.run(
        database,
        "insert into api_token"
            + " (id, hash, member, title, scopes, created_at, expires_at, certificate)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          statement.setObject(1, token.id());
          statement.setString(2, hash.hex());
          statement.setString(3, token.member().text());
          statement.setString(4, token.title());
          statement.setString(
              5,
              token.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(" ")));
          statement.setObject(6, Sql.time(token.createdAt()));
          statement.setObject(7, Sql.time(token.expiresAt()));
          statement.setString(8, token.bound().map(each -> each.certificate().hex()).orElse(""));
          return statement.executeUpdate();
        });
  }

  @Override
  public Optional<Token> find(Digest hash) {
    return Sql.run(
        database,
        "select " + COLUMNS + " from api_token where hash = ?",
        statement -> {
          statement.setString(1, hash.hex());
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(token(row)) : Optional.<Token>empty();
          }
        });
  }

  /** What went by that certificate before and holds no more makes room for it. */
  @Override
  public boolean bind(Token token, Instant at) {
    String certificate = token.bound().map(each -> each.certificate().hex()).orElse("");
    change(
        "update api_token set hash = 'over ' || id"
            + " where hash = ? and (revoked_at is not null or expires_at <= ?)",
        certificate,
        Sql.time(at));
    return change(
            "update api_token set hash = certificate where id = ? and certificate = ?"
                + " and not exists (select 1 from api_token where hash = ?)",
            token.id(),
            certificate,
            certificate)
        == 1;
  }

  private int change(String sql, Object... values) {
    return Sql.run(
        database,
        sql,
        statement -> {
          for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
          }
          return statement.executeUpdate();
        });
  }

  @Override
  public List<Token> tokens(MemberId member) {
    return Sql.run(
        database,
        "select " + COLUMNS + " from api_token where member = ? order by created_at desc, id",
        statement -> {
          statement.setString(1, member.text());
          List<Token> all = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              all.add(token(row));
            }
          }
          return all;
        });
  }

  /** Tokens of all members, those that no longer hold too. */
  public List<Token> all() {
    return Sql.run(
        database,
        "select " + COLUMNS + " from api_token order by member, created_at desc, id",
        statement -> {
          List<Token> all = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              all.add(token(row));
            }
          }
          return all;
        });
  }

  @Override
  public boolean revoke(MemberId member, UUID token, Instant at) {
    return Sql.run(
            database,
            "update api_token set revoked_at = ?"
                + " where id = ? and member = ? and revoked_at is null",
            statement -> {
              statement.setObject(1, Sql.time(at));
              statement.setObject(2, token);
              statement.setString(3, member.text());
              return statement.executeUpdate();
            })
        == 1;
  }

  private static Token token(ResultSet row) throws SQLException {
    Set<Scope> scopes =
        Arrays.stream(row.getString(4).split(" ", -1))
            .flatMap(word -> Scope.tryParse(word).stream())
            .collect(Collectors.toSet());
    String hash = row.getString(9);
    return new Token(
        row.getObject(1, UUID.class),
        new MemberId(row.getString(2)),
        row.getString(3),
        scopes,
        Sql.instant(row, 5).orElse(Instant.EPOCH),
        Sql.instant(row, 6).orElse(Instant.EPOCH),
        Sql.instant(row, 7),
        Digest.tryParse(row.getString(8)).map(each -> new Bound(each, each.hex().equals(hash))));
  }
}
