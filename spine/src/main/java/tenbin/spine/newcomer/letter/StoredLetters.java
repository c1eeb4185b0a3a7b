package tenbin.spine.newcomer.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.newcomer.WrittenNetwork;
import tenbin.spine.storage.Statements;

/** The table of letters to registered contacts. */
final class StoredLetters implements LetterBook {
  private final Statements database;

  StoredLetters(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public List<ContactLetter> all() {
    return database.run(
        "select secret, member, network, mail, place, sent_at, until, yes, answered_at from"
            + " network_letter order by sent_at, secret",
        query -> Statements.rows(query, StoredLetters::letter));
  }

  private static ContactLetter letter(ResultSet row) throws SQLException {
    boolean yes = row.getBoolean(8);
    return new ContactLetter(
        new Digest(row.getString(1)),
        new MemberId(row.getString(2)),
        WrittenNetwork.tryParse(row.getString(3)).orElseThrow(),
        row.getString(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject(9, OffsetDateTime.class))
            .map(at -> new ContactLetter.Answer(yes, at.toInstant())));
  }

  @Override
  public void put(ContactLetter letter) {
    database.run(
        "insert into network_letter (secret, member, network, mail, place, sent_at, until, yes,"
            + " answered_at) values (?,?,?,?,?,?,?,?,?) on conflict (secret) do update set"
            + " yes = excluded.yes, answered_at = excluded.answered_at",
        insert -> {
          insert.setString(1, letter.secret().hex());
          insert.setString(2, letter.member().text());
          insert.setString(3, letter.network().toString());
          insert.setString(4, letter.mail());
          insert.setString(5, letter.where());
          insert.setObject(6, time(letter.sentAt()));
          insert.setObject(7, time(letter.until()));
          insert.setBoolean(8, letter.answer().filter(ContactLetter.Answer::yes).isPresent());
          insert.setObject(9, letter.answer().map(each -> time(each.at())).orElse(null));
          return insert.executeUpdate();
        });
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
