package tenbin.spine.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenbin.nouns.member.Circle;

class ConflictsTest {
  @Test
  void two_declarations_that_overlap_at_one_time_are_a_conflict() {
    assertThat(conflicts("prefix: 126.64.0.0/16", "prefix: 126.64.9.0/24")).isOne();
    assertThat(conflicts("prefix: 126.64.9.0/24", "prefix: 126.64.0.0/16")).isOne();
    assertThat(conflicts("prefix: 126.64.0.0/16", "prefix: 126.64.0.0/16")).isOne();
    assertThat(conflicts("prefix: 126.64.0.0/16", "prefix: 126.65.0.0/16")).isZero();
  }

  @Test
  void one_after_the_other_is_no_conflict() {
    assertThat(
            conflicts(
                "prefix: 126.64.0.0/16, to: 2026-01-01", "prefix: 126.64.0.0/16, from: 2026-01-01"))
        .isZero();
    assertThat(
            conflicts(
                "prefix: 126.64.0.0/16, to: 2026-01-02", "prefix: 126.64.0.0/16, from: 2026-01-01"))
        .isOne();
  }

  @Test
  void a_sub_allocation_or_a_resale_is_no_conflict() {
    assertThat(conflicts("prefix: 126.64.0.0/16", "prefix: 126.64.9.0/24, means: sub-allocation"))
        .isZero();
    assertThat(conflicts("prefix: 126.64.0.0/16", "prefix: 126.64.0.0/16, means: resale")).isZero();
  }

  @Test
  void a_declaration_inside_a_sub_allocation_of_another_is_a_conflict() {
    String first = "{prefix: 126.64.0.0/16}, {prefix: 126.64.9.128/25}";
    String second = "{prefix: 126.64.9.0/24, means: sub-allocation}";
    assertThat(Conflicts.of(circle("prefixes", first, second))).hasSize(1);
  }

  @Test
  void systems_and_domains_conflict_too() {
    assertThat(Conflicts.of(circle("asns", "{asn: 64496}", "{asn: AS64496}"))).hasSize(1);
    assertThat(Conflicts.of(circle("domains", "{domain: a.example}", "{domain: www.a.example}")))
        .hasSize(1);
    assertThat(Conflicts.of(circle("domains", "{domain: a.example}", "{domain: ba.example}")))
        .isEmpty();
  }

  @Test
  void the_roster_shows_the_conflicts_of_its_present_circle() {
    Circle circle = circle("prefixes", "{prefix: 126.64.0.0/16}", "{prefix: 126.64.0.0/16}");
    MemoryRoster roster = new MemoryRoster(circle);
    assertThat(roster.conflicts()).hasSize(1);
    assertThat(roster.conflicts().getFirst().one().holder().text()).isEqualTo("asagi");
    Circle demo = CircleFile.read(CircleFile.demo()).orThrow();
    roster.replace(demo, CircleFile.demo());
    assertThat(roster.circle()).isEqualTo(demo);
    assertThat(roster.conflicts()).isEmpty();
  }

  private static int conflicts(String first, String second) {
    return Conflicts.of(circle("prefixes", "{" + first + "}", "{" + second + "}")).size();
  }

  private static Circle circle(String kind, String first, String second) {
    String member =
        "  - {id: %s, name: N, class: chair, joined: 2020-01-01, networks: {%s: [%s]}}\n";
    String yaml =
        "circle: Two\nmembers:\n"
            + member.formatted("asagi", kind, verified(first))
            + member.formatted("beni", kind, verified(second));
    return CircleFile.read(yaml).orThrow();
  }

  private static String verified(String claims) {
    return claims.replace("}", ", verified-by: letter}");
  }
}
