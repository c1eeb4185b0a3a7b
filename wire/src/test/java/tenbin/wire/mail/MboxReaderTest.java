package tenbin.wire.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.wire.Heard;
import tenbin.wire.lines.ObservationLines;

/** Mailboxes of several mails, every one read for itself. */
class MboxReaderTest {
  private static final String FROM = "From sender@example.org Tue Feb  3 04:10:00 2026\n";
  private static final Path GOLDEN =
      Path.of("wire", "src", "test", "resources", "tenbin", "wire", "mbox.golden");

  private static String report(int last) {
    return """
    From: desk@example.org
    To: abuse@example.net
    Subject: report
    Message-ID: <%1$d@example.org>
    MIME-Version: 1.0
    X-XARF: PLAIN
    Content-Type: text/plain; charset=utf-8

    ---
    Reported-From: desk@example.org
    Category: abuse
    Report-Type: login-attack
    Date: 2026-02-03T04:05:%1$02dZ
    Source: 192.0.2.%1$d
    """
        .formatted(last);
  }

  private static final String LETTER =
      """
      From: somebody@example.org
      To: abuse@example.net
      Subject: hello

      Are you there?
      >From what I see, nobody is.
      From here to there is nothing.
      bye
      """;

  private static final String LOOP = "Auto-Submitted: auto-replied\n" + report(3);

  private static String box(String... mails) {
    StringBuilder out = new StringBuilder();
    for (String mail : mails) {
      out.append(FROM).append(mail).append('\n');
    }
    return out.toString();
  }

  @Test
  void every_mail_is_read_and_each_refused_one_says_where_and_why() {
    Heard heard = Heard.of("inbox", box(report(1), LETTER, LOOP, report(4)));
    assertThat(heard.format()).isEqualTo("mbox");
    assertThat(heard.observations())
        .extracting(seen -> seen.source().address().toString())
        .containsExactly("192.0.2.1", "192.0.2.4");
    assertThat(heard.observations()).extracting(Observation::row).containsExactly(1L, 2L);
    assertThat(heard.warnings())
        .filteredOn(warning -> warning.fault() == Fault.PART_SKIPPED)
        .extracting(warning -> warning.place() + ": " + warning.detail())
        .satisfiesExactly(
            letter -> assertThat(letter).startsWith("mail-2.eml").contains("plain-text"),
            loop -> assertThat(loop).startsWith("mail-3.eml").contains("MAIL_LOOP"));
  }

  @Test
  void golden_of_a_mailbox_with_everything_in_it() throws IOException {
    Heard heard = Heard.of("inbox", box(report(1), LETTER, LOOP, report(4)));
    StringBuilder lines = new StringBuilder();
    heard.observations().forEach(seen -> lines.append(ObservationLines.line(seen)).append('\n'));
    heard.warnings().forEach(warning -> lines.append(warning.toString()).append('\n'));
    Path golden = Path.of(System.getProperty("tenbin.root", ".")).resolve(GOLDEN);
    if ("write".equals(System.getProperty("tenbin.goldens"))) {
      Files.writeString(golden, lines);
    }
    assertThat(lines.toString()).isEqualTo(Files.readString(golden));
  }

  @Test
  void line_ends_of_either_kind_and_a_lost_last_one_change_nothing() {
    String box = box(report(1), report(2));
    List<Observation> plain = Heard.of("inbox", box).observations();
    assertThat(plain).hasSize(2);
    assertThat(Heard.of("inbox", box.replace("\n", "\r\n")).observations()).isEqualTo(plain);
    assertThat(Heard.of("inbox", box.strip()).observations()).isEqualTo(plain);
  }

  @Test
  void mails_are_divided_only_where_a_separator_stands_behind_an_empty_line() throws IOException {
    String mail = "A: b\n\nsee below\n" + FROM + ">From me\n>>From you\n\nFrom here on\n\n";
    MboxMails mails = new MboxMails(bytes(FROM + mail + FROM + "C: d\n"));
    assertThat(text(mails.next()))
        .isEqualTo(mail.replace(">From me", "From me").replace(">>From", ">From"));
    assertThat(text(mails.next())).isEqualTo("C: d\n");
    assertThat(mails.next()).isEmpty();
  }

  @Test
  void mail_that_nobody_read_to_its_end_does_not_spill_into_the_next() throws IOException {
    MboxMails mails = new MboxMails(bytes(box("A: b\n\n" + "x\n".repeat(50_000), "C: d\n")));
    assertThat(mails.next().orElseThrow().read()).isEqualTo('A');
    assertThat(text(mails.next())).isEqualTo("C: d\n\n");
  }

  @Test
  void one_mail_alone_is_named_after_what_it_carries() {
    assertThat(Heard.of("a.eml", FROM + report(1)).format()).isEqualTo("x-arf");
    assertThat(Heard.of("a.eml", box(report(1), "\n")).format()).isEqualTo("mbox");
  }

  @Test
  void empty_mails_and_a_box_of_nothing_readable_are_refused() {
    assertThat(Heard.of("inbox", FROM + "\n" + FROM + "\n").refused()).contains(Fault.EMPTY);
    assertThat(Heard.of("inbox", box(LETTER, LETTER)).refusal()).contains("looks like plain-text");
  }

  @Test
  void limits_hold_over_all_mails() {
    String[] many = new String[30];
    Arrays.fill(many, report(1));
    assertThat(Heard.of("inbox", bytes(box(many)), Heard.small()).refused())
        .contains(Fault.TOO_MANY_PARTS);
    String large = box(report(1), LETTER + "x\n".repeat(60_000));
    assertThat(Heard.of("inbox", bytes(large), Heard.small()).refused()).contains(Fault.TOO_LARGE);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static String text(Optional<InputStream> mail) throws IOException {
    return new String(mail.orElseThrow().readAllBytes(), UTF_8);
  }
}
