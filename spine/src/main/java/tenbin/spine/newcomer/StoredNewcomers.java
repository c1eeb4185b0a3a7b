package tenbin.spine.newcomer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Statements;

/** The book of newcomers in PostgreSQL: the tables of {@code V31__newcomers.sql}. */
final class StoredNewcomers implements NewcomerBook {
  private static final String COLUMNS =
      "member, name, name_ja, class, carrier, expected, mail, sent_at, until, invited_by,"
          + " arrived_at, withdrawn_at, joined_at, first_row_at";

  private final Statements database;
  private final StoredRanges ranges;

  StoredNewcomers(DataSource source) {
    this.database = new Statements(source);
    this.ranges = new StoredRanges(database);
  }

  static @Nullable OffsetDateTime at(Optional<Instant> instant) {
    return instant.map(each -> each.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  static Optional<Instant> at(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public Optional<Newcomer> find(MemberId id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public List<Newcomer> all() {
    return database.run(
        "select " + COLUMNS + " from newcomer order by sent_at desc, member",
        query -> Statements.rows(query, StoredNewcomers::newcomer));
  }

  private static Newcomer newcomer(ResultSet row) throws SQLException {
    List<Network> expected =
        row.getString(6).lines().map(WrittenNetwork::tryParse).flatMap(Optional::stream).toList();
    return new Newcomer(
        new MemberId(row.getString(1)),
        new Newcomer.Invited(
            row.getString(2),
            row.getString(3),
            MemberClass.tryParse(row.getString(4)).orElseThrow(),
            row.getBoolean(5),
            expected),
        new Newcomer.Letter(
            row.getString(7),
            at(row, 8).orElseThrow(),
            at(row, 9).orElseThrow(),
            row.getString(10)),
        at(row, 11),
        at(row, 12),
        at(row, 13),
        at(row, 14));
  }

  @Override
  public void put(Newcomer newcomer) {
    database.run(
        "insert into newcomer ("
            + COLUMNS
            + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict (member) do update set name ="
            + " excluded.name, name_ja = excluded.name_ja, class = excluded.class, carrier ="
            + " excluded.carrier, expected = excluded.expected, mail = excluded.mail, sent_at ="
            + " excluded.sent_at, until = excluded.until, invited_by = excluded.invited_by,"
            + " arrived_at = excluded.arrived_at, withdrawn_at = excluded.withdrawn_at, joined_at ="
            + " excluded.joined_at, first_row_at = excluded.first_row_at",
        insert -> {
          Newcomer.Invited said = newcomer.invited();
          insert.setString(1, newcomer.id().text());
          insert.setString(2, said.name());
          insert.setString(3, said.nameJa());
          insert.setString(4, said.memberClass().word());
          insert.setBoolean(5, said.carrier());
          insert.setString(
              6, said.expected().stream().map(Network::toString).collect(Collectors.joining("\n")));
          insert.setString(7, newcomer.letter().mail());
          insert.setObject(8, at(Optional.of(newcomer.letter().sentAt())));
          insert.setObject(9, at(Optional.of(newcomer.letter().until())));
          insert.setString(10, newcomer.letter().by());
          insert.setObject(11, at(newcomer.arrivedAt()));
          insert.setObject(12, at(newcomer.withdrawnAt()));
          insert.setObject(13, at(newcomer.joinedAt()));
          insert.setObject(14, at(newcomer.firstRowAt()));
          return insert.executeUpdate();
        });
  }

  @Override
  public List<OwnRange> ranges() {
    return ranges.all();
  }

  @Override
  public void put(OwnRange range) {
    ranges.put(range);
  }

  @Override
  public void remove(MemberId holder, Network network) {
    ranges.remove(holder, network);
  }

  @Override
  public List<Signature> signatures() {
    return database.run(
        "select member, agreement, text, person, at from signature order by at, member, agreement",
        query ->
            Statements.rows(
                query,
                row ->
                    new Signature(
                        new MemberId(row.getString(1)),
                        row.getString(2),
                        new Digest(row.getString(3)),
                        row.getString(4),
                        at(row, 5).orElseThrow())));
  }

  @Override
  public void put(Signature signature) {
    database.run(
        "insert into signature (member, agreement, text, person, at) values (?, ?, ?, ?, ?)"
            + " on conflict (member, agreement) do nothing",
        insert -> {
          insert.setString(1, signature.member().text());
          insert.setString(2, signature.agreement());
          insert.setString(3, signature.text().hex());
          insert.setString(4, signature.person());
          insert.setObject(5, at(Optional.of(signature.at())));
          return insert.executeUpdate();
        });
  }

  @Override
  public List<Contact> contacts(MemberId member) {
    return database.run(
        "select role, name, mail, phone, given_on from newcomer_contact where member = ? order by"
            + " role",
        query -> {
          query.setString(1, member.text());
          return Statements.rows(query, StoredNewcomers::contact);
        });
  }

  private static Contact contact(ResultSet row) throws SQLException {
    LocalDate given = row.getObject(5, LocalDate.class);
    return new Contact(
        ContactRole.tryParse(row.getString(1)).orElseThrow(),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        given,
        given.plus(CONTACT));
  }

  @Override
  public void put(MemberId member, Contact contact) {
    database.run(
        "insert into newcomer_contact (member, role, name, mail, phone, given_on)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (member, role) do update set"
            + " name = excluded.name, mail = excluded.mail, phone = excluded.phone,"
            + " given_on = excluded.given_on",
        insert -> {
          insert.setString(1, member.text());
          insert.setString(2, contact.role().word());
          insert.setString(3, contact.name());
          insert.setString(4, contact.mail());
          insert.setString(5, contact.phone());
          insert.setObject(6, contact.verifiedAt());
          return insert.executeUpdate();
        });
  }

  @Override
  public Optional<Mark> mark(MemberId member) {
    return database.run(
        "select token, until from range_mark where member = ?",
        query -> {
          query.setString(1, member.text());
          return Statements.rows(
                  query, row -> new Mark(member, row.getString(1), at(row, 2).orElseThrow()))
              .stream()
              .findFirst();
        });
  }

  @Override
  public void put(Mark mark) {
    database.run(
        "insert into range_mark (member, token, until) values (?, ?, ?) on conflict (member)"
            + " do update set token = excluded.token, until = excluded.until",
        insert -> {
          insert.setString(1, mark.member().text());
          insert.setString(2, mark.token());
          insert.setObject(3, at(Optional.of(mark.until())));
          return insert.executeUpdate();
        });
  }
}
