package tenbin.wire.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.report.Fault;
import tenbin.wire.Heard;
import tenbin.wire.lines.ObservationLines;

class MailReaderTest {
  /** A report that its writer signed in its own text (RFC 9580 section 7). */
  private static final String PGP_INLINE =
      """
      X-XARF: SECURE
      Content-Type: text/plain; charset=utf-8

      -----BEGIN PGP SIGNED MESSAGE-----
      Hash: SHA256

      - ---
      Reported-From: desk@example.org
      Category: abuse
      Report-Type: login-attack
      Date: 2026-02-03T04:05:06Z
      Source: 192.0.2.77
      -----BEGIN PGP SIGNATURE-----

      iQEz
      -----END PGP SIGNATURE-----
      """;

  private static final String HEADER =
      """
      Received: from mx.example.org (mx.example.org [198.51.100.1])
      \tby mail.example.net; Tue, 3 Feb 2026 04:10:00 +0000
      From: =?UTF-8?B?44Gn44KT?= <fbl@reports.example.org>
      To: abuse@example.net
      Date: Tue, 3 Feb 2026 13:09:59 +0900 (JST)
      Subject: a report
      Message-ID: <1@reports.example.org>
      MIME-Version: 1.0
      """;

  private static final String ARF =
      HEADER
          + """
          Content-Type: multipart/report; report-type=feedback-report; boundary="b"

          --b
          Content-Type: text/plain

          This is a complaint.
          --b
          Content-Type: message/feedback-report

          Feedback-Type: abuse
          User-Agent: SomeGenerator/1.0
          Version: 1
          Original-Mail-From: <sender@example.com>
          Arrival-Date: Tue, 3 Feb 2026
           04:05:06 EST
          Source-IP: 192.0.2.5
          Source-Port: 40001
          Reported-URI: http://www.example.com/buy
          Incidents: 4

          --b
          Content-Type: message/rfc822

          From: somebody@example.com
          Subject: =?ISO-8859-1?Q?buy_n=F6w?=
          Message-ID: <2@example.com>

          The text of it stays in the raw report.
          --b--
          """;

  private static final String XARF =
      HEADER
          + """
          X-XARF: PLAIN
          Auto-Submitted: auto-generated
          Content-Type: multipart/mixed; boundary="b"

          --b
          Content-Type: text/plain; charset=utf-8

          Dear colleagues, please see below.
          --b
          Content-Type: text/plain; charset=utf-8; name="report.txt"

          ---
          Reported-From: desk@example.org
          Category: abuse
          Report-Type: login-attack
          Version: 0.2
          Date: Tue, 03 Feb 2026 05:05:06 +0100
          Source-Type: ipv4
          Source: 192.0.2.5
          Port: 22
          Occurrences: 12
          TLP: amber
          Report-ID: 17@example.org
          --b
          Content-Type: text/plain; name="logfile.log"

          Feb 3 04:05:06 trap sshd: Failed password for root from 192.0.2.5
          --b--
          """;

  @Test
  void a_feedback_report_tells_source_port_and_time_and_keeps_no_content() {
    Heard heard = Heard.of("complaint.eml", ARF.replace("\n", "\r\n"));
    assertThat(heard.format()).isEqualTo("arf");
    assertThat(heard.faults()).isEmpty();
    Observation seen = heard.only();
    assertThat(ObservationLines.line(seen))
        .startsWith(
            """
            {"row":1,"time":"2026-02-03T09:05:06Z","timeError":"PT1S",\
            "class":{"taxonomy":"abusive-content","type":"spam","identifier":"abuse"},\
            "transport":"tcp","source":{"ip":"192.0.2.5","port":40001},\
            "sides":"about-source-sensor-destination","url":"http://www.example.com/buy",\
            "sensor":"reports.example.org","count":4,\
            """)
        .doesNotContain("The text of it");
    assertThat(category(seen, "original-mail-from")).isEqualTo(Category.C4);
    assertThat(category(seen, "original.subject")).isEqualTo(Category.C3);
    assertThat(seen.extra().get("original.message-id")).contains("<2@example.com>");
  }

  @Test
  void a_feedback_report_without_its_own_time_takes_the_mails_and_says_so() {
    Heard heard =
        Heard.of("a.eml", ARF.replace("Arrival-Date: Tue, 3 Feb 2026\n 04:05:06 EST\n", ""));
    assertThat(heard.only().time()).hasToString("2026-02-03T04:09:59Z");
    assertThat(heard.faults()).containsExactly(Fault.VALUE_UNREADABLE);
  }

