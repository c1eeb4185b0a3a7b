package tenbin.spine.collect.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.nouns.member.Circle;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.Source;
import tenbin.spine.post.AnswerTokens;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.LineTrouble;
import tenbin.spine.post.ReportTokens;

/**
 * The hub's mailbox over IMAP (RFC 9051). Each mail is sorted, and only when what it brought is
 * durable it is moved to the folder of what is done or of what was refused: a crash in between
 * finds it again in the inbox, and the same bytes change nothing.
 */
public final class MailboxSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxSource.class);
  private static final String INBOX = "INBOX";
  public static final String DONE = "TenbinDone";
  public static final String REFUSED = "TenbinRefused";

  /** Mails in one poll; the rest is still there at the next one. */
  private static final int MOST_MAILS = 200;

  private static final Duration PAUSE = Duration.ofSeconds(20);

  private final ImapServer server;
  private final Sorter sorter;
  private final MailFiles files;
  private final Clock clock;

  /**
   * A source on a mailbox.
   *
   * @param circle as it stands
   * @param listener is told of answers
   */
  public MailboxSource(
      ImapServer server,
      HubAddress hub,
      Supplier<Circle> circle,
      ReportTokens reports,
      AnswerTokens answers,
      MailFiles files,
      AnswerListener listener,
      Clock clock) {
    this.server = server;
    this.sorter = new Sorter(hub, circle, reports, answers, files, listener, clock);
    this.files = files;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "mailbox:" + server;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public int poll(Intake intake) throws IOException {
    Session session = Session.getInstance(server.properties());
    try (IMAPStore store = (IMAPStore) session.getStore(ImapServer.PROTOCOL)) {
      store.connect(server.line().host(), server.line().port(), server.user(), server.password());
      boolean moves = store.hasCapability("MOVE");
      Folder done = folder(store, DONE);
      Folder refused = folder(store, REFUSED);
      IMAPFolder inbox = (IMAPFolder) store.getFolder(INBOX);
      inbox.open(Folder.READ_WRITE);
      try {
        return poll(intake, new Folders(inbox, done, refused, moves));
      } finally {
        inbox.close(false);
      }
    } catch (MessagingException failed) {
      throw new IOException(
          "the mailbox failed: " + server + ": " + LineTrouble.of(server.line(), failed), failed);
    }
  }

  private static Folder folder(IMAPStore store, String name) throws MessagingException {
    Folder folder = store.getFolder(name);
    if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("the mailbox's folder cannot be made: " + name);
    }
    return folder;
  }

  /** The mailbox's folders while it is open. */
  private record Folders(IMAPFolder inbox, Folder done, Folder refused, boolean moves) {
    /** MOVE (RFC 6851) where the server has it, else its three steps. */
    void move(Message mail, Folder target) throws MessagingException {
      Message[] one = {mail};
      if (moves) {
        inbox.moveMessages(one, target);
        return;
      }
      inbox.copyMessages(one, target);
      mail.setFlag(Flags.Flag.DELETED, true);
      inbox.expunge(one);
    }
  }

  private int poll(Intake intake, Folders folders) throws MessagingException, IOException {
    int count = Math.min(folders.inbox().getMessageCount(), MOST_MAILS);
    int reports = 0;
    Optional<String> later = Optional.empty();
    for (Message each : heads(folders.inbox(), count)) {
      try {
        MimeMessage mail = (MimeMessage) each;
        Sorter.Verdict verdict = sorter.sort(new Incoming(mail), intake);
        reports += verdict instanceof Sorter.Verdict.Reported ? 1 : 0;
        Optional<String> stays = put(mail, verdict, folders);
        later = stays.isPresent() ? stays : later;
      } catch (MessageRemovedException gone) {
        LOG.info("a mail was taken out of {} while it was read", server);
      }
    }
    if (later.isPresent()) {
      throw new IOException("mails wait: " + later.get());
    }
    return reports;
  }

  /** The oldest mails with their headers, in one round trip. */
  private static Message[] heads(IMAPFolder inbox, int count) throws MessagingException {
    if (count == 0) {
      return new Message[0];
    }
    Message[] mails = inbox.getMessages(1, count);
    FetchProfile heads = new FetchProfile();
    heads.add(IMAPFolder.FetchProfileItem.HEADERS);
    heads.add(UIDFolder.FetchProfileItem.UID);
    heads.add(FetchProfile.Item.SIZE);
    inbox.fetch(mails, heads);
    return mails;
  }

  /** Moves a mail to where its verdict puts it; or says why it stays. */
  private Optional<String> put(MimeMessage mail, Sorter.Verdict verdict, Folders folders)
      throws MessagingException {
    switch (verdict) {
      case Sorter.Verdict.Reported reported -> folders.move(mail, folders.done());
      case Sorter.Verdict.Filed filed -> folders.move(mail, folders.done());
      case Sorter.Verdict.Dead dead -> {
        files.file(dead(mail, dead.why(), folders));
        folders.move(mail, folders.refused());
      }
      case Sorter.Verdict.Later later -> {
        return Optional.of(later.why());
      }
    }
    return Optional.empty();
  }

  private DeadMail dead(MimeMessage mail, String why, Folders folders) throws MessagingException {
    IMAPFolder inbox = folders.inbox();
    String id = server + "/" + inbox.getUIDValidity() + "/" + inbox.getUID(mail);
    Incoming incoming = new Incoming(mail);
    return new DeadMail(
        id, server.toString(), clock.instant(), incoming.sender(), incoming.title(), why);
  }
}
