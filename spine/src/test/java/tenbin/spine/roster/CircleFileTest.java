package tenbin.spine.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Category;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.Factors;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Sector;
import tenbin.spine.yaml.YamlFault;
import tools.jackson.databind.json.JsonMapper;

class CircleFileTest {
  private static final String GOOD =
      """
      circle: Small Circle
      zone: Asia/Tokyo
      members:
        - id: asagi
          name: Asagi
          class: chair
          carrier: yes
          joined: 2025-04-01
          networks:
            prefixes:
              - prefix: 126.64.0.0/16
                verified-by: registry
            asns:
              - asn: AS64496
                verified-by: registry
        - id: beni
          name: Beni
          class: director
          joined: 2025-04-01
      """;

  @Test
  void the_demo_circle_has_seven_operators_a_secretariat_and_an_observer() {
    Circle circle = CircleFile.read(CircleFile.demo()).orThrow();
    assertThat(circle.members()).hasSize(9);
    assertThat(circle.members().stream().filter(Member::carrier)).hasSize(7);
    assertThat(circle.secretariat()).isPresent();
    assertThat(circle.groups()).hasSize(3);
    assertThat(circle.groups().getFirst().members())
        .hasSize(8)
        .doesNotContain(new MemberId("kansoku"));
    assertThat(circle.version()).hasSize(64);
    assertThat(Conflicts.of(circle)).isEmpty();
    MemberId observer = new MemberId("kansoku");
    assertThat(circle.member(observer).orElseThrow().memberClass()).isEqualTo(MemberClass.OBSERVER);
    assertThat(circle.agreements()).hasSize(1);
    Agreement agreement = circle.agreements().getFirst();
    assertThat(agreement.signedBy()).hasSize(8).doesNotContain(observer);
    assertThat(agreement.categories()).contains(Category.C2);
    LocalDate day = LocalDate.of(2026, 3, 24);
    List<Contact> contacts =
        circle.members().stream().flatMap(member -> member.contacts().stream()).toList();
    assertThat(contacts).anyMatch(each -> each.isStaleOn(day));
    assertThat(contacts).anyMatch(each -> !each.isStaleOn(day));
  }

  @Test
  void an_escape_that_the_file_cuts_is_a_fault_like_others() {
    assertThat(CircleFile.read("circle: \"\\u").faults()).isNotEmpty();
    assertThat(CircleFile.read("circle: \"\\UFFFFFFFF\"").faults()).isNotEmpty();
  }

  @Test
  void the_example_in_the_documents_is_without_fault() throws IOException {
    String root = System.getProperty("tenbin.root", "");
    assumeThat(root).isNotEmpty();
    String text = Files.readString(Path.of(root, "docs", "examples", "circle.yaml"));
    Circle circle = CircleFile.read(text).orThrow();
    assertThat(circle.members()).hasSize(3);
    assertThat(circle.agreements().getFirst().signedBy()).hasSize(3);
    assertThat(Conflicts.of(circle)).isEmpty();
  }

  @Test
  void a_member_and_its_ranges_say_what_they_are_for_and_the_text_keeps_it() {
    String text =
        GOOD.replace("    carrier: yes\n", "    carrier: yes\n    sector: consumer-access\n")
            .replace("126.64.0.0/16\n", "126.64.0.0/16\n          sector: hosting\n");
    Circle circle = CircleFile.read(text).orThrow();
    Member asagi = circle.members().getFirst();
    assertThat(asagi.sector().word()).isEqualTo("consumer-access");
    assertThat(asagi.claims().getFirst().sector().word()).isEqualTo("hosting");
    assertThat(circle.members().getLast().sector()).isEqualTo(Sector.UNKNOWN);
    String written = CircleText.of(circle, ZoneId.of("Asia/Tokyo"));
    assertThat(CircleFile.read(written).orThrow()).isEqualTo(circle);
    assertThat(circle.version()).isNotEqualTo(CircleFile.read(GOOD).orThrow().version());
  }

