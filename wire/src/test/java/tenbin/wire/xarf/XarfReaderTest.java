package tenbin.wire.xarf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.report.Fault;
import tenbin.wire.Heard;
import tenbin.wire.lines.ObservationLines;

class XarfReaderTest {
  private static final String FOUR =
      """
      {"xarf_version":"4.2.0","report_id":"00000000-0000-4000-8000-000000000001",
       "timestamp":"2026-02-03T04:05:06.5Z","source_identifier":"192.0.2.5","source_port":40001,
       "reporter":{"org":"Example","contact":"desk@example.org","domain":"example.org"},
       "sender":{"org":"Example","contact":"desk@example.org","domain":"example.org"},
       "category":"connection","type":"login_attack","evidence_source":"honeypot",
       "destination_ip":"198.51.100.9","destination_port":22,"protocol":"tcp",
       "evidence":[{"content_type":"text/plain","payload":"c2VjcmV0","hash":"md5:00"}],
       "username_patterns":["root"],"attempt_count":7}
      """;

  private static final String THREE =
      """
      {"Version":"3","Disclosure":true,
       "ReporterInfo":{"ReporterOrg":"Example","ReporterOrgDomain":"example.org",
         "ReporterOrgEmail":"desk@example.org"},
       "Report":{"ReportClass":"Activity","ReportType":"PortScan","Date":"2026-02-03T04:05:06Z",
         "SourceIp":"192.0.2.5","SourcePort":40001,"DestinationIp":"198.51.100.9",
         "DestinationPort":[22,23],"TransportProtocol":"tcp",
         "Samples":[{"ContentType":"text/plain","Payload":"secret"}]}}
      """;

  @Test
  void version_four_keeps_the_source_port_and_a_reference_to_the_evidence() {
    Heard heard = Heard.of("report.json", FOUR);
    assertThat(heard.faults()).isEmpty();
    assertThat(ObservationLines.line(heard.only()))
        .contains("\"time\":\"2026-02-03T04:05:06.500Z\",\"timeError\":\"PT0.1S\"")
        .contains("\"source\":{\"ip\":\"192.0.2.5\",\"port\":40001}")
        .contains("\"destination\":{\"ip\":\"198.51.100.9\",\"port\":22}")
        .contains("\"sensor\":\"Example\"")
        .contains("\"identifier\":\"login_attack\"")
        .doesNotContain("c2VjcmV0");
    assertThat(heard.only().sides()).isEqualTo(Sides.ABOUT_SOURCE_SENSOR_DESTINATION);
    assertThat(category(heard.only(), "evidence")).isEqualTo(Category.C3);
    assertThat(category(heard.only(), "username_patterns")).isEqualTo(Category.C4);
    assertThat(category(heard.only(), "reporter.contact")).isEqualTo(Category.C8);
  }

  @Test
  void version_four_without_its_required_members_is_noted_and_without_source_lost() {
    Heard heard = Heard.of("report.json", FOUR.replace("\"sender\"", "\"other\""));
    assertThat(heard.only().kind().rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(heard.faults()).containsExactly(Fault.SCHEMA_VIOLATION);
    Heard lost = Heard.of("report.json", FOUR.replace("source_identifier", "source_id"));
    assertThat(lost.observations()).isEmpty();
    assertThat(lost.faults()).containsExactly(Fault.REQUIRED_FIELD_MISSING);
  }

  @Test
  void an_open_services_port_is_the_sources_own() {
    Observation seen =
        Heard.of(
                "report.json",
                FOUR.replace("connection", "vulnerability")
                    .replace("login_attack", "open_service")
                    .replace("\"source_port\":40001", "\"service_port\":3389")
                    .replace("honeypot", "vulnerability_scan"))
            .only();
    assertThat(seen.source().port()).isEqualTo(3389);
    assertThat(seen.sides()).isEqualTo(Sides.ABOUT_SOURCE);
  }

  @Test
  void version_three_is_read_and_all_ports_are_kept() {
    Heard heard = Heard.of("report.json", THREE);
    assertThat(heard.faults()).isEmpty();
    assertThat(heard.only().destination().port()).isEqualTo(22);
    assertThat(heard.only().extra().get("Report.DestinationPort")).contains("[22,23]");
    assertThat(ObservationLines.line(heard.only())).doesNotContain("secret");
  }

  @Test
  void each_broken_rule_of_version_three_is_noted() {
    Heard heard =
        Heard.of(
            "report.json",
            THREE
                .replace("desk@example.org", "desk")
                .replace("\"Payload\"", "\"Content\"")
                .replace("\"tcp\"", "\"carrier pigeon\"")
                .replace("40001", "\"40001\""));
    assertThat(heard.warnings())
        .filteredOn(warning -> warning.fault() == Fault.SCHEMA_VIOLATION)
        .extracting(warning -> warning.detail())
        .containsExactly(
            "ReporterInfo.ReporterOrgEmail has the wrong form",
            "Report.SourcePort has the wrong form",
            "Report.TransportProtocol has the wrong form",
            "Report.Samples has the wrong form");
    assertThat(heard.only().source().port()).isEqualTo(40_001);
  }

  @Test
  void a_misused_account_is_about_the_service_that_it_was_tried_at() {
    Observation seen =
        Heard.of(
                "report.json",
                THREE
                    .replace("PortScan", "PotentiallyCompromisedAccount")
                    .replace(
                        "\"SourceIp\":\"192.0.2.5\",\"SourcePort\":40001,",
                        "\"Account\":{\"AccountName\":\"x\"},"))
            .only();
    assertThat(seen.sides()).isEqualTo(Sides.ABOUT_DESTINATION);
    assertThat(seen.about().address().toString()).isEqualTo("198.51.100.9");
    assertThat(category(seen, "Report.Account.AccountName")).isEqualTo(Category.C4);
  }

  private static Category category(Observation seen, String name) {
    var columns = seen.extra().columns();
    return columns.get(columns.indexOf(name).orElseThrow()).category();
  }
}
