package tenbin.wire.cyscon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Fault;
import tenbin.wire.Heard;
import tenbin.wire.lines.ObservationLines;

class CysconReaderTest {
  private static final String SITE =
      """
      ---
      uri: http://bad.example.com/x
      asn: AS00000
      country: JP
      domain: bad.example.com
      ip: 192.0.2.5
      first_seen: 2026-02-03 04:04:18 +0200
      signature: EXAMPLE.MALWARE.URL
      last_seen: 2026-02-03 06:05:06 +0200
      ...
      """;

  @Test
  void a_site_is_about_whoever_hosts_it() {
    Heard heard = Heard.of("MALWARE-report.txt", SITE);
    assertThat(heard.format()).isEqualTo("cyscon-yaml");
    assertThat(heard.faults()).isEmpty();
    assertThat(ObservationLines.line(heard.only()))
        .isEqualTo(
            """
            {"row":1,"time":"2026-02-03T04:05:06Z","timeError":"PT1S",\
            "class":{"taxonomy":"malicious-code","type":"malware-distribution",\
            "identifier":"EXAMPLE.MALWARE.URL"},\
            "source":{"ip":"192.0.2.5","host":"bad.example.com"},"sides":"about-source",\
            "url":"http://bad.example.com/x","sensor":"cyscon",\
            "extra":{"country":"JP","first_seen":"2026-02-03 04:04:18 +0200"}}\
            """);
  }

  @Test
  void a_site_never_seen_is_lost_with_the_reason() {
    assertThat(Heard.of("a.txt", SITE.replace("2026-02-03 06", "long ago 06")).faults())
        .containsExactly(Fault.TIME_UNREADABLE);
  }
}