  @Test
  void not_spam_is_no_abuse_and_no_address_is_no_report() {
    assertThat(Heard.of("a.eml", ARF.replace("Type: abuse", "Type: not-spam")).faults())
        .containsExactly(Fault.ROW_UNREADABLE);
    assertThat(Heard.of("a.eml", ARF.replace("Source-IP: 192.0.2.5\n", "")).faults())
        .containsExactly(Fault.ADDRESS_MISSING);
  }

  @Test
  void an_x_arf_mails_port_is_the_destinations_and_its_log_is_not_interpreted() {
    Heard heard = Heard.of("abuse.eml", XARF);
    assertThat(heard.format()).isEqualTo("x-arf");
    assertThat(heard.faults()).isEmpty();
    assertThat(ObservationLines.line(heard.only()))
        .isEqualTo(
            """
            {"row":1,"time":"2026-02-03T04:05:06Z","timeError":"PT1S",\
            "class":{"taxonomy":"intrusion-attempts","type":"brute-force",\
            "identifier":"login-attack"},"source":{"ip":"192.0.2.5"},\
            "destination":{"port":22},"sides":"about-source-sensor-destination",\
            "sensor":"desk@example.org","count":12,"extra":{"Category":"abuse","Version":"0.2",\
            "Source-Type":"ipv4","Report-ID":"17@example.org"}}\
            """);
    assertThat(heard.markings()).hasSize(1);
  }

  @Test
  void yaml_written_by_hand_is_read_line_by_line() {
    Observation seen =
        Heard.of(
                "abuse.eml",
                XARF.replace("Report-ID: 17", "Note: *here: {and: there\nReport-ID: 17"))
            .only();
    assertThat(seen.kind().rsit()).isEqualTo(Rsit.BRUTE_FORCE);
  }

  @Test
  void an_attachment_is_read_as_whatever_it_is_and_rows_count_over_all() {
    String event =
        """
        {"time.source":"2026-02-03T04:05:06+00:00","source.ip":"192.0.2.5",\
        "classification.type":"scanner"}
        """;
    String mail =
        HEADER
            + """
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain

            Two files.
            --b
            Content-Type: application/octet-stream
            Content-Disposition: attachment;
             filename*0*=UTF-8''%%E4%%B8%%80-;
             filename*1=events.json
            Content-Transfer-Encoding: base64

            %s
            --b
            Content-Type: application/json; name="=?UTF-8?Q?zw=C3=B6lf.json?="

            %s{"source.ip":"x","time.source":"2026-02-03T04:05:06Z"}
            --b
            Content-Type: application/pdf; name="letter.pdf"

            %%PDF-1.4
            --b--
            """
                .formatted(
                    Base64.getEncoder().encodeToString((event + event).getBytes(ISO_8859_1)),
                    event);
    Heard heard = Heard.of("mail.eml", mail);
    assertThat(heard.format()).isEqualTo("mail");
    assertThat(heard.observations()).extracting(Observation::row).containsExactly(1L, 2L, 3L);
    assertThat(heard.warnings())
        .filteredOn(warning -> warning.fault() != Fault.ADDRESS_NOT_GLOBAL)
        .extracting(warning -> warning.place() + ": " + warning.fault())
        .containsExactly(
            "zw\u00f6lf.json row 2: VALUE_UNREADABLE",
            "zw\u00f6lf.json row 2: ADDRESS_MISSING",
            "letter.pdf: PART_SKIPPED");
    assertThat(heard.warnings().getFirst().place().part()).isEqualTo("\u4e00-events.json");
  }

  @Test
  void a_mail_in_a_mail_is_read_and_too_many_of_them_are_too_deep() {
    String mail = ARF;
    for (int i = 0; i < 3; i++) {
      mail = forwarded(mail);
    }
    assertThat(Heard.of("a.eml", mail).only().source().port()).isEqualTo(40_001);
    for (int i = 0; i < 10; i++) {
      mail = forwarded(mail);
    }
    assertThat(Heard.of("a.eml", mail).refused()).contains(Fault.TOO_DEEP);
  }

  @Test
  void loops_are_refused() {
    assertThat(Heard.of("a", "X-Loop: Tenbin circle\n" + ARF).refused()).contains(Fault.MAIL_LOOP);
    assertThat(Heard.of("a", "Auto-Submitted: auto-replied\n" + ARF).refused())
        .contains(Fault.MAIL_LOOP);
    assertThat(Heard.of("a", "Received: from a by b; x\n".repeat(120) + ARF).refused())
        .contains(Fault.MAIL_LOOP);
  }

