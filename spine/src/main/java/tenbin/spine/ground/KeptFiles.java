package tenbin.spine.ground;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.report.Digest;
import tenbin.spine.policy.PolicySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Policy files as they were last in force, kept in the database: what goes on when a folder is bad.
 *
 * @param files their texts
 * @param since when they were taken
 */
record KeptFiles(List<PolicySource> files, Instant since) {
  static Optional<KeptFiles> newest(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select files, since from policy_files order by since desc limit 1");
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(new KeptFiles(sources(row.getString(1)), row.getTimestamp(2).toInstant()))
          : Optional.empty();
    }
  }

  /** All that ever were in force, the newest first. */
  static List<List<PolicySource>> all(Connection connection) throws SQLException {
    List<List<PolicySource>> all = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement("select files from policy_files order by since desc");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        all.add(sources(row.getString(1)));
      }
    }
    return all;
  }

  void put(Connection connection) throws SQLException {
    String text = text(files);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into policy_files (version, files, since) values (?, ?, ?)"
                + " on conflict (version) do update set since = excluded.since")) {
      insert.setString(1, Digest.of(text.getBytes(UTF_8)).hex());
      insert.setString(2, text);
      insert.setTimestamp(3, Timestamp.from(since));
      insert.executeUpdate();
    }
  }

  private static String text(List<PolicySource> files) {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    files.forEach(each -> all.addObject().put("name", each.name()).put("text", each.text()));
    return all.toString();
  }

  private static List<PolicySource> sources(String text) {
    List<PolicySource> sources = new ArrayList<>();
    for (JsonNode each : JsonMapper.shared().readTree(text)) {
      sources.add(new PolicySource(each.path("name").asString(), each.path("text").asString()));
    }
    return sources;
  }
}
