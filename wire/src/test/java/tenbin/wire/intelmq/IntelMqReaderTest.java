package tenbin.wire.intelmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.report.Fault;
import tenbin.wire.Heard;
import tenbin.wire.lines.ObservationLines;

class IntelMqReaderTest {
  @Test
  void an_event_keeps_everything_it_told() {
    Heard heard =
        Heard.of(
            "events.json",
            """
            {"classification.taxonomy":"malicious-code","classification.type":"infected-system",
             "classification.identifier":"botnet","malware.name":"Mirai","severity":"high",
             "time.source":"2026-02-03T04:05:06.25+00:00","time.observation":"2026-02-03T05:00:00+00:00",
             "source.ip":"192.0.2.5","source.port":40000,"source.asn":64496,
             "source.reverse_dns":"Host5.Example.NET.","source.geolocation.cc":"JP",
             "destination.ip":"198.51.100.9","destination.port":23,"destination.fqdn":"c2.example.org",
             "protocol.transport":"tcp","feed.name":"example feed","feed.provider":"example",
             "extra":{"tag":"mirai","odd":[1,2]},"raw":"Zm9v","tlp":"AMBER"}
            """);
    assertThat(heard.faults()).isEmpty();
    assertThat(heard.markings()).containsExactly(Tlp.AMBER);
    assertThat(ObservationLines.line(heard.only()))
        .isEqualTo(
            """
            {"row":1,"time":"2026-02-03T04:05:06.250Z","timeError":"PT0.01S",\
            "class":{"taxonomy":"malicious-code","type":"infected-system",\
            "identifier":"botnet","family":"mirai"},"severity":"high","transport":"tcp",\
            "source":{"ip":"192.0.2.5","port":40000,"asn":64496,"reverseName":"host5.example.net"},\
            "destination":{"ip":"198.51.100.9","port":23,"host":"c2.example.org"},\
            "sides":"about-source-sensor-destination","sensor":"example feed",\
            "extra":{"time.observation":"2026-02-03T05:00:00+00:00","source.geolocation.cc":"JP",\
            "feed.provider":"example","extra.tag":"mirai","extra.odd":"[1,2]","raw":"Zm9v"}}\
            """);
    assertThat(category(heard.only(), "extra.tag")).isEqualTo(Category.C1);
    assertThat(category(heard.only(), "raw")).isEqualTo(Category.C8);
    assertThat(category(heard.only(), "feed.provider")).isEqualTo(Category.C8);
    assertThat(category(heard.only(), "extra.odd")).isEqualTo(Category.UNKNOWN);
  }

  @Test
  void the_types_of_older_versions_are_understood_and_unknown_ones_noted() {
    assertThat(typeOf("c&c")).isEqualTo(Rsit.C2_SERVER);
    assertThat(typeOf("botnet drone")).isEqualTo(Rsit.INFECTED_SYSTEM);
    assertThat(typeOf("vulnerable service")).isEqualTo(Rsit.VULNERABLE_SYSTEM);
    assertThat(typeOf("ddos")).isEqualTo(Rsit.DDOS);
    Heard heard = Heard.of("a.json", event("quantum flu", "\"source.ip\":\"192.0.2.5\""));
    assertThat(heard.only().kind().rsit()).isEqualTo(Rsit.UNDETERMINED);
    assertThat(heard.only().extra().get("classification.type")).contains("quantum flu");
    assertThat(heard.faults()).containsExactly(Fault.UNKNOWN_KIND);
  }

  @Test
  void a_url_names_the_host_and_a_phishing_site_has_no_sensor() {
    Observation seen =
        Heard.of("a.json", event("phishing", "\"source.url\":\"http://u@www.Example.com:81/x?@\""))
            .only();
    assertThat(seen.source().host()).isEqualTo("www.example.com");
    assertThat(seen.sides()).isEqualTo(Sides.ABOUT_SOURCE);
  }

  @Test
  void an_event_about_nobody_or_without_time_is_lost_with_its_reason() {
    Heard heard =
        Heard.of(
            "a.json",
            event("scanner", "\"destination.ip\":\"192.0.2.5\"").replace("\n", "")
                + "\n{\"source.ip\":\"192.0.2.5\"}\n"
                + "{\"source.ip\":\"192.0.2.5\",\"time.source\":\"9999-01-01T00:00:00Z\"}\n"
                + "{\"source.ip\":\"192.0.2.5\",\"time.source\":\"1970-01-01T00:00:00Z\"}\n"
                + event("scanner", "\"source.ip\":\"::ffff:192.0.2.7\"").replace("\n", ""));
    assertThat(heard.faults())
        .containsExactly(
            Fault.ADDRESS_MISSING,
            Fault.TIME_MISSING,
            Fault.TIME_IMPLAUSIBLE,
            Fault.TIME_IMPLAUSIBLE,
            Fault.ADDRESS_MAPPED);
    assertThat(heard.only().row()).isEqualTo(5);
  }

  @Test
  void an_event_without_marking_stands_under_the_strictest_so_far() {
    String one = event("scanner", "\"source.ip\":\"192.0.2.5\"").replace("\n", "");
    String text =
        String.join(
            "\n",
            List.of(
                one,
                one.replace("}", ",\"tlp\":\"CLEAR\"}"),
                one.replace("}", ",\"tlp\":\"AMBER\"}"),
                one.replace("}", ",\"tlp\":\"GREEN\"}"),
                one));
    assertThat(Heard.of("a.json", text).markings())
        .containsExactly(Tlp.CLEAR, Tlp.AMBER, Tlp.GREEN, Tlp.AMBER);
  }

  private static Rsit typeOf(String type) {
    return Heard.of("a.json", event(type, "\"source.ip\":\"192.0.2.5\"")).only().kind().rsit();
  }

  private static String event(String type, String side) {
    return """
    {"classification.type":"%s","time.source":"2026-02-03T04:05:06+00:00",%s}
    """
        .formatted(type, side);
  }

  private static Category category(Observation seen, String name) {
    var columns = seen.extra().columns();
    return columns.get(columns.indexOf(name).orElseThrow()).category();
  }
}
