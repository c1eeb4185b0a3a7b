package tenbin.spine.collect.mailbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;
import tenbin.spine.post.About;
import tenbin.spine.storage.Database;

/**
 * Answers, bounces and dead mails as filed. A member asks for its own answers and bounces; dead
 * mails are the secretariat's. Filing the same mail twice changes nothing. Any thread.
 */
public final class MailFiles implements MailBook {
  /** Dead mails in all, and answers or bounces per member: years of them, or one night of abuse. */
  private static final int MOST = 10_000;

  private static final String TRIM =
      " where mail in (select mail from %1$s where %2$s order by received_at desc, mail offset "
          + MOST
          + ")";

  private final DataSource database;

  public MailFiles(DataSource database) {
    this.database = database;
  }

  /** The same mails as the secretariat may read and put them aside. */
  public MailOffice office() {
    return new Office(this);
  }

  private record Office(MailFiles files) implements MailOffice {
    @Override
    public List<Questionable> questionable() {
      return files.questionable();
    }

    @Override
    public List<DeadMail> deadMails(int most) {
      return files.deadMails(most);
    }

    @Override
    public boolean putAside(String mail, String why, Instant at) {
      return files.putAside(mail, why, at);
    }

    @Override
    public boolean bringBack(String mail) {
      return files.bringBack(mail);
    }
  }

  @Override
  public List<Answer> answersOf(MemberId member, int most) {
    String sql =
        "select * from answer_mail where member = ? order by received_at desc, mail limit ?";
    return read(
        sql,
        select -> {
          select.setString(1, member.text());
          select.setInt(2, most);
        },
        row ->
            new Answer(
                row.getString("mail"),
                about(row),
                row.getTimestamp("received_at").toInstant(),
                AnswerState.tryParse(row.getString("state")),
                row.getString("words")));
  }

  @Override
  public List<Bounce> bouncesOf(MemberId member, int most) {
    String sql =
        "select *, 'delivery' as about from bounce_mail where member = ?"
            + " order by received_at desc, mail limit ?";
    return read(
        sql,
        select -> {
          select.setString(1, member.text());
          select.setInt(2, most);
        },
        row ->
            new Bounce(
                row.getString("mail"),
                about(row),
                row.getTimestamp("received_at").toInstant(),
                row.getString("address"),
                Bounce.Kind.valueOf(row.getString("kind")),
                row.getString("status")));
  }

  /** Contacts whose mails come back, all members'. */
  public List<Questionable> questionable() {
    return read(
        "select * from questionable_contact order by since, member, address",
        select -> {},
        row ->
            new Questionable(
                new MemberId(row.getString("member")),
                row.getString("address"),
                row.getTimestamp("since").toInstant(),
                row.getString("why")));
  }

  /** Puts a dead mail aside; false when it is not there, or was before. */
  boolean putAside(String mail, String why, Instant at) {
    return write(
            "update dead_mail set put_aside_at = ?, put_aside_why = ?"
                + " where mail = ? and put_aside_at is null",
            update -> {
              update.setTimestamp(1, Timestamp.from(at));
              update.setString(2, why);
              update.setString(3, mail);
            })
        == 1;
  }

  /** Shows it again. */
  boolean bringBack(String mail) {
    return write(
            "update dead_mail set put_aside_at = null, put_aside_why = ''"
                + " where mail = ? and put_aside_at is not null",
            update -> update.setString(1, mail))
        == 1;
  }

