package tenbin.nouns.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.nouns.incident.IncidentFault.What;

class IncidentTextTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private static IncidentText read(Object... typed) {
    Map<IncidentField, String> fields = new EnumMap<>(IncidentField.class);
    fields.put(IncidentField.KIND, "system-compromise");
    for (int i = 0; i < typed.length; i += 2) {
      fields.put((IncidentField) typed[i], (String) typed[i + 1]);
    }
    return IncidentText.read(fields, TOKYO);
  }

  private static String value(IncidentText text, IncidentField field) {
    assertThat(text.faults()).isEmpty();
    return text.values().getOrDefault(field, "");
  }

  @Test
  void marks_that_were_made_harmless_are_made_whole_line_by_line() {
    IncidentText text =
        read(
            IncidentField.SERVERS,
            " 203[.]0[.]113[.]7[:]0443 \n\n[2001:db8::1]:8443\n2001:DB8::2",
            IncidentField.URLS,
            "hxxps://login[.]attacker[.]example/form",
            IncidentField.DOMAINS,
            "Update(.)Attacker.Example",
            IncidentField.HASHES,
            "D41D8CD98F00B204E9800998ECF8427E");
    assertThat(value(text, IncidentField.SERVERS))
        .isEqualTo("203.0.113.7:443\n[2001:db8::1]:8443\n2001:db8::2");
    assertThat(value(text, IncidentField.URLS)).isEqualTo("https://login.attacker.example/form");
    assertThat(value(text, IncidentField.DOMAINS)).isEqualTo("update.attacker.example");
    assertThat(value(text, IncidentField.HASHES)).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
  }

  @Test
  void every_fault_is_told_with_its_field_and_line_and_the_rest_is_read() {
    IncidentText text =
        read(
            IncidentField.SERVERS,
            "203.0.113.7\n203.0.113.7:65536\n2001:db8::1:443:nonsense",
            IncidentField.URLS,
            "ftp://files.example/x\njavascript:alert(1)",
            IncidentField.HASHES,
            "abc",
            IncidentField.STARTED,
            "yesterday",
            IncidentField.DAMAGE,
            "a\u0007bell");
    assertThat(text.faults())
        .containsExactlyInAnyOrder(
            new IncidentFault(IncidentField.SERVERS, 2, What.NOT_AN_ADDRESS),
            new IncidentFault(IncidentField.SERVERS, 3, What.NOT_AN_ADDRESS),
            new IncidentFault(IncidentField.URLS, 1, What.NOT_A_URL),
            new IncidentFault(IncidentField.URLS, 2, What.NOT_A_URL),
            new IncidentFault(IncidentField.HASHES, 1, What.NOT_A_HASH),
            new IncidentFault(IncidentField.STARTED, 1, What.NOT_A_TIME),
            new IncidentFault(IncidentField.DAMAGE, 1, What.CONTROL_CHARACTER));
    assertThat(text.values()).containsEntry(IncidentField.KIND, "system-compromise");
  }

  @Test
  void the_day_is_the_tellers_own_of_the_earliest_time_and_nobody_types_it() {
    IncidentText text =
        read(
            IncidentField.DAY,
            "1999-12-31",
            IncidentField.STARTED,
            "2026-11-18T00:10",
            IncidentField.DETECTED,
            "2026-11-19 09:00");
    assertThat(value(text, IncidentField.DAY)).as("17 November in UTC").isEqualTo("2026-11-18");
    assertThat(value(text, IncidentField.STARTED)).isEqualTo("2026-11-18T00:10+09:00[Asia/Tokyo]");
    assertThat(IncidentText.readable(IncidentField.STARTED, "2026-11-18T00:10+09:00[Asia/Tokyo]"))
        .isEqualTo("2026-11-18 00:10 (Asia/Tokyo)");
    assertThat(IncidentText.readable(IncidentField.DAMAGE, "2026-11-18T00:10Z"))
        .as("what people wrote stays")
        .isEqualTo("2026-11-18T00:10Z");
    assertThat(value(read(IncidentField.DETECTED, "2026-11-19T09:00"), IncidentField.DAY))
        .isEqualTo("2026-11-19");
    assertThat(read().values()).doesNotContainKey(IncidentField.DAY);
  }

  @Test
  void a_kind_is_needed_and_is_one_of_the_list() {
    assertThat(IncidentText.read(new HashMap<>(), TOKYO).faults())
        .containsExactly(new IncidentFault(IncidentField.KIND, 0, What.MISSING));
    assertThat(read(IncidentField.KIND, "a bad day").faults())
        .containsExactly(new IncidentFault(IncidentField.KIND, 1, What.NOT_A_KIND));
  }

  @Test
  void both_limits_hold_at_their_border() {
    String longest = "x".repeat(IncidentText.MOST_CHARACTERS);
    assertThat(read(IncidentField.ANALYSIS, longest).faults()).isEmpty();
    assertThat(read(IncidentField.ANALYSIS, longest + "x").faults())
        .extracting(IncidentFault::what)
        .isEqualTo(List.of(What.TOO_LONG));
    String most = "192.0.2.1\n".repeat(IncidentText.MOST_LINES);
    assertThat(read(IncidentField.SERVERS, most).faults()).isEmpty();
    assertThat(read(IncidentField.SERVERS, most + "192.0.2.1").faults())
        .extracting(IncidentFault::what)
        .isEqualTo(List.of(What.TOO_MANY_LINES));
  }
}
