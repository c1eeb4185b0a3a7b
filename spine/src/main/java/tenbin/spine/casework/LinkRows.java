package tenbin.spine.casework;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tenbin.nouns.member.MemberId;

/** Links of cases as rows of {@code V22__case_links.sql}, within a transaction of the caller's. */
final class LinkRows {
  private LinkRows() {}

  static int put(Connection connection, CaseLink link) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into case_link (id, kind, from_case, into_case, members, by, at, undone_by,"
                + " undone_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update"
                + " set undone_by = excluded.undone_by, undone_at = excluded.undone_at")) {
      insert.setObject(1, link.id());
      insert.setString(2, link.kind().name());
      insert.setString(3, link.from());
      insert.setString(4, link.into());
      Object[] members = link.members().stream().map(MemberId::text).sorted().toArray();
      insert.setArray(5, connection.createArrayOf("text", members));
      insert.setString(6, link.done().by());
      insert.setObject(7, CaseRows.time(link.done().at()));
      insert.setString(8, link.undone().map(CaseLink.Deed::by).orElse(null));
      insert.setObject(9, link.undone().map(each -> CaseRows.time(each.at())).orElse(null));
      return insert.executeUpdate();
    }
  }

  static List<CaseLink> all(Connection connection) throws SQLException {
    List<CaseLink> links = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "select id, kind, from_case, into_case, members, by, at, undone_by, undone_at"
                    + " from case_link order by at, number");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        links.add(link(row));
      }
    }
    return links;
  }

  private static CaseLink link(ResultSet row) throws SQLException {
    Optional<String> undone = Optional.ofNullable(row.getString("undone_by"));
    String[] members = (String[]) row.getArray("members").getArray();
    CaseLink.Deed done = new CaseLink.Deed(row.getString("by"), CaseRows.instant(row, "at"));
    return new CaseLink(
        row.getObject("id", UUID.class),
        CaseLink.Kind.valueOf(row.getString("kind")),
        row.getString("from_case"),
        row.getString("into_case"),
        Arrays.stream(members).map(MemberId::new).collect(Collectors.toSet()),
        done,
        undone.isPresent()
            ? Optional.of(new CaseLink.Deed(undone.get(), CaseRows.instant(row, "undone_at")))
            : Optional.empty());
  }
}
