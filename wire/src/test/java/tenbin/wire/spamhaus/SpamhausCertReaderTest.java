package tenbin.wire.spamhaus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.Collected;
import tenbin.wire.Likeness;
import tenbin.wire.Sample;

final class SpamhausCertReaderTest {
  private static final String LIST =
      """
      ; ip, asn, country, lastseen, botname, domain, remote_ip, remote_port, local_port, protocol
      126.64.0.1,AS64500,JP,1774313237,Mirai,sink.example,198.51.100.1,23,4242,tcp
      126.64.0.2,AS64500,JP,1774313238,conficker,-,?,?,?,?
      126.64.0.3,AS64500,JP,never,conficker,-,?,?,?,?
      ; EOF
      """;

  @Test
  void rows_are_about_the_infected_address_and_hide_the_remote_side() {
    Collected all = Collected.of(new SpamhausCertReader(), "cert.txt", LIST);
    assertThat(all.faults()).containsExactly(Fault.TIME_UNREADABLE);
    assertThat(all.observations).hasSize(2);
    Observation seen = all.observations.getFirst();
    assertThat(seen.kind().family()).isEqualTo("mirai");
    assertThat(seen.time()).isEqualTo(Moment.ofEpochSecond(1_774_313_237L));
    assertThat(seen.source().port()).isEqualTo(4_242);
    assertThat(seen.destination().host()).isEqualTo("sink.example");
    assertThat(seen.sides().sensorIsDestination()).isTrue();
    assertThat(seen.extra().toString()).isEqualTo("[country=JP]");
    assertThat(all.observations.get(1).source().hasPort()).isFalse();
  }

  @Test
  void the_first_line_tells_the_list() {
    SpamhausCertReader reader = new SpamhausCertReader();
    assertThat(reader.looksAt(new Sample("", LIST.getBytes(UTF_8), true)))
        .isEqualTo(Likeness.CERTAIN);
    assertThat(reader.looksAt(new Sample("", "; a, b\n".getBytes(UTF_8), true)))
        .isEqualTo(Likeness.NONE);
  }
}
