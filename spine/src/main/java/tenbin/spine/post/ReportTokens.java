package tenbin.spine.post;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;

/**
 * The token in each member's own report address: whoever sends there is taken for that member, so a
 * member that has spilt it asks for a new one. Any thread.
 */
public final class ReportTokens {
  private final DataSource database;
  private final Tokens tokens;

  public ReportTokens(DataSource database, Tokens tokens) {
    this.database = database;
    this.tokens = tokens;
  }

  /** A member's present token. */
  public String of(MemberId member) throws SQLException {
    return token(member, versions().getOrDefault(member.text(), 1));
  }

  /** Makes the present token worthless and returns the next. */
  public String renew(MemberId member) throws SQLException {
    String sql =
        "insert into reporter_address (member, version) values (?, 2)"
            + " on conflict (member) do update set version = reporter_address.version + 1";
    try (Connection connection = database.getConnection();
        PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setString(1, member.text());
      upsert.executeUpdate();
    }
    return of(member);
  }

  /** Whose token it is, of these members. */
  public Optional<MemberId> find(String token, Collection<MemberId> members) throws SQLException {
    Map<String, Integer> versions = versions();
    return members.stream()
        .filter(member -> token(member, versions.getOrDefault(member.text(), 1)).equals(token))
        .findFirst();
  }

  private String token(MemberId member, int version) {
    return tokens.token("report", member.text(), Integer.toString(version));
  }

  private Map<String, Integer> versions() throws SQLException {
    Map<String, Integer> versions = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select member, version from reporter_address");
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        versions.put(found.getString(1), found.getInt(2));
      }
    }
    return versions;
  }
}
