package tenbin.proof.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.doors.HubMail;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;

/** A hub that asks by mail, with the server at which its mails arrive. */
final class AskingHub implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final GreenMail post =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final RunningHub hub;

  /**
   * Starts both.
   *
   * @param folder for everything
   * @param circleYaml the circle file
   * @param policyYaml what lies beside it
   */
  AskingHub(Path folder, String circleYaml, String policyYaml) throws IOException {
    post.start();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path circle = Files.writeString(folder.resolve("circle.yaml"), circleYaml);
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve("asks.yaml"), policyYaml);
    HubMail mail =
        new HubMail(
            HubAddress.of("circle.example"),
            new MailServer(MailLine.plain("127.0.0.1", post.getSmtp().getPort()), "", ""),
            Optional.empty(),
            URI.create("https://hub.circle.example/cases"),
            ZoneId.of("Asia/Tokyo"));
    HubStart how =
        new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(circle),
            "127.0.0.1",
            0,
            true,
            false,
            Clock.systemUTC());
    hub =
        RunningHub.start(
            how.withPolicy(Optional.of(policy)).withDoors(Optional.empty(), Optional.of(mail)));
  }

  RunningHub hub() {
    return hub;
  }

  /** The text of the only mail to an address that says so, once it is there. */
  String mail(String to, String saying) throws MessagingException, IOException {
    List<MimeMessage> found = await(1, each -> isTo(each, to) && says(each, saying));
    assertThat(found).as("to %s", to).hasSize(1);
    return text(found.getFirst());
  }

  /** The mails whose text says so, once there are so many of them. */
  List<MimeMessage> mails(String saying, int many) {
    return await(many, each -> says(each, saying));
  }

  /** The mails to an address that say so by now. */
  List<MimeMessage> mailsTo(String to, String saying) {
    return found(each -> isTo(each, to) && says(each, saying));
  }

  private List<MimeMessage> await(int many, Predicate<MimeMessage> which) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (System.nanoTime() < end) {
      int all = post.getReceivedMessages().length;
      List<MimeMessage> found = found(which);
      if (found.size() >= many) {
        return found;
      }
      post.waitForIncomingEmail(500, all + 1);
    }
    throw new AssertionError(
        "no " + many + " such mails among " + post.getReceivedMessages().length);
  }

  private List<MimeMessage> found(Predicate<MimeMessage> which) {
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage each : post.getReceivedMessages()) {
      if (which.test(each)) {
        found.add(each);
      }
    }
    return found;
  }

  /** The English text of a mail. */
  static String text(MimeMessage mail) throws MessagingException, IOException {
    return String.valueOf(((MimeMultipart) mail.getContent()).getBodyPart(1).getContent());
  }

  private static boolean isTo(MimeMessage mail, String to) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(to);
    } catch (MessagingException broken) {
      throw new AssertionError("a mail of the hub's", broken);
    }
  }

  private static boolean says(MimeMessage mail, String saying) {
    try {
      return text(mail).contains(saying);
    } catch (MessagingException | IOException broken) {
      throw new AssertionError("a mail of the hub's", broken);
    }
  }

  @Override
  public void close() {
    hub.close();
    post.stop();
  }
}
