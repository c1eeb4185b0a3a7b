package tenbin.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What comes in formats that are rarer than the feeds' and the sensors' own. */
final class RarePapers {
  private static final DateTimeFormatter UPDATED =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy 'UTC'", Locale.ENGLISH);
  private static final DateTimeFormatter DIVIDED =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);

  private final LocalDate day;
  private final Population population;

  RarePapers(LocalDate day, Population population) {
    this.day = day;
    this.population = population;
  }

  /** A firewall's log in DShield's format; its last line is torn. */
  byte[] dshieldLog(List<Strike> strikes) {
    StringBuilder out = new StringBuilder("# date time zone author count source target\n");
    for (Strike strike : strikes) {
      out.append(time(strike).replace('T', ' ').replace("Z", " +00:00")).append("\t4711\t1\t");
      out.append(strike.source()).append('\t').append(strike.sourcePort()).append('\t');
      out.append(strike.target()).append('\t').append(strike.targetPort()).append("\tTCP\tS\n");
    }
    return text(out.append(day).append(" 25:00:00 +00:00 torn off\n"));
  }

  /** DShield's recommended block list: networks, each with how often it attacked. */
  byte[] dshieldBlockList(List<Strike> strikes) {
    StringBuilder out =
        new StringBuilder("#\tDShield.org Recommended Block List\n#    updated: ")
            .append(UPDATED.format(day.atTime(23, 0)))
            .append("\nStart\tEnd\tNetblock\tAttacks\tName\tCountry\temail\n");
    for (Strike strike : strikes) {
      String address = strike.source().toString();
      String block = address.substring(0, address.lastIndexOf('.') + 1);
      out.append(block).append("0\t").append(block).append("255\t24\t");
      out.append(200 + population.below(900)).append("\t\tJP\t\n");
    }
    return text(out);
  }

  /** The list that Spamhaus gives to national CERTs. */
  byte[] spamhausList(List<Strike> strikes) {
    StringBuilder out =
        new StringBuilder(
            "; ip, asn, country, lastseen, botname, domain, remote_ip, remote_port, local_port,"
                + " protocol\n");
    for (Strike strike : strikes) {
      long seen = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() + strike.second();
      out.append(strike.source()).append(",?,JP,").append(seen).append(',');
      out.append(strike.family()).append(",-,").append(strike.target()).append(',');
      out.append(strike.targetPort()).append(',').append(strike.sourcePort()).append(",tcp\n");
    }
    return text(out.append("; EOF\n"));
  }

  /** A site that serves something bad, as cyscon tells its host. */
  byte[] cysconSite(Strike strike) {
    return """
    ---
    uri: http://www.bakery%1$d.example/invoice.php
    asn: AS00000
    country: JP
    domain: www.bakery%1$d.example
    ip: %2$s
    first_seen: %3$s 00:00:00 +0000
    signature: DEMO.MALWARE.URL
    last_seen: %4$s +0000
    ...
    """
        .formatted(
            population.below(900),
            strike.source(),
            day,
            time(strike).replace('T', ' ').replace("Z", ""))
        .getBytes(UTF_8);
  }

  /** One report of X-ARF 3, which is JSON. */
  byte[] xarf3(Strike strike) {
    return """
    {
      "Version": "3",
      "ReporterInfo": {
        "ReporterOrg": "Demo operator",
        "ReporterOrgDomain": "noc.example",
        "ReporterOrgEmail": "abuse@noc.example"
      },
      "Disclosure": true,
      "Report": {
        "ReportClass": "Activity",
        "ReportType": "PortScan",
        "Date": "%s",
        "SourceIp": "%s",
        "SourcePort": %d,
        "DestinationIp": "%s",
        "DestinationPort": %d
      }
    }
    """
        .formatted(
            time(strike),
            strike.source(),
            strike.sourcePort(),
            strike.target(),
            strike.targetPort())
        .getBytes(UTF_8);
  }

  /** A mail of X-ARF 0.1, whose header field had another name. */
  byte[] xarfMailOfOld(Strike strike) {
    return """
    From: abuse@sensors.example
    To: abuse@circle.example
    Subject: abuse report about %1$s
    Message-ID: <%2$s@sensors.example>
    MIME-Version: 1.0
    X-ARF: Yes
    Auto-Submitted: auto-generated
    Content-Type: multipart/mixed; boundary="part"

    --part
    Content-Type: text/plain; charset=utf-8

    %1$s looked for open doors.

    --part
    Content-Type: text/plain; charset=utf-8; name="report.txt"

    ---
    Version: 0.1
    Reported-From: abuse@sensors.example
    Category: abuse
    Report-Type: portscan
    Report-ID: %2$s@sensors.example
    User-Agent: demo
    Date: %3$s
    Source-Type: ipv4
    Source: %1$s
    Port: %4$d

    --part--
    """
        .formatted(strike.source(), population.hex(12), time(strike), strike.targetPort())
        .getBytes(UTF_8);
  }

  /** A mailbox as somebody saved it: mails one behind the other (RFC 4155). */
  byte[] mailbox(List<byte[]> mails) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] mail : mails) {
      String divider = "From somebody@mailbox.example " + DIVIDED.format(day.atTime(23, 0)) + "\n";
      out.writeBytes(divider.getBytes(UTF_8));
      out.writeBytes(mail);
      out.writeBytes("\n\n".getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] text(StringBuilder text) {
    return text.toString().getBytes(UTF_8);
  }

  private String time(Strike strike) {
    return Sheet.isoTime(day, strike.second());
  }
}
