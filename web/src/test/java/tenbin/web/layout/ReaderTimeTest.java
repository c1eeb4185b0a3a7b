package tenbin.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReaderTimeTest {
  private static final ZonedDateTime DUE =
      ZonedDateTime.of(2026, 11, 24, 22, 0, 0, 0, ZoneId.of("Asia/Tokyo"));

  @Test
  void a_deadline_stands_in_the_zone_in_which_it_was_said_whatever_zone_its_reader_has() {
    for (ZoneId zone :
        List.of(ZoneOffset.UTC, ZoneId.of("Asia/Tokyo"), ZoneId.of("Europe/Berlin"))) {
      assertThat(new ReaderTime(zone, Locale.ENGLISH).said(DUE))
          .as(zone.getId())
          .isEqualTo("2026-11-24 22:00 JST");
    }
    ReaderTime tokyo = new ReaderTime(ZoneId.of("Asia/Tokyo"), Locale.ENGLISH);
    assertThat(tokyo.said(DUE.withZoneSameInstant(ZoneOffset.UTC)))
        .isEqualTo("2026-11-24 13:00 UTC");
  }

  @Test
  void a_moment_stands_in_the_readers_zone() {
    Instant at = DUE.toInstant();
    assertThat(new ReaderTime(ZoneOffset.UTC, Locale.ENGLISH).local(at))
        .isEqualTo("2026-11-24 13:00 UTC");
    assertThat(new ReaderTime(ZoneId.of("Asia/Tokyo"), Locale.ENGLISH).local(at))
        .isEqualTo("2026-11-24 22:00 JST");
  }
}