  /** Dead mails that nobody has put aside, newest first. */
  public List<DeadMail> deadMails(int most) {
    return read(
        "select * from dead_mail where put_aside_at is null"
            + " order by received_at desc, mail limit ?",
        select -> select.setInt(1, most),
        row ->
            new DeadMail(
                row.getString("mail"),
                row.getString("mailbox"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("sender"),
                row.getString("title"),
                row.getString("why")));
  }

  /** Files an answer; the contact that it answers from works. */
  void file(Answer answer) {
    String sql =
        "insert into answer_mail (member, mail, about, subject, received_at, state, words)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    write(
        sql,
        insert -> {
          insert.setString(1, answer.about().member().text());
          insert.setString(2, answer.mail());
          insert.setString(3, answer.about().kind());
          insert.setString(4, answer.about().subject());
          insert.setTimestamp(5, Timestamp.from(answer.receivedAt()));
          insert.setString(6, answer.state().map(AnswerState::word).orElse(""));
          insert.setString(7, answer.words());
        });
    trim("answer_mail", answer.about().member());
    addressOf(answer.about())
        .ifPresent(address ->
            write(
                "delete from questionable_contact where member = ? and address = ?",
                delete -> {
                  delete.setString(1, answer.about().member().text());
                  delete.setString(2, address);
                }));
  }

  /** Files a bounce; a final one makes the contact questionable. */
  void file(Bounce bounce) {
    String sql =
        "insert into bounce_mail (member, mail, subject, received_at, address, kind, status)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    write(
        sql,
        insert -> {
          insert.setString(1, bounce.about().member().text());
          insert.setString(2, bounce.mail());
          insert.setString(3, bounce.about().subject());
          insert.setTimestamp(4, Timestamp.from(bounce.receivedAt()));
          insert.setString(5, bounce.address());
          insert.setString(6, bounce.kind().name());
          insert.setString(7, bounce.status());
        });
    trim("bounce_mail", bounce.about().member());
    if (bounce.kind() == Bounce.Kind.FAILED && !bounce.address().isEmpty()) {
      write(
          "insert into questionable_contact (member, address, since, why) values (?, ?, ?, ?)"
              + " on conflict do nothing",
          insert -> {
            insert.setString(1, bounce.about().member().text());
            insert.setString(2, bounce.address());
            insert.setTimestamp(3, Timestamp.from(bounce.receivedAt()));
            insert.setString(4, bounce.status());
          });
    }
  }

  void file(DeadMail mail) {
    String sql =
        "insert into dead_mail (mail, mailbox, received_at, sender, title, why)"
            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";
    write(
        sql,
        insert -> {
          insert.setString(1, mail.mail());
          insert.setString(2, mail.mailbox());
          insert.setTimestamp(3, Timestamp.from(mail.receivedAt()));
          insert.setString(4, mail.sender());
          insert.setString(5, mail.title());
          insert.setString(6, mail.why());
        });
    write("delete from dead_mail" + TRIM.formatted("dead_mail", "true"), delete -> {});
  }

  /** Nobody who holds a token fills the disk: the oldest go. The mails stay in the mailbox. */
  private void trim(String table, MemberId member) {
    write(
        "delete from " + table + TRIM.formatted(table, "member = ?") + " and member = ?",
        delete -> {
          delete.setString(1, member.text());
          delete.setString(2, member.text());
        });
  }

  /** Where the answered delivery went: by our own book, whatever the mail says. */
  Optional<String> addressOf(About about) {
    if (!about.kind().equals(About.DELIVERY)) {
      return Optional.empty();
    }
    String sql =
        "select s.address from attempt a join subscription s"
            + " on s.recipient = a.recipient and s.id = a.subscription"
            + " where a.recipient = ? and a.delivery::text = ? limit 1";
    return read(
            sql,
            select -> {
              select.setString(1, about.member().text());
              select.setString(2, about.subject());
            },
            row -> row.getString(1))
        .stream()
        .findFirst();
  }

  private static About about(ResultSet row) throws SQLException {
    return new About(
        new MemberId(row.getString("member")), row.getString("about"), row.getString("subject"));
  }

  private interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, Binding binding, Row<T> each) {
    List<T> all = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      binding.to(select);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          all.add(each.of(found));
        }
      }
      return all;
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private int write(String sql, Binding binding) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.to(statement);
      return statement.executeUpdate();
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }
}
