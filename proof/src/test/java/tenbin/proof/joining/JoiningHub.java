package tenbin.proof.joining;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tenbin.hub.joining.Lookups;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.proof.portal.AheadClock;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.doors.HubMail;
import tenbin.spine.newcomer.proof.DnsProof;
import tenbin.spine.newcomer.proof.RegistryProof;
import tenbin.spine.newcomer.proof.Resolver;
import tenbin.spine.newcomer.proof.Whois;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.spine.roster.CircleFile;

/** A hub of the demo's circle that writes letters and asks a registry, both on loopback. */
public final class JoiningHub implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("https://hub\\.circle\\.example/(\\S+#\\S+)");

  private final AheadClock clock = new AheadClock();
  private final GreenMail post =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final RegistryServer registry = RegistryServer.start();
  private final RunningHub hub;

  private JoiningHub(Path folder, Optional<String> resolver)
      throws IOException, SQLException, InterruptedException {
    post.start();
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    HubMail mail =
        new HubMail(
            HubAddress.of("circle.example"),
            new MailServer(MailLine.plain("127.0.0.1", post.getSmtp().getPort()), "", ""),
            Optional.empty(),
            URI.create("https://hub.circle.example/"),
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
            clock);
    Lookups lookups =
        new Lookups(
            resolver.map(each -> new DnsProof(Resolver.parse(each))),
            Optional.of(new RegistryProof(Whois.parse(registry.address(), List.of("JPIRR")))));
    hub = RunningHub.start(how.withDoors(Optional.empty(), Optional.of(mail)).withLookups(lookups));
  }

  /**
   * Starts one.
   *
   * @param resolver of names, where there is one
   */
  public static JoiningHub start(Path folder, Optional<String> resolver)
      throws IOException, SQLException, InterruptedException {
    return new JoiningHub(folder, resolver);
  }

  public String address() {
    return hub.address();
  }

  /** Has the registry hold these objects and no others, all of JPIRR where they count. */
  public void registry(String objects) {
    registry.serve(objects);
  }

  AheadClock clock() {
    return clock;
  }

  boolean awaitCaughtUp(Duration most) throws InterruptedException {
    return hub.awaitCaughtUp(most);
  }

  /** The link of the newest mail to an address, at this hub's own address. */
  public String linkTo(String address) throws IOException, MessagingException {
    MimeMessage newest =
        Stream.of(post.getReceivedMessages())
            .filter(each -> isTo(each, address))
            .reduce((earlier, later) -> later)
            .orElseThrow(() -> new AssertionError("no mail to " + address));
    MimeMultipart parts = (MimeMultipart) newest.getContent();
    String text = String.valueOf(parts.getBodyPart(1).getContent());
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new AssertionError("no link in " + text);
    }
    return link.group(1);
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getAllRecipients()[0].toString().contains(address);
    } catch (MessagingException broken) {
      throw new AssertionError("a mail of the hub's", broken);
    }
  }

  @Override
  public void close() throws IOException {
    hub.close();
    post.stop();
    registry.close();
  }
}
