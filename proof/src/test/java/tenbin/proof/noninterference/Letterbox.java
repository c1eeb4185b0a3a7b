package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Properties;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.post.MailLine;

/** The mailboxes of all hubs on one server: what members mail lies there until a hub fetches it. */
final class Letterbox implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String PASSWORD = "secret";

  /** How long to wait for the server to stand. */
  private static final long START_MILLIS = 30_000;

  private final Managers managers = new Managers();
  private final Prompt server = new Prompt(managers);
  private int boxes;

  Letterbox() throws InterruptedException {
    server.startService();
    if (!server.waitTillRunning(START_MILLIS)) {
      throw new AssertionError("the mail server does not start");
    }
  }

  /** An empty mailbox. */
  Box open() {
    String name = "hub" + ++boxes;
    try {
      return new Box(
          managers.getUserManager().createUser(name + "@circle.example", name, PASSWORD));
    } catch (UserException refused) {
      throw new AssertionError(name, refused);
    }
  }

  /**
   * An IMAP server that sends what it has: the library's own leaves its sockets as they are, and
   * each answer, written in parts, waits 40 ms for the caller's delayed acknowledgement (RFC 896,
   * RFC 1122 section 4.2.3.2).
   */
  private static final class Prompt extends AbstractServer {
    Prompt(Managers managers) {
      super(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP), managers);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket socket) {
      try {
        socket.setTcpNoDelay(true);
      } catch (SocketException gone) {
        throw new UncheckedIOException(gone);
      }
      return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), socket);
    }
  }

  /** One hub's. */
  final class Box {
    private final GreenMailUser user;

    private Box(GreenMailUser user) {
      this.user = user;
    }

    /** How the hub gets at it. */
    ImapServer imap() {
      MailLine line = MailLine.plain(LOOPBACK, server.getPort());
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
      managers.getUserManager().deleteUser(user);
    }
  }

  @Override
  public void close() {
    server.stopService();
  }
}
