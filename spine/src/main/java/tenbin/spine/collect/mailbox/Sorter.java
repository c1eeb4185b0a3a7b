package tenbin.spine.collect.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.ReportTokens;
import tenbin.spine.storage.Database;

/**
 * Finds out what a mail is and puts it where it belongs: a report into the intake, an answer or a
 * bounce into the files. Whose it is says the token in the address that it was sent to. An answer
 * must also claim to be from a contact of that member: a token that leaked with a forwarded digest
 * is not enough. One thread.
 */
final class Sorter {
  /** An answer with some attached documents; a bounce that holds the whole digest. */
  private static final int MOST_ANSWER = 10 << 20;

  private final HubAddress hub;
  private final Supplier<Circle> circle;
  private final ReportTokens reports;
  private final AnswerTokens answers;
  private final MailFiles files;
  private final AnswerListener listener;
  private final Clock clock;

  Sorter(
      HubAddress hub,
      Supplier<Circle> circle,
      ReportTokens reports,
      AnswerTokens answers,
      MailFiles files,
      AnswerListener listener,
      Clock clock) {
    this.hub = hub;
    this.circle = circle;
    this.reports = reports;
    this.answers = answers;
    this.files = files;
    this.listener = listener;
    this.clock = clock;
  }

  /** What became of a mail. */
  sealed interface Verdict {
    /** A report, durable and acknowledged. */
    record Reported() implements Verdict {}

    /** An answer or a bounce, filed. */
    record Filed() implements Verdict {}

    /** The hub cannot take it now: it stays where it is. */
    record Later(String why) implements Verdict {}

    /** Nobody's, or refused. */
    record Dead(String why) implements Verdict {}
  }

  /**
   * Sorts one mail.
   *
   * @throws IOException when the mailbox or the intake's disk fails
   */
  Verdict sort(Incoming mail, Intake intake) throws MessagingException, IOException {
    if (mail.isLoop(hub)) {
      return new Verdict.Dead("a mail loop: the hub sent it itself, or it went round");
    }
    Set<HubAddress.Tagged> tags = mail.tags(hub);
    if (tags.size() != 1) {
      return new Verdict.Dead(
          tags.isEmpty() ? "to no address with a token" : "to more than one token");
    }
    HubAddress.Tagged tag = tags.iterator().next();
    try {
      return switch (tag.use()) {
        case REPORT -> report(mail, tag.token(), intake);
        case ANSWER -> answer(mail, tag.token());
      };
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private Verdict report(Incoming mail, String token, Intake intake)
      throws MessagingException, IOException, SQLException {
    Instant now = clock.instant();
    List<MemberId> members =
        circle.get().members().stream()
            .filter(member -> member.membership().holdsAt(now))
            .map(Member::id)
            .toList();
    Optional<MemberId> reporter = reports.find(token, members);
    if (reporter.isEmpty()) {
      return new Verdict.Dead("to a report address that is nobody's, or no longer");
    }
    if (mail.isAutomaticReply()) {
      return new Verdict.Dead("an automatic reply to a report address");
    }
    Arrival arrival =
        new Arrival(reporter.get(), mail.fileName(), "", Optional.empty(), Optional.empty());
    try (InputStream bytes = mail.raw()) {
      intake.accept(arrival, bytes);
      return new Verdict.Reported();
    } catch (UploadRefused refused) {
      return switch (refused.reason()) {
        case QUEUE_FULL, DISK_FULL -> new Verdict.Later(String.valueOf(refused.getMessage()));
        case TOO_LARGE, WRONG_DIGEST, WRONG_OFFSET ->
            new Verdict.Dead(String.valueOf(refused.getMessage()));
      };
    }
  }

  private Verdict answer(Incoming mail, String token)
      throws MessagingException, IOException, SQLException {
    Optional<About> about = answers.find(token);
    if (about.isEmpty()) {
      return new Verdict.Dead("to an answer address that the hub never made");
    }
    byte[] bytes;
    try (InputStream raw = mail.raw()) {
      bytes = raw.readNBytes(MOST_ANSWER + 1);
    }
    if (bytes.length > MOST_ANSWER) {
      return new Verdict.Dead("an answer larger than " + MOST_ANSWER + " bytes");
    }
    boolean automatic = mail.isAutomatic();
    try {
      return file(about.get(), bytes, automatic);
    } catch (MessagingException | IOException unreadable) {
      return new Verdict.Dead("an answer that cannot be read: " + unreadable.getMessage());
    }
  }

  /** From memory: what fails here is the mail itself, and fails every time. */
  private Verdict file(About about, byte[] bytes, boolean automatic)
      throws MessagingException, IOException {
    MimeMessage mail =
        new MimeMessage(
            Session.getInstance(new java.util.Properties()), new ByteArrayInputStream(bytes));
    String id = Digest.of(bytes).hex();
    Instant now = clock.instant();
    Optional<DeliveryStatus> status = DeliveryStatus.of(mail);
    if (status.isPresent() || automatic) {
      files.file(bounce(about, id, now, status));
      return new Verdict.Filed();
    }
    if (!isContact(about.member(), Incoming.sender(mail), now)) {
      return new Verdict.Dead(
          "an answer for " + about.member() + " from no contact of it in the roster");
    }
    String words = Unquoted.of(MailText.first(mail));
    Answer answer = new Answer(id, about, now, StateWords.in(words), words);
    files.file(answer);
    listener.answered(answer);
    return new Verdict.Filed();
  }

  /** Whether the sender that a mail claims is one of the member's own, while it is a member. */
  private boolean isContact(MemberId member, Optional<String> sender, Instant now) {
    return circle.get().member(member).stream()
        .filter(each -> each.membership().holdsAt(now))
        .flatMap(each -> each.contacts().stream())
        .anyMatch(contact -> sender.filter(contact.mail()::equalsIgnoreCase).isPresent());
  }

  private Bounce bounce(About about, String mail, Instant now, Optional<DeliveryStatus> status) {
    String address = files.addressOf(about).orElse(status.map(DeliveryStatus::address).orElse(""));
    Bounce.Kind kind =
        status
            .map(each -> each.failed() ? Bounce.Kind.FAILED : Bounce.Kind.DELAYED)
            .orElse(Bounce.Kind.AUTO_REPLY);
    return new Bounce(
        mail, about, now, address, kind, status.map(DeliveryStatus::status).orElse(""));
  }
}