  @Test
  void a_sector_that_the_list_does_not_have_is_a_fault_with_the_nearest_that_it_has() {
    String text = GOOD.replace("126.64.0.0/16\n", "126.64.0.0/16\n          sector: hostings\n");
    YamlFault fault = CircleFile.read(text).faults().getFirst();
    assertThat(fault.key()).isEqualTo("members[0].networks.prefixes[0].sector");
    assertThat(fault.line()).isEqualTo(12);
    assertThat(fault.nearest()).isEqualTo("hosting");
  }

  @Test
  void the_schemas_list_is_the_list_of_sectors() throws IOException {
    List<String> words = Sector.all().stream().map(Sector::word).toList();
    for (String schema : List.of("circle-schema.json", "../policy/policy-schema.json")) {
      try (InputStream file = CircleFile.class.getResourceAsStream(schema)) {
        List<String> listed = new ArrayList<>();
        JsonMapper.shared()
            .readTree(Objects.requireNonNull(file))
            .at("/$defs/sector/enum")
            .forEach(each -> listed.add(each.asString()));
        assertThat(listed).as(schema).isEqualTo(words);
      }
    }
  }

  @Test
  void dates_begin_in_the_files_own_zone_and_claims_follow_the_membership() {
    Circle circle = CircleFile.read(GOOD).orThrow();
    Claim claim = circle.claims().getFirst();
    assertThat(claim.validity().from()).isEqualTo(Instant.parse("2025-03-31T15:00:00Z"));
    assertThat(claim.validity().end()).isEmpty();
    assertThat(claim.means()).isEqualTo(Claim.Means.DECLARED);
    assertThat(circle.members().getFirst().carrier()).isTrue();
    assertThat(circle.members().getLast().carrier()).isFalse();
  }

  @Test
  void what_was_written_reads_as_the_same_circle_in_any_zone() {
    Circle demo = CircleFile.read(CircleFile.demo()).orThrow();
    assertThat(CircleFile.read(CircleFile.write(demo)).orThrow()).isEqualTo(demo);
    String tokyo = CircleFile.write(demo, ZoneId.of("Asia/Tokyo"));
    assertThat(CircleFile.read(tokyo).orThrow()).isEqualTo(demo);
    assertThat(tokyo).contains("to: 2026-03-25\n").doesNotContain("T00:00");
  }

  @Test
  void the_version_is_of_the_content_and_not_of_its_writing() {
    Circle one = CircleFile.read(GOOD).orThrow();
    Circle commented = CircleFile.read("# a comment\n" + GOOD.replace("yes", "true")).orThrow();
    Circle changed = CircleFile.read(GOOD.replace("126.64.0.0/16", "126.65.0.0/16")).orThrow();
    assertThat(commented.version()).isEqualTo(one.version());
    assertThat(changed.version()).isNotEqualTo(one.version());
  }

  @Test
  void a_demand_of_two_factors_is_read_written_and_a_part_of_the_version() {
    Circle without = CircleFile.read(GOOD).orThrow();
    Circle with = CircleFile.read("sign-in: two-factors\n" + GOOD).orThrow();
    assertThat(without.signIn()).isEqualTo(Factors.ONE);
    assertThat(with.signIn()).isEqualTo(Factors.TWO);
    assertThat(CircleFile.read(CircleFile.write(with)).orThrow()).isEqualTo(with);
    assertThat(CircleFile.write(without)).doesNotContain("sign-in");
    assertThat(with.version()).isNotEqualTo(without.version());
    assertFault("sign-in: two-factor\n" + GOOD, 1, "sign-in", "", "two-factors");
  }

  @Test
  void a_mistyped_key_is_told_with_its_line_and_what_was_meant() {
    assertFault(GOOD.replace("members:", "membres:"), 3, "membres", "unknown key", "members");
    assertFault(
        GOOD.replace("prefixes:", "prefixs:"),
        10,
        "members[0].networks.prefixs",
        "unknown key",
        "prefixes");
  }

  @Test
  void a_wrong_word_is_told_with_its_line_and_the_nearest_right_one() {
    assertFault(
        GOOD.replace("class: director", "class: diretcor"),
        18,
        "members[1].class",
        "is none of chair, vice-chair",
        "director");
  }

