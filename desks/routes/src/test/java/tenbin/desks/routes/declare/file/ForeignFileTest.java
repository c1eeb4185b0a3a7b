package tenbin.desks.routes.declare.file;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.desks.routes.declare.file.DeclarationFileTest.asns;
import static tenbin.desks.routes.declare.file.DeclarationFileTest.read;
import static tenbin.desks.routes.declare.file.DeclarationFileTest.words;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.Watching;
import tenbin.nouns.net.Prefix;

/** Files of other tools, written for this test in the shapes that their documentation shows. */
final class ForeignFileTest {
  private static final String BGPALERTER =
      """
      192.0.2.0/24:
        description: the head office
        asn: 64496
        ignoreMorespecifics: false
        ignore: false
        group: noc
        excludeMonitors:
          - withdrawal-detection
        path:
          match: ".*64511,64496$"
          notMatch: ".*64500.*"
      198.51.100.0/24:
        description: two origins
        asn:
          - 64496
          - AS64497
        ignoreMorespecifics: true
      2001:db8::/32:
        description: not ours to look after
        asn: [64496]
        ignore: true
        color: blue
      192.0.2.300/24:
        asn: 1
      options:
        monitorASns:
          64496:
            group: noc
            upstreams: [64500, 64501]
            downstreams:
        generate:
          asnList: [64496]
      """;

  private static final String ARTEMIS =
      """
      prefixes:
        main: &main
        - 10.0.0.0/8^+
        parts: &parts
        - 192.0.2.0/23^-
        - 198.51.100.0/22^23-24
        six: &six
        - 2001:db8::/32
        spare: &spare
        - 203.0.113.0/24
        forgotten:
        - 203.0.112.0/24
        broken: &broken
        - 10.0.0.0/8^7
      monitors:
        riperis: ['']
      asns:
        ours: &ours
        - 64496
        private: &private
          64600- 64603
        upstream: &upstream
          64500
      rules:
      - prefixes:
        - *main
        - *broken
        origin_asns:
        - *ours
        - *private
        neighbors:
        - *upstream
        mitigation: manual
      - prefixes: [*parts, *six]
        origin_asns: [*ours]
        neighbors: '*'
        policies:
        - no-export
        mitigation: /usr/local/bin/announce
      - prefixes: [*spare]
        mitigation: manual
      - prefixes: [*six]
        origin_asns: [64497]
        neighbors: [*upstream]
        community_annotations:
        - critical:
          - in: ['64497:1']
      - prefixes: [192.168.0.0/16]
        origin_asns: '*'
        prepend_seq:
        - [1, 2]
      """;

  @Test
  void prefixes_of_bgpalerter_become_a_declaration() {
    DeclarationFile read = read(BGPALERTER);
    assertThat(read.form()).isEqualTo(Form.BGPALERTER);
    Declaration declared = read.declarations().getFirst();
    assertThat(declared.asns()).isEqualTo(asns(64496));
    assertThat(declared.upstreams()).isEqualTo(asns(64500, 64501));
    assertThat(declared.prefixes()).hasSize(3);
    Watched head = declared.prefixes().get(0);
    assertThat(head.note()).isEqualTo("the head office");
    assertThat(head.longest()).isEqualTo(24);
    assertThat(head.watching()).isEqualTo(Watching.ALL);
    assertThat(declared.prefixes().get(1).origins()).isEqualTo(asns(64496, 64497));
    assertThat(declared.prefixes().get(1).watching()).isEqualTo(Watching.ITSELF);
    assertThat(declared.prefixes().get(2).watching()).isEqualTo(Watching.NOTHING);
  }

  @Test
  void nothing_of_bgpalerter_is_dropped_without_a_word() {
    DeclarationFile read = read(BGPALERTER);
    assertThat(words(read.unkept()))
        .containsExactly(
            "routes.yaml:6: 192.0.2.0/24.group: who is told is not said in this file",
            "routes.yaml:7: 192.0.2.0/24.excludeMonitors: every detection runs on every prefix",
            "routes.yaml:9: 192.0.2.0/24.path: paths are not matched by expressions: upstreams,"
                + " peers and locks say it",
            "routes.yaml:28: options.monitorASns.64496.group: who is told is not said in this"
                + " file",
            "routes.yaml:30: options.monitorASns.64496.downstreams: an empty list means that"
                + " nothing is said, not that there are none",
            "routes.yaml:31: options.generate: how the file was made is not kept");
    assertThat(words(read.faults()))
        .hasSize(2)
        .anyMatch(word -> word.startsWith("routes.yaml:22: 2001:db8::/32.color: unknown key"))
        .anyMatch(word -> word.startsWith("routes.yaml:23: 192.0.2.300/24: "));
  }

