package tenbin.spine.post;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * The tokens by which a mailed answer finds what it answers. Each is keyed and bound to one member
 * and one thing; the store keeps digests only. Any thread.
 */
public final class AnswerTokens {
  private final DataSource database;
  private final Tokens tokens;
  private final Clock clock;

  public AnswerTokens(DataSource database, Tokens tokens, Clock clock) {
    this.database = database;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The token for an answer; the same one whenever asked. Durable when this returns. */
  public String mint(About about) throws SQLException {
    String token = tokens.token("answer", about.member().text(), about.kind(), about.subject());
    String sql =
        "insert into answer_token (digest, member, about, subject, made_at)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setBytes(1, digest(token));
      insert.setString(2, about.member().text());
      insert.setString(3, about.kind());
      insert.setString(4, about.subject());
      insert.setTimestamp(5, Timestamp.from(clock.instant()));
      insert.executeUpdate();
    }
    return token;
  }

  /** What a token stands for; empty when the hub never made it. */
  public Optional<About> find(String token) throws SQLException {
    String sql = "select member, about, subject from answer_token where digest = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setBytes(1, digest(token));
      try (ResultSet found = select.executeQuery()) {
        return found.next()
            ? Optional.of(
                new About(new MemberId(found.getString(1)), found.getString(2), found.getString(3)))
            : Optional.empty();
      }
    }
  }

  private static byte[] digest(String token) {
    return Digest.start().digest(token.getBytes(US_ASCII));
  }
}
