package tenbin.wire.n6;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.report.Fault;
import tenbin.wire.Heard;
import tenbin.wire.lines.ObservationLines;

class NSixReaderTest {
  @Test
  void each_address_of_an_event_is_an_observation_of_its_own() {
    Heard heard =
        Heard.of(
            "n6.json",
            """
            [{"id":"0f1e","source":"trap.one","restriction":"need-to-know","confidence":"medium",
              "category":"bots","time":"2026-02-03T04:05:06.123456Z","name":"Conficker",
              "address":[{"ip":"192.0.2.5","asn":64496,"cc":"JP"},{"ip":"2001:db8::5"},{"ip":"x"}],
              "sport":4711,"dport":80,"proto":"tcp","dip":"198.51.100.9","adip":"x.x.100.9",
              "origin":"sinkhole","count":3,"until":"2026-02-03T05:00:00Z"},
             {"id":"0f1f","source":"trap.one","restriction":"public","confidence":"low",
              "category":"dos-victim","time":"2026-02-03 04:05:07","address":[{"ip":"192.0.2.6"}],
              "dport":53}]
            """);
    assertThat(heard.format()).isEqualTo("n6-json");
    assertThat(heard.observations()).extracting(Observation::row).containsExactly(1L, 2L, 4L);
    assertThat(ObservationLines.line(heard.observations().getFirst()))
        .isEqualTo(
            """
            {"row":1,"time":"2026-02-03T04:05:06.123456Z","timeError":"PT0.000001S",\
            "class":{"taxonomy":"malicious-code","type":"infected-system",\
            "identifier":"bots","family":"conficker"},"transport":"tcp",\
            "source":{"ip":"192.0.2.5","port":4711,"asn":64496},\
            "destination":{"ip":"198.51.100.9","port":80},\
            "sides":"about-source-sensor-destination","sensor":"trap.one","count":3,\
            "extra":{"id":"0f1e","restriction":"need-to-know","confidence":"medium",\
            "adip":"x.x.100.9","origin":"sinkhole","until":"2026-02-03T05:00:00Z"}}\
            """);
    assertThat(heard.faults()).containsExactly(Fault.ADDRESS_UNREADABLE, Fault.TIME_WITHOUT_ZONE);
  }

  @Test
  void a_floods_victim_is_the_destination() {
    Observation seen =
        Heard.of(
                "n6.json",
                """
                {"category":"dos-victim","time":"2026-02-03T04:05:07Z","confidence":"low",
                 "address":[{"ip":"192.0.2.6"}],"dport":53,"sport":9}
                """)
            .only();
    assertThat(seen.sides()).isEqualTo(Sides.ABOUT_DESTINATION);
    assertThat(seen.kind().rsit()).isEqualTo(Rsit.DDOS);
    assertThat(seen.about().address()).isEqualTo(Address.parse("192.0.2.6"));
    assertThat(seen.about().port()).isEqualTo(53);
    assertThat(seen.source().port()).isEqualTo(9);
  }

  @Test
  void a_name_without_address_is_enough_and_nothing_is_not() {
    Heard heard =
        Heard.of(
            "n6.json",
            """
            {"category":"malurl","time":"2026-02-03T04:05:07Z","fqdn":"bad.example.com"}
            {"category":"malurl","time":"2026-02-03T04:05:07Z"}
            """);
    assertThat(heard.only().source().host()).isEqualTo("bad.example.com");
    assertThat(heard.faults()).containsExactly(Fault.ADDRESS_MISSING);
  }
}
