package tenbin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small well-formed reports, one or two of each format: what the fuzz mutates. */
public final class FuzzSeeds {
  /** A report with the name that its file would have. */
  public static final class Seed {
    private final String name;
    private final byte[] bytes;

    Seed(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    Seed(String name, String text) {
      this(name, text.getBytes(UTF_8));
    }

    public String name() {
      return name;
    }

    /** Its bytes, not to be changed. */
    public byte[] bytes() {
      return bytes;
    }
  }

  private static final String MAIL =
      """
      Received: from a by b; Tue, 3 Feb 2026 04:10:00 +0000
      From: =?UTF-8?B?44Gn44KT?= <fbl@reports.example.org>
      To: abuse@example.net
      Date: Tue, 3 Feb 2026 13:09:59 +0900 (JST)
      Subject: a report
      Message-ID: <1@reports.example.org>
      MIME-Version: 1.0
      """;

  private static final String INTELMQ =
      """
      {"time.source":"2026-02-03T04:05:06.25+00:00","source.ip":"192.0.2.5","source.port":4000,\
      "classification.type":"infected-system","malware.name":"mirai","extra":{"tag":"x"},\
      "destination.fqdn":"c2.example.org","protocol.transport":"tcp","tlp":"AMBER"}
      """;

  private static final String NSIX =
      """
      {"id":"0f1e","source":"trap.one","restriction":"public","confidence":"low","category":"bots",\
      "time":"2026-02-03T04:05:06.123456Z","address":[{"ip":"192.0.2.5","asn":64496},\
      {"ip":"2001:db8::5"}],"sport":4711,"dport":80,"proto":"tcp","dip":"198.51.100.9","count":3}
      """;

  private static final String XARF_FOUR =
      """
      {"xarf_version":"4.2.0","report_id":"00000000-0000-4000-8000-000000000001",
       "timestamp":"2026-02-03T04:05:06.5Z","source_identifier":"192.0.2.5","source_port":40001,
       "reporter":{"org":"Example","contact":"desk@example.org","domain":"example.org"},
       "category":"connection","type":"login_attack","evidence_source":"honeypot",
       "destination_ip":"198.51.100.9","destination_port":22,"protocol":"tcp","tags":["rsit:spam"],
       "evidence":[{"content_type":"text/plain","payload":"c2VjcmV0","hash":"md5:00"}]}
      """;

  private static final String XARF_THREE =
      """
      {"Version":"3","Disclosure":true,"ReporterInfo":{"ReporterOrg":"Example",
        "ReporterOrgDomain":"example.org","ReporterOrgEmail":"desk@example.org"},
       "Report":{"ReportClass":"Activity","ReportType":"PortScan","Date":"2026-02-03T04:05:06Z",
         "SourceIp":"192.0.2.5","SourcePort":40001,"DestinationPort":[22,23],
         "CVSS":{"Version":"3.1","Vector":"CVSS:3.1/AV:N"},"Account":{"AccountName":"x"},
         "Samples":[{"ContentType":"text/plain","Payload":"secret"}]}}
      """;

  private static final String ARF =
      MAIL
          + """
          Content-Type: multipart/report; report-type=feedback-report; boundary="b"

          --b
          Content-Type: message/feedback-report

          Feedback-Type: abuse
          Arrival-Date: Tue, 3 Feb 2026
           04:05:06 EST
          Source-IP: [192.0.2.5]
          Source-Port: 40001
          Reported-URI: http://www.example.com/buy
          Incidents: 4

          --b
          Content-Type: message/rfc822

          Subject: =?ISO-8859-1?Q?buy_n=F6w?=

          text
          --b--
          """;

