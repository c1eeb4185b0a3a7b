package tenbin.spine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;

class RedactionTest {
  private static final long SEED = 20_261_122;
  private static final Set<String> NAMES = Set.of("works.example.co.jp", "sakura works");

  private static IncidentReport report(Map<IncidentField, String> values) {
    return new IncidentReport(
        new UUID(0x4000L, 1),
        new PartyId("c-sakura"),
        new PartyId("aozora"),
        Instant.EPOCH,
        ZoneOffset.UTC,
        Tlp.AMBER,
        IncidentReport.Asking.WELCOME,
        values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taro.yamada+vpn@mail.works.example.co.jp",
        "+81-3-1234-5678",
        "03-1234-5678",
        "10.1.2.3",
        "172.31.255.1",
        "192.168.0.5",
        "169.254.7.7",
        "fd12:3456:789a::1",
        "files01.corp",
        "printer.floor2.local",
        "router.home.arpa",
        "\\\\files01\\payroll\\2026",
        "C:\\Users\\taro",
        "SAKURA Works",
        "VPN.works.EXAMPLE.co.jp"
      })
  void what_points_at_people_and_inner_machines_is_cut(String secret) {
    Redaction cut = Redaction.of("first 見た " + secret + " then 203.0.113.7", NAMES);
    assertThat(cut.text())
        .contains(Redaction.MARK, "first 見た ", " then 203.0.113.7")
        .doesNotContain(secret)
        .doesNotContainIgnoringCase("works");
    assertThat(cut.isNeeded()).isTrue();
    assertThat(cut.breaksIt()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.7:443",
        "172.32.0.1",
        "110.1.2.3",
        "CVE-2026-12345",
        "2026-11-18",
        "T1566.001 -> T1059.001",
        "https://login.attacker.example/form",
        "2001:db8::1",
        "d41d8cd98f00b204e9800998ecf8427e",
        "localhost.example"
      })
  void what_others_can_look_for_stays(String mark) {
    Redaction cut = Redaction.of("seen " + mark + " twice", NAMES);
    assertThat(cut).isEqualTo(new Redaction("seen " + mark + " twice", 0));
  }

  @Test
  void cutting_twice_cuts_nothing_more() {
    List<String> pieces =
        List.of(
            "10.1.2.3",
            "@",
            ".",
            "-",
            "03-1234-5678",
            "works",
            "sakura ",
            "a.corp",
            "\\\\",
            "C:\\",
            "users\\x",
            "fd00:",
            ":1",
            Redaction.MARK,
            "[",
            "…",
            "]",
            "192.168.",
            "1.1",
            "example",
            ".co.jp",
            "\n",
            "x",
            "7");
    SplittableRandom random = new SplittableRandom(SEED);
    int needed = 0;
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder();
      int many = random.nextInt(12);
      for (int i = 0; i < many; i++) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Redaction once = Redaction.of(text.toString(), NAMES);
      Redaction twice = Redaction.of(once.text(), NAMES);
      assertThat(twice.text()).as("seed %d, run %d: %s", SEED, run, text).isEqualTo(once.text());
      needed += once.isNeeded() ? 1 : 0;
    }
    assertThat(needed).as("texts with something in them").isGreaterThan(5_000);
  }

  @Test
  void the_reports_own_name_and_domain_go_and_fields_that_are_no_free_text_stay() {
    IncidentReport report =
        report(
            Map.of(
                IncidentField.VICTIM_NAME, "Sakura Works",
                IncidentField.VICTIM_DOMAIN, "works.example.co.jp\nco.jp",
                IncidentField.TTPS, "mail as it@works.example.co.jp to SAKURA WORKS",
                IncidentField.DAMAGE, "sakura works stood still, 10.0.0.7"));
    assertThat(Redaction.of(report, IncidentField.TTPS).text())
        .isEqualTo("mail as " + Redaction.MARK + " to " + Redaction.MARK);
    assertThat(Redaction.of(report, IncidentField.DAMAGE))
        .isEqualTo(new Redaction("sakura works stood still, 10.0.0.7", 0));
  }

  @Test
  void nothing_but_marks_breaks_it_and_another_proposal_needs_another_look() {
    Redaction broken = Redaction.of("10.1.2.3, 03-1234-5678.", Set.of());
    assertThat(broken.breaksIt()).isTrue();
    assertThat(broken.found()).isEqualTo(2);
    String digest = Redaction.of("by 10.1.2.3", Set.of()).digest();
    assertThat(Redaction.of("by 10.9.9.9", Set.of()).digest()).isEqualTo(digest);
    assertThat(Redaction.of("by 10.1.2.3!", Set.of()).digest()).isNotEqualTo(digest);
  }
}
