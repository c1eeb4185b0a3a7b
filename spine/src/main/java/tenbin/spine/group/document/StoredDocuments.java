package tenbin.spine.group.document;

import java.sql.PreparedStatement;
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
import org.jspecify.annotations.Nullable;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.file.LaidFile;
import tenbin.spine.group.GroupLine;
import tenbin.spine.storage.Statements;

/** Documents in PostgreSQL: a table of {@code V30__group_roles.sql}. */
final class StoredDocuments implements DocumentBook {
  private static final String BEFORE = " from group_document where group_id = ? and at < ?";

  private final Statements database;

  StoredDocuments(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public void add(Document document, byte[] content) {
    database.run(
        "insert into group_document (id, group_id, document, member, person, at, title, file,"
            + " type, size, digest, marking, reach, content)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setObject(1, document.id());
          insert.setString(2, document.group());
          insert.setObject(3, document.document());
          insert.setString(4, document.member().text());
          insert.setString(5, document.put().by().person());
          insert.setObject(6, time(document.put().at()));
          insert.setString(7, document.title());
          insert.setString(8, document.file().name());
          insert.setString(9, document.file().type());
          insert.setInt(10, document.file().size());
          insert.setString(11, document.file().digest());
          insert.setString(12, document.terms().marking().name());
          insert.setString(13, document.terms().reach().name());
          insert.setBytes(14, content);
          return insert.executeUpdate();
        });
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public List<Document> of(String group, Instant since) {
    return database.run(
        "select id, group_id, document, member, person, at, title, file, type, size, digest,"
            + " marking, reach, removed_at, removed_by, removed_why from group_document"
            + " where group_id = ? and at >= ? order by number desc",
        query -> {
          query.setString(1, group);
          query.setObject(2, time(since));
          return read(query);
        });
  }

  private static List<Document> read(PreparedStatement query) throws SQLException {
    List<Document> documents = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        MemberId member = new MemberId(row.getString("member"));
        documents.add(
            new Document(
                row.getObject("id", UUID.class),
                row.getString("group_id"),
                row.getObject("document", UUID.class),
                new Document.Put(
                    new GroupLine.By(member, row.getString("person")),
                    row.getObject("at", OffsetDateTime.class).toInstant()),
                row.getString("title"),
                new LaidFile.Fine(
                    row.getString("file"),
                    row.getString("type"),
                    row.getInt("size"),
                    row.getString("digest")),
                new Document.Terms(
                    Tlp.valueOf(row.getString("marking")),
                    Document.Reach.valueOf(row.getString("reach"))),
                removal(row)));
      }
    }
    return documents;
  }

  private static Optional<Document.Removal> removal(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject("removed_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(
            new Document.Removal(
                at.toInstant(),
                new MemberId(row.getString("removed_by")),
                row.getString("removed_why")));
  }

  @Override
  public Optional<byte[]> content(UUID version) {
    return database.run(
        "select content from group_document where id = ? and content is not null",
        query -> {
          query.setObject(1, version);
          try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
          }
        });
  }

  @Override
  public void remove(UUID document, Document.Removal how) {
    database.run(
        "update group_document set content = null, removed_at = ?, removed_by = ?, removed_why = ?"
            + " where document = ? and removed_at is null",
        update -> {
          update.setObject(1, time(how.at()));
          update.setString(2, how.by().text());
          update.setString(3, how.why());
          update.setObject(4, document);
          return update.executeUpdate();
        });
  }

  @Override
  public int countBefore(String group, Instant before) {
    return database.run(
        "select count(*)" + BEFORE,
        query -> {
          query.setString(1, group);
          query.setObject(2, time(before));
          return Statements.number(query);
        });
  }

  @Override
  public int forget(String group, Instant before) {
    return database.run(
        "delete" + BEFORE,
        delete -> {
          delete.setString(1, group);
          delete.setObject(2, time(before));
          return delete.executeUpdate();
        });
  }
}
