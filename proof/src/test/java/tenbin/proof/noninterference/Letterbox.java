package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.post.MailLine;

/** The mailboxes of all hubs on one server: what members mail lies there until a hub fetches it. */
final class Letterbox implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String PASSWORD = "secret";

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP));
  private int boxes;

  Letterbox() {
    server.start();
  }

  /** An empty mailbox. */
  Box open() {
    String name = "hub" + ++boxes;
    return new Box(server.setUser(name + "@circle.example", name, PASSWORD));
  }

  /** One hub's. */
  final class Box {
    private final GreenMailUser user;

    private Box(GreenMailUser user) {
      this.user = user;
    }

    /** How the hub gets at it. */
    ImapServer imap() {
      MailLine line = MailLine.plain(LOOPBACK, server.getImap().getPort());
      return new ImapServer(line, user.getLogin(), PASSWORD);
    }

    /** Puts a mail into it, as it came over the wire. */
    void put(String mail) {
      try {
        user.deliver(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(UTF_8))));
      } catch (MessagingException broken) {
        throw new AssertionError(mail, broken);
      }
    }

    /** Takes it away with everything in it. */
    void close() {
      server.getManagers().getUserManager().deleteUser(user);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
