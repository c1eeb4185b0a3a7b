package tenbin.wire.shadowserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.Collected;
import tenbin.wire.Likeness;
import tenbin.wire.Limits;
import tenbin.wire.Refused;
import tenbin.wire.Sample;

final class ShadowserverReaderTest {
  private static final String EVENT =
      "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"src_asn\",\"src_geo\",\"src_hostname\","
          + "\"severity\",\"dst_ip\",\"dst_port\",\"dst_asn\",\"dst_geo\",\"infection\",\"family\",\"tag\"\n";
  private static final String ROW =
      "\"2026-03-24 00:47:17\",\"tcp\",\"126.104.236.94\",17073,64510,\"JP\",\"p28ec5e.bb.example.jp\","
          + "\"critical\",\"198.51.100.7\",443,64511,\"ZZ\",\"Mirai\",\"mirai-family\",\"mirai\"\n";
  private static final String NAME = "2026-03-24-event4_sinkhole-example-asn.csv";

  @Test
  void a_sinkhole_row_is_about_its_source_and_the_destination_is_the_sensor() {
    Collected all = read(NAME, EVENT + ROW);
    assertThat(all.warnings).isEmpty();
    Observation seen = all.only();
    assertThat(seen.sides()).isEqualTo(Sides.ABOUT_SOURCE_SENSOR_DESTINATION);
    assertThat(seen.kind().rsit()).isEqualTo(Rsit.INFECTED_SYSTEM);
    assertThat(seen.kind().identifier()).isEqualTo("event4_sinkhole");
    assertThat(seen.kind().family()).isEqualTo("mirai");
    assertThat(seen.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(seen.transport()).isEqualTo(Transport.TCP);
    assertThat(seen.time()).isEqualTo(Moment.ofEpochSecond(1_774_313_237L));
    assertThat(seen.source().address()).isEqualTo(Address.parse("126.104.236.94"));
    assertThat(seen.source().port()).isEqualTo(17_073);
    assertThat(seen.source().asn().number()).isEqualTo(64_510);
    assertThat(seen.source().reverseName()).isEqualTo("p28ec5e.bb.example.jp");
    assertThat(seen.destination().address()).isEqualTo(Address.parse("198.51.100.7"));
    assertThat(seen.extra().toString())
        .isEqualTo("[family=mirai-family, src_geo=JP, dst_geo=ZZ, tag=mirai]");
    assertThat(seen.row()).isEqualTo(1);
  }

  @Test
  void an_open_service_is_about_its_own_address_and_no_side_is_a_sensor() {
    Observation seen =
        read(
                "2026-03-24-scan_dns-example-asn.csv.zip",
                lines(
                    "timestamp,severity,ip,protocol,port,hostname,tag,dns_version,asn",
                    "2026-03-24 01:02:03,,2001:db8::53,udp,53,-,openresolver,,64500"))
            .only();
    assertThat(seen.sides()).isEqualTo(Sides.ABOUT_SOURCE);
    assertThat(seen.kind().identifier()).isEqualTo("dns-open-resolver");
    assertThat(seen.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(seen.about().address()).isEqualTo(Address.parse("2001:db8::53"));
    assertThat(seen.about().reverseName()).isEmpty();
    assertThat(seen.kind().family()).isEmpty();
  }

  @Test
  void a_flood_target_is_about_the_destination() {
    Observation seen =
        read(
                "2026-03-24-event4_honeypot_ddos_target-example.csv",
                lines(
                    "timestamp,protocol,dst_ip,dst_port,src_ip,attack",
                    "2026-03-24 01:02:03,udp,126.64.0.1,80,198.51.100.9,udpflood"))
            .only();
    assertThat(seen.sides()).isEqualTo(Sides.ABOUT_DESTINATION);
    assertThat(seen.about().address()).isEqualTo(Address.parse("126.64.0.1"));
  }

  @Test
  void a_malicious_url_finds_its_host_without_an_address() {
    Observation seen =
        read(
                "2026-03-24-malware_url-example.csv",
                lines(
                    "timestamp,url,hostname,ip,asn,tag",
                    "2026-03-24 01:02:03,http://Shop.Example.JP:8080/x?y=1,,,,x"))
            .only();
    assertThat(seen.source().host()).isEqualTo("shop.example.jp");
    assertThat(seen.url()).isEqualTo("http://Shop.Example.JP:8080/x?y=1");
  }

  @Test
  void a_leaked_account_is_about_the_domain_of_its_mailbox() {
    Observation seen =
        read(
                "2026-03-24-compromised_account-example.csv",
                lines(
                    "timestamp,email,infection,username",
                    "2026-03-24 01:02:03,user@mail.example.jp,stealer,user@mail.example.jp"))
            .only();
    assertThat(seen.source().host()).isEqualTo("mail.example.jp");
    assertThat(seen.extra().get("email")).contains("user@mail.example.jp");
  }

  @Test
  void bad_rows_are_told_at_their_place_and_the_rest_is_read() {
    Collected all =
        read(
            NAME,
            EVENT
                + ROW.replace("2026-03-24 00", "1970-01-01 00")
                + ROW.replace("2026-03-24 00:47:17", "")
                + ROW.replace("2026-03-24 00:47:17", "soon")
                + ROW.replace("2026-", "9999-")
                + ROW.replace("126.104.236.94", "")
                + ROW.replace("126.104.236.94", "nowhere")
                + ROW);
    assertThat(all.faults())
        .containsExactly(
            Fault.TIME_IMPLAUSIBLE,
            Fault.TIME_MISSING,
            Fault.TIME_UNREADABLE,
            Fault.TIME_IMPLAUSIBLE,
            Fault.ADDRESS_MISSING,
            Fault.ADDRESS_UNREADABLE);
    assertThat(all.warnings.get(4).place().row()).isEqualTo(5);
    assertThat(all.only().row()).isEqualTo(7);
  }

  @Test
  void odd_values_are_noted_and_kept_as_written() {
    Collected all =
        read(
            NAME,
            EVENT
                + ROW.replace("17073", "99999")
                + ROW.replace("64510", "ASx")
                + ROW.replace("\"tcp\"", "\"carrier-pigeon\"")
                + ROW.replace("126.104.236.94", "fe80::1%eth0")
                + ROW.replace("126.104.236.94", "::ffff:126.64.0.1")
                + ROW.replace("126.104.236.94", "192.168.0.1")
                + ROW.replace("198.51.100.7", "sensor"));
    assertThat(all.faults())
        .containsExactly(
            Fault.PORT_UNREADABLE,
            Fault.ASN_UNREADABLE,
            Fault.VALUE_UNREADABLE,
            Fault.ADDRESS_ZONE_DROPPED,
            Fault.ADDRESS_NOT_GLOBAL,
            Fault.ADDRESS_MAPPED,
            Fault.ADDRESS_NOT_GLOBAL,
            Fault.VALUE_UNREADABLE);
    assertThat(all.observations).hasSize(7);
    assertThat(all.observations.get(0).extra().get("src_port")).contains("99999");
    assertThat(all.observations.get(6).extra().get("dst_ip")).contains("sensor");
  }

  @Test
  void ragged_repeated_and_doubled_things_are_told() {
    String header = "timestamp,ip,tag,tag\n";
    Collected all =
        read(
            "2026-03-24-scan_dns-x.csv",
            header
                + "2026-03-24 01:02:03,126.64.0.1\n"
                + header
                + "2026-03-24 01:02:03,126.64.0.2,a,b,c,d\n");
    assertThat(all.faults())
        .containsExactly(
            Fault.DUPLICATE_COLUMN,
            Fault.UNKNOWN_COLUMN,
            Fault.TOO_FEW_COLUMNS,
            Fault.HEADER_REPEATED,
            Fault.TOO_MANY_COLUMNS);
    assertThat(all.observations).hasSize(2);
    assertThat(all.observations.get(1).row()).isEqualTo(2);
    assertThat(all.observations.get(1).extra().toString())
        .isEqualTo("[tag=a, tag#2=b, #surplus=c,d]");
  }

  @Test
  void what_is_no_table_is_refused() {
    assertThat(read("x.csv", "").refused()).isEqualTo(Fault.EMPTY);
    assertThat(read("x.csv", "\n\n").refused()).isEqualTo(Fault.EMPTY);
    assertThat(read("x.csv", "a,b\n1,2\n").refused()).isEqualTo(Fault.HEADER_UNUSABLE);
    StringBuilder wide = new StringBuilder("timestamp,ip");
    for (int i = 0; i < 10_000; i++) {
      wide.append(",c").append(i);
    }
    assertThat(read("x.csv", wide + "\n").refused()).isEqualTo(Fault.TOO_MANY_COLUMNS_IN_HEADER);
  }

  @Test
  void limits_stop_a_report_and_what_was_read_stays() {
    Limits few = new Limits(1 << 20, 200, 1 << 16, 100, 8, 8, 2, Duration.ofMinutes(1));
    Collected all =
        Collected.of(
            ShadowserverReader.standard(),
            Collected.report(
                NAME, new ByteArrayInputStream((EVENT + ROW.repeat(5)).getBytes(UTF_8)), few));
    assertThat(all.refused()).isEqualTo(Fault.TOO_MANY_ROWS);
    assertThat(all.observations).hasSize(2);
    Limits small = new Limits(500, 200, 1 << 16, 100, 8, 8, 100, Duration.ofMinutes(1));
    assertThat(
            Collected.of(
                    ShadowserverReader.standard(),
                    Collected.report(
                        NAME,
                        new ByteArrayInputStream((EVENT + ROW.repeat(5)).getBytes(UTF_8)),
                        small))
                .refused())
        .isEqualTo(Fault.TOO_LARGE);
  }

  @Test
  void without_a_name_the_columns_tell_what_they_can() {
    ReportType type = ShadowserverTable.standard().type("scan_mqtt").orElseThrow();
    String header = String.join(",", type.columns()) + "\n";
    String row = "2026-03-24 01:02:03,,126.64.0.1" + ",".repeat(type.columns().size() - 3) + "\n";
    Observation seen = read("", header + row).only();
    assertThat(seen.kind().rsit()).isEqualTo(Rsit.VULNERABLE_SYSTEM);
    Collected unknown =
        read(
            "2026-03-24-scan_newthing-x.csv",
            "timestamp,ip,novel\n2026-03-24 01:02:03,126.64.0.1,x\n");
    assertThat(unknown.faults()).containsExactly(Fault.UNKNOWN_KIND, Fault.UNKNOWN_COLUMN);
    assertThat(unknown.only().kind().rsit()).isEqualTo(Rsit.UNDETERMINED);
    assertThat(unknown.only().kind().identifier()).isEqualTo("scan_newthing");
  }

  @Test
  void an_unknown_type_with_two_sides_hides_the_second_one() {
    Observation seen =
        read(
                "2026-03-24-event4_newtrap-x.csv",
                "timestamp,src_ip,dst_ip,dst_city\n2026-03-24 01:02:03,126.64.0.1,198.51.100.1,X\n")
            .only();
    assertThat(seen.sides().sensorIsDestination()).isTrue();
    assertThat(seen.extra().columns().get(3).category().name()).isEqualTo("C8");
  }

  @Test
  void names_with_paths_prefixes_and_numbers_tell_their_type() {
    TypeGuess guess = new TypeGuess(ShadowserverTable.standard());
    for (String name :
        new String[] {
          "2026-03-24-scan_dns-123-example-asn.csv.zip",
          "in/2026-03-24-scan_dns-example.csv",
          "2026-03-24-scan_dns.csv",
          "scan_dns.csv",
          "type_scan_dns.csv",
          "scan_dns_4711.csv",
        }) {
      assertThat(guess.byName(name)).as(name).map(ReportType::name).contains("scan_dns");
    }
    assertThat(guess.byName("report.csv")).isEmpty();
  }

  @Test
  void likeness_follows_name_and_header() {
    assertThat(likeness(NAME, EVENT + ROW)).isEqualTo(Likeness.CERTAIN);
    assertThat(likeness("", EVENT + ROW)).isEqualTo(Likeness.LIKELY);
    assertThat(likeness("", "timestamp,ip,score,x,y\n")).isEqualTo(Likeness.NONE);
    assertThat(likeness(NAME, "{\"a\":1}")).isEqualTo(Likeness.NONE);
  }

  @Test
  void a_newer_schema_brings_its_types() throws Refused {
    ShadowserverTable newer =
        ShadowserverTable.standard()
            .with(
                """
                {"scan_newthing": {"classification.type": "vulnerable-system",
                  "fields": ["timestamp", "ip", "port", "novel"]},
                 "event4_honeypot_darknet": {"classification.type": "other",
                  "fields": ["timestamp", "src_ip"]}}
                """);
    Observation seen =
        Collected.of(
                new ShadowserverReader(newer),
                "2026-03-24-scan_newthing-x.csv",
                "timestamp,ip,novel\n2026-03-24 01:02:03,126.64.0.1,x\n")
            .only();
    assertThat(seen.kind().rsit()).isEqualTo(Rsit.VULNERABLE_SYSTEM);
    assertThat(newer.type("event4_honeypot_darknet").orElseThrow().rsit()).isEqualTo(Rsit.SCANNER);
    assertThat(newer.types()).hasSize(ShadowserverTable.standard().types().size() + 1);
    for (String bad : new String[] {"", "[]", "{}", "{\"a\": {}}", "{\"a\": {\"fields\": 3}}"}) {
      assertThatThrownBy(() -> ShadowserverTable.standard().with(bad))
          .as(bad)
          .isInstanceOf(Refused.class);
    }
  }

  private static String lines(String... all) {
    return String.join("\n", all) + "\n";
  }

  private static Likeness likeness(String name, String text) {
    return ShadowserverReader.standard().looksAt(new Sample(name, text.getBytes(UTF_8), true));
  }

  private static Collected read(String name, String text) {
    return Collected.of(ShadowserverReader.standard(), name, text);
  }
}