  @Test
  void a_missing_key_is_told_at_the_line_of_what_lacks_it() {
    assertFault(GOOD.replace("    name: Beni\n", ""), 16, "members[1]", "\"name\" is missing", "");
  }

  @Test
  void a_value_of_the_wrong_kind_is_told_at_its_line() {
    assertFault(GOOD.replace("joined: 2025-04-01", "joined: [1]"), 8, "members[0].joined", "", "");
    assertFault(GOOD.replace("name: Beni", "name: no"), 17, "members[1].name", "", "");
  }

  @Test
  void host_bits_are_told_with_the_prefix_that_was_meant() {
    assertFault(
        GOOD.replace("126.64.0.0/16", "126.64.0.1/16"),
        11,
        "members[0].networks.prefixes[0].prefix",
        "did you mean 126.64.0.0/16?",
        "");
  }

  @Test
  void networks_that_nobody_can_answer_for_are_refused() {
    String path = "members[0].networks.prefixes[0].prefix";
    assertFault(GOOD.replace("126.64.0.0/16", "10.0.0.0/16"), 11, path, "PRIVATE", "");
    assertFault(GOOD.replace("126.64.0.0/16", "0.0.0.0/0"), 11, path, "too wide", "");
    assertFault(
        GOOD.replace("AS64496", "AS0"), 14, "members[0].networks.asns[0].asn", "not an AS", "");
  }

  @Test
  void dates_that_cannot_be_are_told() {
    assertFault(
        GOOD.replace("joined: 2025-04-01", "joined: 2025-02-30"),
        8,
        "members[0].joined",
        "neither a day",
        "");
    assertFault(
        GOOD.replace("verified-by: registry", "to: 2024-01-01\n          verified-by: registry"),
        12,
        "members[0].networks.prefixes[0].to",
        "ends before it begins",
        "");
  }

  @Test
  void the_same_id_twice_is_told_at_the_second() {
    assertFault(GOOD.replace("id: beni", "id: asagi"), 16, "members[1].id", "another member", "");
  }

  @Test
  void an_unknown_member_is_told_with_the_nearest_known_one() {
    String group =
        """
        working-groups:
          - id: wg
            name: WG
            purpose: Work
            members: [asagi, benni]
            retention: P90D
        """;
    assertFault(
        GOOD + group, 24, "working-groups[0].members[1]", "unknown member \"benni\"", "beni");
    String agreement =
        """
        agreements:
          - id: basis
            title: Basis
            date: 2025-04-01
            purposes: [P1]
            categories: [C0]
            signed-by: [azagi]
            evidence: a binder
        """;
    assertFault(GOOD + agreement, 26, "agreements[0].signed-by[0]", "unknown member", "asagi");
    assertFault(
        GOOD + agreement.replace("azagi", "asagi").replace("P1]", "P77]"),
        24,
        "agreements[0].purposes[0]",
        "unknown purpose",
        "P7");
  }

  @Test
  void all_signs_for_every_member() {
    String agreement =
        """
        agreements:
          - id: basis
            title: Basis
            date: 2025-04-01
            purposes: [P1, request-source-side-action]
            categories: [C0, CR]
            signed-by: all
            evidence: a binder
        """;
    Circle circle = CircleFile.read(GOOD + agreement).orThrow();
    assertThat(circle.agreements().getFirst().signedBy()).hasSize(2);
    assertThat(circle.agreements().getFirst().purposes()).hasSize(2);
  }

  @Test
  void everybody_but_observers_and_who_leaves_takes_part_in_a_group_of_all() {
    String text =
        GOOD
            + """
              - id: cha
                name: Cha
                class: observer
                joined: 2025-04-01
              - id: dai
                name: Dai
                class: committee
                joined: 2025-04-01
                left: 2026-01-01
            working-groups:
              - id: assembly
                name: Assembly
                purpose: Elect the officers
                members: all
                retention: P5Y
            """
                .indent(0);
    Circle circle = CircleFile.read(text).orThrow();
    assertThat(circle.groups().getFirst().members())
        .containsExactlyInAnyOrder(new MemberId("asagi"), new MemberId("beni"));
    Circle again = CircleFile.read(CircleFile.write(circle)).orThrow();
    assertThat(again.groups()).isEqualTo(circle.groups());
    assertThat(CircleFile.write(circle)).contains("members: all");
    List<YamlFault> faults =
        CircleFile.read(text.replace("members: all", "members: everybody")).faults();
    assertThat(faults).extracting(YamlFault::key).contains("working-groups[0].members");
    assertThat(faults).extracting(YamlFault::line).contains(33);
  }

