package tenbin.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;

final class TimesTest {
  private static final Instant RECEIVED = Instant.parse("2026-03-25T06:00:00Z");

  private final Times times = new Times(RECEIVED);

  @Test
  void whole_seconds_without_a_zone_are_utc_and_one_second_wrong() {
    assertThat(times.read("2026-03-24 12:34:56"))
        .contains(new Moment(epoch("2026-03-24T12:34:56Z"), Moment.SECOND));
    assertThat(times.hadZone()).isFalse();
  }

  @Test
  void a_fraction_says_how_wrong_the_clock_may_be() {
    assertThat(times.read("2026-03-24T12:34:56.250Z"))
        .contains(new Moment(epoch("2026-03-24T12:34:56.250Z"), Moment.MILLISECOND));
    assertThat(times.read("2026-03-24 12:34:56.000001"))
        .contains(new Moment(epoch("2026-03-24T12:34:56.000001Z"), Moment.MICROSECOND));
    assertThat(times.read("2026-03-24 12:34:56.1234567891").orElseThrow().errorNanos())
        .isEqualTo(1);
  }

  @Test
  void an_offset_is_taken_off() {
    long wanted = epoch("2026-03-24T03:34:56Z");
    for (String zone : new String[] {"+09:00", " +0900", "+09"}) {
      assertThat(times.read("2026-03-24 12:34:56" + zone).orElseThrow().epochNanos())
          .as(zone)
          .isEqualTo(wanted);
      assertThat(times.hadZone()).isTrue();
    }
    assertThat(times.read("2026-03-23T22:34:56-05:00").orElseThrow().epochNanos())
        .isEqualTo(wanted);
    assertThat(times.read("2026-03-24 03:34:56 UTC").orElseThrow().epochNanos()).isEqualTo(wanted);
  }

  @Test
  void what_is_no_time_is_refused_with_the_right_fault() {
    refused("", Fault.TIME_MISSING);
    for (String bad :
        new String[] {
          "yesterday",
          "2026-02-30 00:00:00",
          "2026-13-01 00:00:00",
          "2026-03-24 24:00:00",
          "2026-03-24 12:34",
          "2026-03-24 12:34:56.",
          "2026-03-24 12:34:56 JST",
          "2026-03-24 12:34:56+9",
          "2026-03/24 12:34:56",
          "24.03.2026 12:34:56",
          "2026-03-24 12:34:56+0x:00",
        }) {
      refused(bad, Fault.TIME_UNREADABLE);
    }
    refused("1970-01-01 00:00:00", Fault.TIME_IMPLAUSIBLE);
    refused("9999-12-31 23:59:59", Fault.TIME_IMPLAUSIBLE);
    refused("2026-03-26 06:00:01", Fault.TIME_IMPLAUSIBLE);
    assertThat(times.read("2026-03-26 06:00:00")).isPresent();
  }

  @Test
  void agrees_with_the_calendar_of_the_jdk() {
    long seed = 20260324;
    Random random = new Random(seed);
    DateTimeFormatter form = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    for (int i = 0; i < 20_000; i++) {
      long second = random.nextLong(Times.EARLIEST.getEpochSecond(), RECEIVED.getEpochSecond());
      String text = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).format(form);
      assertThat(times.read(text))
          .as("%s, seed %d", text, seed)
          .contains(Moment.ofEpochSecond(second));
    }
  }

  @Test
  void every_cut_and_every_changed_byte_is_answered() {
    byte[] good =
        "2026-03-24T12:34:56.123456+09:00".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int i = 0; i < good.length; i++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = good.clone();
        changed[i] = (byte) value;
        if (!times.read(changed, 0, changed.length)) {
          assertThat(times.fault().weight()).isEqualTo(Fault.Weight.ROW_REFUSED);
        }
        times.read(changed, 0, i);
      }
    }
  }

  private void refused(String text, Fault fault) {
    assertThat(times.read(text)).as(text).isEmpty();
    assertThat(times.fault()).as(text).isEqualTo(fault);
  }

  private static long epoch(String text) {
    return Moment.of(Instant.parse(text), 0).epochNanos();
  }
}
