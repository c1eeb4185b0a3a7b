package tenbin.nouns.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Transport;

class ReportTest {
  @Test
  void a_digest_is_the_sha_256_of_the_bytes() {
    // FIPS 180-4's example for "abc".
    assertThat(Digest.of("abc".getBytes(UTF_8)).hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Digest.tryParse("BA78")).isEmpty();
    assertThatThrownBy(() -> new Digest("x".repeat(64))).hasMessageContaining("SHA-256");
  }

  @Test
  void a_warning_s_detail_is_short_and_cannot_carry_control_characters() {
    Warning warning = new Warning(Fault.SYNTAX, Place.row(3), "a\r\n\u0000" + "b".repeat(500));
    assertThat(warning.detail()).hasSize(Warning.MOST_DETAIL).startsWith("a\ufffd\ufffd\ufffdb");
    assertThat(new Place("a.csv", 17, 4711)).hasToString("a.csv row 17 (byte 4711)");
    assertThat(Place.WHOLE).hasToString("the report");
  }

  @Test
  void words_of_the_field_are_read_in_every_usual_spelling() {
    assertThat(Rsit.tryOfType("Infected_System")).contains(Rsit.INFECTED_SYSTEM);
    assertThat(Rsit.tryOfType("nonsense")).isEmpty();
    assertThat(Severity.tryParse("High")).contains(Severity.HIGH);
    assertThat(Transport.tryParse("17")).contains(Transport.UDP);
    assertThat(Transport.tryParse("TCP")).contains(Transport.TCP);
    assertThat(Tlp.tryParse("TLP:WHITE")).contains(Tlp.CLEAR);
    assertThat(Tlp.tryParse("amber+strict")).contains(Tlp.AMBER_STRICT);
    assertThat(Tlp.tryParse("PINK")).isEmpty();
    assertThat(Purpose.tryParse("P1")).contains(Purpose.NOTIFY_AFFECTED_CUSTOMER);
    assertThat(Purpose.tryParse("advertising")).isEmpty();
  }
}