  @Test
  void a_contact_needs_a_way_to_reach_it_and_dates_in_order() {
    String contact =
        """
            contacts:
              - role: abuse
                name: Desk
                verified-at: 2025-04-01
                next-check: 2025-03-01
                mail: desk@beni.example
        """;
    assertFault(GOOD + contact, 24, "members[1].contacts[0].next-check", "before the last one", "");
    assertFault(
        GOOD + contact.replace("        mail: desk@beni.example\n", ""),
        21,
        "members[1].contacts[0]",
        "mail address or a phone",
        "");
  }

  @Test
  void a_sub_allocation_lies_inside_another_members_network() {
    String networks =
        """
            networks:
              prefixes:
                - {prefix: 126.64.9.0/24, verified-by: registry, means: sub-allocation}
                - {prefix: 126.65.9.0/24, verified-by: registry, means: resale}
        """;
    assertFault(
        GOOD + networks,
        23,
        "members[1].networks.prefixes[1]",
        "inside no other member's network",
        "");
  }

  @Test
  void a_network_twice_at_one_time_by_one_member_is_told() {
    assertFault(
        GOOD.replace(
            "      asns:",
            "        - prefix: 126.64.0.0/16\n          verified-by: letter\n      asns:"),
        13,
        "members[0].networks.prefixes[1]",
        "claimed twice",
        "");
  }

  @Test
  void a_key_twice_is_told_at_the_second() {
    assertFault(
        GOOD.replace("    name: Beni\n", "    name: Beni\n    name: Beni\n"),
        18,
        "members[1].name",
        "twice",
        "");
  }

  @Test
  void what_is_no_yaml_is_told_with_its_line() {
    assertFault("circle: x\nmembers: [\n", 3, "", "", "");
    assertFault("", 1, "", "empty", "");
    assertFault("circle: x\n--- \ncircle: y\n", 2, "", "document", "");
    assertFault("\tcircle: x", 1, "", "", "");
  }

  @Test
  void aliases_that_multiply_and_deep_nesting_are_refused() {
    String laughs =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b]
        """;
    assertThat(CircleFile.read(laughs).faults()).hasSize(1);
    assertThat(CircleFile.read(laughs).faults().getFirst().reason()).contains("aliases");
    assertThat(CircleFile.read("a: " + "[".repeat(5_000)).circle()).isEmpty();
    assertThat(CircleFile.read("a: !!java.net.URL [x]").faults()).isNotEmpty();
  }

  @Test
  void many_faults_are_cut_at_a_screenful() {
    StringBuilder text = new StringBuilder("circle: x\nmembers:\n");
    for (int i = 0; i < 500; i++) {
      text.append("  - {id: m").append(i).append(", nam: x}\n");
    }
    assertThat(CircleFile.read(text.toString()).faults()).hasSize(CircleReading.MOST_FAULTS);
  }

  @Test
  void the_reading_of_a_faulty_file_throws_all_faults_when_asked_for_the_circle() {
    CircleReading reading = CircleFile.read(GOOD.replace("members:", "membres:"));
    assertThatThrownBy(reading::orThrow)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 3: membres: unknown key; did you mean \"members\"?");
  }

  private static void assertFault(
      String yaml, int line, String key, String reason, String nearest) {
    List<YamlFault> faults = CircleFile.read(yaml).faults();
    assertThat(faults)
        .as("%s", faults)
        .anySatisfy(fault -> {
          assertThat(fault.line()).isEqualTo(line);
          assertThat(fault.key()).isEqualTo(key);
          assertThat(fault.reason()).contains(reason);
          assertThat(fault.nearest()).isEqualTo(nearest);
        });
  }
}