  @Test
  void rules_of_artemis_become_a_declaration() {
    DeclarationFile read = read(ARTEMIS);
    assertThat(read.form()).isEqualTo(Form.ARTEMIS);
    Declaration declared = read.declarations().getFirst();
    assertThat(declared.asns()).isEqualTo(asns(64496, 64497, 64600, 64601, 64602, 64603));
    Watched main = of(read, "10.0.0.0/8");
    assertThat(main.longest()).isEqualTo(32);
    assertThat(main.origins()).isEqualTo(asns(64496, 64600, 64601, 64602, 64603));
    assertThat(main.firstHops()).isEqualTo(asns(64500));
    assertThat(of(read, "198.51.100.0/22").longest()).isEqualTo(24);
    assertThat(of(read, "198.51.100.0/22").firstHops()).isEmpty();
    assertThat(of(read, "203.0.113.0/24").announced()).isFalse();
    assertThat(of(read, "2001:db8::/32").origins()).isEqualTo(asns(64496, 64497));
    assertThat(of(read, "2001:db8::/32").longest()).isEqualTo(32);
    assertThat(of(read, "192.168.0.0/16").watching()).isEqualTo(Watching.NOTHING);
    assertThat(read.table().size()).isEqualTo(6);
  }

  private static Watched of(DeclarationFile read, String prefix) {
    return read.table().exact(Prefix.parse(prefix)).orElseThrow().watched();
  }

  @Test
  void nothing_of_artemis_is_dropped_without_a_word() {
    DeclarationFile read = read(ARTEMIS);
    assertThat(read.unkept())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "5 lengths before /24 are watched too: a range has no begin here",
            "6 lengths before /23 are watched too: a range has no begin here",
            "8 two rules about one prefix are one: any origin behind any neighbour of them",
            "12 no rule is about it",
            "15 feeds and their thresholds are not said in this file",
            "37 leaks by a no-export route are not declared",
            "39 nothing is ever announced from here",
            "45 weights by communities are not declared",
            "49 whoever may originate it: its prefixes are not watched",
            "50 whole paths are not declared: only the AS before the origin is");
    assertThat(words(read.faults()))
        .allMatch(word -> word.contains("no such lengths inside 10.0.0.0/8: \"10.0.0.0/8^7\""))
        .isNotEmpty();
  }

  @Test
  void a_range_of_all_of_ten_is_one_prefix_and_not_sixteen_million() {
    DeclarationFile read =
        read("rules:\n- prefixes: [10.0.0.0/8^+, '2001:db8::/32^+']\n  origin_asns: [1]\n");
    assertThat(read.declarations().getFirst().prefixes()).hasSize(2);
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void a_range_of_ases_that_is_a_slip_is_refused() {
    DeclarationFile read =
        read("rules:\n- prefixes: [192.0.2.0/24]\n  origin_asns: [1-4294967295, 7-5]\n");
    assertThat(read.faults()).hasSize(2);
    assertThat(read.declarations().getFirst().asns()).isEqualTo(Set.of());
  }

  @Test
  void a_torn_or_twisted_file_of_others_costs_nothing_but_itself() {
    for (long seed = 1; seed <= 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder torn = new StringBuilder(random.nextBoolean() ? ARTEMIS : BGPALERTER);
      for (int i = random.nextInt(8); i >= 0; i--) {
        int at = random.nextInt(torn.length());
        switch (random.nextInt(3)) {
          case 0 -> torn.setCharAt(at, "[]{}:,-#&*!|>^'\"%@ \n0a".charAt(random.nextInt(22)));
          case 1 -> torn.delete(at, Math.min(torn.length(), at + random.nextInt(40)));
          default -> torn.insert(at, torn.substring(at, Math.min(torn.length(), at + 30)));
        }
      }
      DeclarationFile read = read(torn.toString());
      boolean told = !read.faults().isEmpty() || !read.unkept().isEmpty();
      assertThat(told || !read.declarations().isEmpty()).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void what_was_read_of_others_is_written_in_our_form() {
    for (String text : new String[] {BGPALERTER, ARTEMIS}) {
      DeclarationFile read = read(text);
      DeclarationFile again = read(DeclarationText.of(read.declarations()));
      assertThat(again.faults()).isEmpty();
      assertThat(again.declarations()).isEqualTo(read.declarations());
    }
  }
}