  @Test
  void a_mail_with_nothing_to_read_is_refused_with_the_look_of_its_text() {
    Heard heard = Heard.of("a.eml", HEADER + "Content-Type: text/plain\n\nhello, you there\nbye\n");
    assertThat(heard.refused()).contains(Fault.FORMAT_NOT_READ);
    assertThat(heard.refusal()).startsWith("looks like plain-text");
    assertThat(
            Heard.of("a.eml", HEADER + "Content-Type: application/pkcs7-mime\n\nAAAA\n").refusal())
        .isEqualTo("looks like s-mime-message: decrypt it first");
    assertThat(Heard.of("a.eml", HEADER + "\n").refused()).contains(Fault.EMPTY);
  }

  @Test
  void a_wrong_charset_is_repaired_and_noted() {
    String mail = XARF.replace("Report-ID: 17", "Service: caf\u00e9\nReport-ID: 17");
    Heard heard = Heard.of("a.eml", mail.getBytes(ISO_8859_1));
    assertThat(heard.only().extra().get("Service")).contains("caf\u00e9");
    assertThat(heard.faults()).containsExactly(Fault.CHARSET_REPAIRED);
    assertThat(heard.only().sides()).isEqualTo(Sides.ABOUT_SOURCE_SENSOR_DESTINATION);
  }

  @Test
  void signed_mail_is_read_and_a_sealed_one_refused_by_its_name() {
    String signed = HEADER + "Content-Type: multipart/signed; boundary=s\n\n--s\n";
    for (String kind : new String[] {"application/pgp-signature", "application/pkcs7-signature"}) {
      String mail =
          signed
              + XARF.substring(XARF.indexOf("Content-Type"))
              + "\n--s\nContent-Type: "
              + kind
              + "\n\nAAAA\n--s--\n";
      Heard heard = Heard.of("a.eml", "X-XARF: SECURE\n" + mail);
      assertThat(heard.only()).as(kind).isEqualTo(Heard.of("a.eml", XARF).only());
      assertThat(heard.faults()).isEmpty();
    }
    assertThat(Heard.of("a.eml", HEADER + PGP_INLINE).only().source().address())
        .hasToString("192.0.2.77");
    assertThat(sealed("application/pkcs7-mime; smime-type=enveloped-data"))
        .isEqualTo("looks like s-mime-message: decrypt it first");
    assertThat(sealed("application/pkcs7-mime; smime-type=signed-data"))
        .startsWith("looks like s-mime-signed-message: ");
    assertThat(
            sealed(
                "multipart/encrypted; boundary=e\n\n--e\nContent-Type:"
                    + " application/pgp-encrypted\n\nVersion: 1\n--e\nContent-Type:"
                    + " application/octet-stream\n\nx\n--e--"))
        .isEqualTo("looks like openpgp-message: decrypt it first");
    assertThat(sealed("text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n"))
        .isEqualTo("looks like openpgp-message: decrypt it first");
  }

  private static String sealed(String type) {
    Heard heard =
        Heard.of("a.eml", "X-XARF: SECURE\n" + HEADER + "Content-Type: " + type + "\n\nAAAA\n");
    assertThat(heard.refused()).contains(Fault.FORMAT_NOT_READ);
    return heard.refusal();
  }

  @Test
  void a_bulk_of_reports_in_one_part_gives_a_row_each() {
    String second =
        """
        ---
        Reported-From: desk@example.org
        Category: abuse
        Report-Type: something-new
        Date: 2026-02-03T04:05:07Z
        Source: 2001:db8::7
        """;
    Heard heard =
        Heard.of(
            "bulk.eml",
            XARF.replace("PLAIN", "BULK")
                .replace(
                    "--b\nContent-Type: text/plain; name=\"logfile",
                    second + "--b\nContent-Type: text/plain; name=\"logfile"));
    assertThat(heard.observations()).extracting(Observation::row).containsExactly(1L, 2L);
    assertThat(heard.faults()).containsExactly(Fault.UNKNOWN_KIND);
  }

  @Test
  void a_mail_that_reaches_a_limit_is_refused_with_the_limits_name() {
    String lines = "x".repeat(70) + "\n";
    byte[] large = (XARF + lines.repeat(2_000)).getBytes(ISO_8859_1);
    assertThat(Heard.of("a.eml", new ByteArrayInputStream(large), Heard.small()).refused())
        .contains(Fault.TOO_LARGE);
    String many = XARF.replace("--b--", "--b\nContent-Type: image/png\n\n\n".repeat(30) + "--b--");
    assertThat(
            Heard.of("a.eml", new ByteArrayInputStream(many.getBytes(ISO_8859_1)), Heard.small())
                .refused())
        .contains(Fault.TOO_MANY_PARTS);
  }

  private static String forwarded(String mail) {
    return HEADER + "Content-Type: message/rfc822\n\n" + mail;
  }

  private static Category category(Observation seen, String name) {
    var columns = seen.extra().columns();
    return columns.get(columns.indexOf(name).orElseThrow()).category();
  }
}
