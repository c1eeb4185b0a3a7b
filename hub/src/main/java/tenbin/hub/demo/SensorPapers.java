package tenbin.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;

/** One member's own sightings in the formats that members' tools write. */
final class SensorPapers {
  /** How the columns of {@link #plainCsv} are meant. */
  static final String MAPPING =
      """
      [file]
      delimiter = ;
      zone = UTC
      sides = about-source-sensor-destination
      [always]
      class = brute-force
      transport = tcp
      [columns]
      when = time
      attacker = source.address
      aport = source.port
      service = destination.port
      what = family
      """;

  private final LocalDate day;
  private final Population population;

  SensorPapers(LocalDate day, Population population) {
    this.day = day;
    this.population = population;
  }

  /** IntelMQ events, one JSON object a line. */
  byte[] intelMq(List<Strike> strikes) {
    StringBuilder out = new StringBuilder();
    for (Strike strike : strikes) {
      out.append(
          "{\"classification.type\":\"brute-force\",\"classification.identifier\":\"honeypot\",");
      out.append("\"feed.name\":\"own honeypots\",\"protocol.transport\":\"tcp\",");
      out.append("\"malware.name\":\"").append(strike.family()).append("\",");
      out.append("\"source.ip\":\"").append(strike.source()).append("\",");
      out.append("\"source.port\":").append(strike.sourcePort()).append(',');
      out.append("\"destination.ip\":\"").append(strike.target()).append("\",");
      out.append("\"destination.port\":").append(strike.targetPort()).append(',');
      out.append("\"time.source\":\"").append(time(strike)).append("\"}\n");
    }
    return out.append("{\"classification.type\":\"brute-force\",\"source.ip\":\"203.0.113.9\"}\n")
        .toString()
        .getBytes(UTF_8);
  }

  /** A CSV of the member's own making, to be read with {@link #MAPPING}. */
  byte[] plainCsv(List<Strike> strikes) {
    StringBuilder out = new StringBuilder("when;attacker;aport;service;what\n");
    for (Strike strike : strikes) {
      out.append(time(strike)).append(';').append(strike.source()).append(';');
      out.append(strike.sourcePort()).append(';').append(strike.targetPort()).append(';');
      out.append(strike.family()).append('\n');
    }
    return out.append("yesterday;203.0.113.10;1;22;unknown\n").toString().getBytes(UTF_8);
  }

  /** n6 events as a JSON array, times with microseconds. */
  byte[] n6(List<Strike> strikes) {
    StringBuilder out = new StringBuilder("[");
    String between = "\n";
    for (Strike strike : strikes) {
      out.append(between).append("{\"id\":\"").append(population.hex(32)).append("\",");
      out.append(
          "\"source\":\"hidden.demo\",\"restriction\":\"need-to-know\",\"confidence\":\"medium\",");
      out.append("\"category\":\"bots\",\"origin\":\"sinkhole\",\"proto\":\"tcp\",");
      out.append("\"time\":\"").append(time(strike).replace("Z", ".250000Z")).append("\",");
      out.append("\"address\":[{\"ip\":\"").append(strike.source()).append("\"}],");
      out.append("\"sport\":")
          .append(strike.sourcePort())
          .append(",\"dport\":")
          .append(strike.targetPort());
      out.append(",\"name\":\"").append(strike.family()).append("\"}");
      between = ",\n";
    }
    return out.append("\n]\n").toString().getBytes(UTF_8);
  }

  /** One report of XARF 4. */
  byte[] xarf4(Strike strike) {
    return """
    {
      "xarf_version": "4.2.0",
      "report_id": "%s-%s-4%s-8%s-%s",
      "timestamp": "%s",
      "reporter": {"org": "Demo operator", "contact": "abuse@noc.example", "domain": "noc.example"},
      "sender": {"org": "Demo operator", "contact": "abuse@noc.example", "domain": "noc.example"},
      "source_identifier": "%s",
      "source_port": %d,
      "category": "connection",
      "type": "login_attack",
      "evidence_source": "honeypot",
      "destination_ip": "%s",
      "destination_port": %d,
      "protocol": "tcp",
      "tags": ["malware:%s"]
    }
    """
        .formatted(
            population.hex(8),
            population.hex(4),
            population.hex(3),
            population.hex(3),
            population.hex(12),
            time(strike),
            strike.source(),
            strike.sourcePort(),
            strike.target(),
            strike.targetPort(),
            strike.family())
        .getBytes(UTF_8);
  }

  /** A mail of X-ARF 0.2: words for a person, YAML for a machine, the evidence. */
  byte[] xarfMail(Strike strike) {
    return crlf(
        """
        From: abuse@sensors.example
        To: abuse@circle.example
        Subject: abuse report about %1$s
        Message-ID: <%2$s@sensors.example>
        MIME-Version: 1.0
        X-XARF: PLAIN
        Auto-Submitted: auto-generated
        Content-Type: multipart/mixed; boundary="part"

        --part
        Content-Type: text/plain; charset=utf-8

        %1$s tried to sign in to a machine of ours.

        --part
        Content-Type: text/plain; charset=utf-8; name="report.txt"

        ---
        Reported-From: abuse@sensors.example
        Category: abuse
        Report-Type: login-attack
        Report-ID: %2$s@sensors.example
        User-Agent: demo
        Date: %3$s
        Source-Type: ipv4
        Source: %1$s
        Port: %4$d
        Service: ssh
        Schema-URL: https://schemas.example/abuse_login-attack_0.1.2.json

        --part
        Content-Type: text/plain; charset=utf-8; name="logfile.log"

        sign-in refused for admin from %1$s

        --part--
        """
            .formatted(strike.source(), population.hex(12), time(strike), strike.targetPort()));
  }

  /** A feedback report (RFC 5965) with the source's port (RFC 6692). */
  byte[] feedbackMail(Strike strike) {
    return crlf(
        """
        From: feedback@mailbox.example
        To: abuse@circle.example
        Subject: complaint
        Message-ID: <%2$s@mailbox.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="part"

        --part
        Content-Type: text/plain; charset=us-ascii

        A user marked a message from %1$s as unwanted.

        --part
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: demo/1
        Version: 1
        Arrival-Date: %3$s
        Source-IP: %1$s
        Source-Port: %4$d
        Original-Mail-From: <winner@lottery.example>

        --part
        Content-Type: message/rfc822

        From: winner@lottery.example
        To: somebody@mailbox.example
        Subject: you have won
        Message-ID: <%2$s.original@lottery.example>

        Send us your account number.

        --part--
        """
            .formatted(strike.source(), population.hex(12), mailTime(strike), strike.sourcePort()));
  }

  private String time(Strike strike) {
    return Sheet.isoTime(day, strike.second());
  }

  private String mailTime(Strike strike) {
    return java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
        day.atStartOfDay(java.time.ZoneOffset.UTC).plusSeconds(strike.second()));
  }

  private static byte[] crlf(String text) {
    return text.replace("\n", "\r\n").getBytes(UTF_8);
  }
}
