package tenbin.wire.dshield;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.wire.Collected;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Sample;

final class DshieldTest {
  private static final String LIST =
      """
      # a list
      #    updated: Tue Mar 24 15:33:38 2026 UTC
      Start\tEnd\tNetblock\tAttacks\tName\tCountry\temail
      126.64.3.0\t126.64.3.255\t24\t788\tExample Net\tJP\tabuse@example.jp
      126.64.4.0\t126.64.4.255\t24\t585\t\t\t
      nowhere\tx\t24\t1
      126.64.5.0\t126.64.5.255\t24\tmany
      short
      # END
      """;

  private static final String LOG =
      """
      # author's log
      2026-03-24 14:02:07 -05:00\t4711\t3\t126.64.0.9\t4242\t198.51.100.20\t23\tTCP\tS
      2026-03-24\t14:02:08\t+00:00\t4711\t1\t2001:db8::9\t???\t198.51.100.20\t???\t1
      2026-03-24 14:02:07 +00:00\t4711\t1\tnobody\t1\t198.51.100.20\t23\t6\tS
      1999-13-01 14:02:07 +00:00\t4711\t1\t126.64.0.9\t1\t198.51.100.20\t23\t6\tS
      too few words
      """;

  @Test
  void a_block_is_about_its_first_address_within_the_days_the_list_sums_up() {
    Collected all = Collected.of(new BlockListReader(), "block.txt", LIST);
    assertThat(all.faults())
        .containsExactly(Fault.ADDRESS_UNREADABLE, Fault.VALUE_UNREADABLE, Fault.ROW_UNREADABLE);
    assertThat(all.observations).hasSize(3);
    Observation seen = all.observations.getFirst();
    assertThat(seen.kind().rsit()).isEqualTo(Rsit.SCANNER);
    assertThat(seen.source().address()).isEqualTo(Address.parse("126.64.3.0"));
    assertThat(seen.count()).isEqualTo(788);
    assertThat(seen.time().instant()).isEqualTo(Instant.parse("2026-03-21T15:33:38Z"));
    assertThat(seen.time().errorNanos()).isEqualTo(Duration.ofDays(3).toNanos());
    assertThat(seen.extra().get("contact")).contains("abuse@example.jp");
  }

  @Test
  void a_list_that_does_not_tell_its_time_loses_its_rows() {
    Collected all =
        Collected.of(new BlockListReader(), "block.txt", LIST.replace("updated", "printed"));
    assertThat(all.observations).isEmpty();
    assertThat(all.faults()).contains(Fault.TIME_MISSING);
  }

  @Test
  void a_log_row_is_about_its_source_and_hides_target_and_author() {
    Collected all = Collected.of(new LogReader(), "log.txt", LOG);
    assertThat(all.faults())
        .containsExactly(
            Fault.ADDRESS_NOT_GLOBAL,
            Fault.ADDRESS_UNREADABLE,
            Fault.TIME_UNREADABLE,
            Fault.ROW_UNREADABLE);
    assertThat(all.observations).hasSize(2);
    Observation seen = all.observations.getFirst();
    assertThat(seen.sides().sensorIsDestination()).isTrue();
    assertThat(seen.sensor()).isEqualTo("4711");
    assertThat(seen.time().instant()).isEqualTo(Instant.parse("2026-03-24T19:02:07Z"));
    assertThat(seen.transport()).isEqualTo(Transport.TCP);
    assertThat(seen.source().port()).isEqualTo(4_242);
    assertThat(all.observations.get(1).source().hasPort()).isFalse();
    assertThat(all.observations.get(1).transport()).isEqualTo(Transport.ICMP);
  }

  @Test
  void each_knows_its_own() {
    assertThat(likeness(new BlockListReader(), LIST)).isEqualTo(Likeness.LIKELY);
    assertThat(likeness(new BlockListReader(), LOG)).isEqualTo(Likeness.NONE);
    assertThat(likeness(new LogReader(), LOG)).isEqualTo(Likeness.LIKELY);
    assertThat(likeness(new LogReader(), LIST)).isEqualTo(Likeness.NONE);
    assertThat(likeness(new LogReader(), "\n \n#\n".repeat(9_000))).isEqualTo(Likeness.NONE);
  }

  private static Likeness likeness(Reader reader, String text) {
    return reader.looksAt(new Sample("", text.getBytes(UTF_8), true));
  }
}