  private static final String XARF_MAIL =
      MAIL
          + """
          X-XARF: PLAIN
          Content-Type: multipart/mixed; boundary="b"

          --b
          Content-Type: text/plain; charset=iso-2022-jp; name="report.txt"
          Content-Transfer-Encoding: quoted-printable

          ---
          Reported-From: desk@example.org
          Category: abuse
          Report-Type: login-attack
          Date: Tue, 03 Feb 2026 05:05:06 +0100
          Source-Type: ipv4
          Source: 192.0.2.5
          Port: 22
          List: [a, {b: *c, d: &c e}]
          --b--
          """;

  private static final String ATTACHED =
      MAIL
          + """
          Content-Type: multipart/mixed; boundary="b"

          --b
          Content-Type: application/json; name="=?UTF-8?Q?zw=C3=B6lf.json?="
          Content-Transfer-Encoding: base64

          eyJ0aW1lLnNvdXJjZSI6IjIwMjYtMDItMDNUMDQ6MDU6MDZaIiwic291cmNlLmlwIjoiMTkyLjAuMi41In0K
          --b
          Content-Type: message/rfc822

          """
          + ARF
          + "--b--\n";

  private static final String SHADOWSERVER =
      """
      "timestamp","ip","protocol","port","hostname","tag","asn","geo","severity"
      "2026-02-03 04:05:06","192.0.2.5","udp",53,"a.example.net","openresolver",64496,"JP","medium"
      "2026-02-03 04:05:07","2001:db8::5","udp",53,,"openresolver; x","64496","JP","medium"
      """;

  private static final String CYSCON =
      """
      ---
      uri: http://www.example.com/x
      asn: AS64496
      domain: www.example.com
      ip: 192.0.2.5
      first_seen: 2026-02-03 04:04:18 +0200
      signature: CYSC.MALWARE.URL.GEN
      last_seen: 2026-02-03 04:05:18 +0200
      """;

  private static final String BLOCK_LIST =
      """
      #    updated: Tue Feb 24 15:33:38 2026 UTC
      Start\tEnd\tNetblock\tAttacks\tName\tCountry\temail
      126.64.3.0\t126.64.3.255\t24\t788\tExample Net\tJP\tabuse@example.jp
      126.64.4.0\t126.64.4.255\t24\t585\t\t\t
      """;

  private static final String LOG =
      """
      # author's log
      2026-02-24 14:02:07 -05:00\t4711\t3\t126.64.0.9\t4242\t198.51.100.20\t23\tTCP\tS
      2026-02-24\t14:02:08\t+00:00\t4711\t1\t2001:db8::9\t???\t198.51.100.20\t???\t1
      """;

  private static final String SPAMHAUS =
      """
      ; ip, asn, country, lastseen, botname, domain, remote_ip, remote_port, local_port, protocol
      126.64.0.2,AS64496,JP,1770091506,mirai,c2.example.org,198.51.100.7,80,1036,tcp
      126.64.0.3,AS64496,JP,1770091507,mirai,-,?,?,?,?
      """;

  private FuzzSeeds() {}

  private static byte[] zipped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("2026-02-03-scan_dns-a.csv", "b/2026-02-03-scan_dns-b.csv")) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(SHADOWSERVER.getBytes(UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] gzipped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(INTELMQ.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  public static List<Seed> all() {
    return List.of(
        new Seed("reports.zip", zipped()),
        new Seed("events.json.gz", gzipped()),
        new Seed("block.txt", BLOCK_LIST),
        new Seed("dshield.log", LOG),
        new Seed("cert.txt", SPAMHAUS),
        new Seed("events.json", INTELMQ),
        new Seed("lines.json", INTELMQ + INTELMQ + NSIX),
        new Seed("n6.json", "[" + NSIX + "," + NSIX + "]"),
        new Seed("xarf.json", XARF_FOUR),
        new Seed("xarf3.json", XARF_THREE),
        new Seed("complaint.eml", ARF),
        new Seed("abuse.eml", XARF_MAIL),
        new Seed("mail.eml", ATTACHED),
        new Seed("MALWARE-report.txt", CYSCON),
        new Seed("2026-02-03-scan_dns-example.csv", SHADOWSERVER));
  }
}
