package tenbin.desks.routes.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.PeerLock;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.file.DeclarationFile;
import tenbin.desks.routes.declare.file.FileText;
import tenbin.desks.routes.registry.Relation;
import tenbin.desks.routes.registry.Relations;
import tenbin.desks.routes.registry.Vrp;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Reach;
import tenbin.wire.mrt.MrtHead;
import tenbin.wire.mrt.Speaker;

final class ProposerTest {
  private static final MemberId MEMBER = new MemberId("aozora");
  private static final Asn OURS = new Asn(64496);
  private static final Instant SINCE = Instant.parse("2026-03-01T05:00:00Z");

  /** A route of a table: through which vantage point, of what, by which ASes. */
  private record Seen(int vantage, String prefix, List<Long> path) {
    Seen(int vantage, String prefix, long... hops) {
      this(vantage, prefix, java.util.Arrays.stream(hops).boxed().toList());
    }
  }

  private static Proposal proposal(Registered registered, Seen... table) throws Exception {
    OwnRoutes own = new OwnRoutes(Set.of(OURS));
    for (Seen each : table) {
      see(own, each);
    }
    Proposer proposer = new Proposer(MEMBER, Set.of(OURS), own, registered);
    for (Seen each : table) {
      see(proposer.others(), each);
    }
    return proposer.proposal();
  }

  private static void see(RouteView view, Seen seen) throws Exception {
    int[] hops = seen.path().stream().mapToInt(Long::intValue).toArray();
    view.entry(
        new MrtHead(0, -1, MrtHead.TABLE_DUMP_V2, 2, 0, 0),
        new Speaker(seen.vantage(), Prefix.parse("192.0.2.1/32").first()),
        Reach.of(Prefix.parse(seen.prefix())),
        Attributes.of(AsPath.of(hops)),
        SINCE.getEpochSecond());
  }

  private static Registered registered() {
    return new Registered(Set.of(OURS));
  }

  private static List<String> prefixes(Declaration declaration) {
    return declaration.prefixes().stream().map(each -> each.prefix().toString()).toList();
  }

  private static Set<Asn> asns(long... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(Asn::new).collect(Collectors.toSet());
  }

  private static Registered irr(String text) throws IOException {
    return registered().irr(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void what_is_announced_is_proposed_with_its_evidence() throws Exception {
    Registered registered =
        irr("route: 192.0.2.0/24\norigin: AS64496\nsource: JPIRR\n\n")
            .vrps(VrpTable.of(List.of(Vrp.of(Prefix.parse("192.0.2.0/24"), 24, OURS))));
    Proposal proposal =
        proposal(
            registered,
            new Seen(1, "192.0.2.0/24", 1, 64500, 64496),
            new Seen(2, "192.0.2.0/24", 2, 64500, 64496, 64496),
            new Seen(2, "198.51.100.0/24", 2, 64501, 64496));
    assertThat(prefixes(proposal.declaration())).containsExactly("192.0.2.0/24", "198.51.100.0/24");
    assertThat(proposal.open()).isEmpty();
    assertThat(proposal.text())
        .contains(
            "  - 192.0.2.0/24  # seen by 2 of 2 vantage points since 2026-03-01; ROA allows it;"
                + " route object in JPIRR\n")
        .contains("198.51.100.0/24  # seen by 1 of 2 vantage points since 2026-03-01; no ROA;");
    DeclarationFile read = DeclarationFile.read(new FileText("", proposal.text()), MEMBER);
    assertThat(read.faults()).isEmpty();
    assertThat(read.declarations()).containsExactly(proposal.declaration());
  }

  @Test
  void what_another_as_announces_too_is_left_to_people() throws Exception {
    Proposal proposal =
        proposal(
            registered(),
            new Seen(1, "192.0.2.0/24", 1, 64500, 64496),
            new Seen(2, "192.0.2.0/24", 2, 65551),
            new Seen(1, "198.51.100.0/24", 1, 64500, 64496),
            new Seen(2, "198.51.100.128/25", 2, 65551));
    assertThat(prefixes(proposal.declaration())).containsExactly("198.51.100.0/24");
    assertThat(proposal.open())
        .containsExactly(
            new Open(
                "192.0.2.0/24",
                "announced by AS65551, seen by 1 of 2 vantage points since 2026-03-01"),
            new Open(
                "198.51.100.128/25",
                "a part of 198.51.100.0/24 announced by AS65551, seen by 1 of 2 vantage points"
                    + " since 2026-03-01"));
  }

  @Test
  void what_a_roa_gives_to_another_is_left_to_people() throws Exception {
    Registered registered =
        registered()
            .vrps(VrpTable.of(List.of(Vrp.of(Prefix.parse("192.0.2.0/24"), 24, new Asn(65551)))));
    Proposal proposal = proposal(registered, new Seen(1, "192.0.2.0/24", 1, 64500, 64496));
    assertThat(proposal.declaration().prefixes()).isEmpty();
    assertThat(proposal.open())
        .containsExactly(new Open("192.0.2.0/24", "announced, and the ROA is of AS65551"));
  }

  @Test
  void what_is_registered_and_not_announced_is_held_back() throws Exception {
    Registered registered =
        irr("route6: 2001:db8::/32\norigin: AS64496\nsource: JPIRR\n\n")
            .vrps(
                VrpTable.of(
                    List.of(
                        Vrp.of(Prefix.parse("192.0.2.128/25"), 25, OURS),
                        Vrp.of(Prefix.parse("203.0.113.0/24"), 24, OURS))));
    Proposal proposal =
        proposal(
            registered,
            new Seen(1, "192.0.2.0/24", 1, 64500, 64496),
            new Seen(1, "203.0.113.0/24", 1, 65551));
    assertThat(prefixes(proposal.declaration()))
        .as("a part of an announced one needs no line, a disputed one has none")
        .containsExactly("192.0.2.0/24", "2001:db8::/32");
    Watched held = proposal.declaration().prefixes().get(1);
    assertThat(held.announced()).isFalse();
    assertThat(proposal.text())
        .contains("announced: no}  # not announced; registered: route object in JPIRR");
    assertThat(proposal.open()).extracting(Open::what).containsExactly("203.0.113.0/24");
  }

  @Test
  void neighbours_are_told_apart_by_relations_then_aut_num_then_sight() throws Exception {
    Collection<Relations.Link> links = new ArrayList<>();
    links.add(new Relations.Link(64496, Relation.PROVIDER, 64500));
    links.add(new Relations.Link(64496, Relation.PEER, 64510));
    links.add(new Relations.Link(64496, Relation.CUSTOMER, 64520));
    links.add(new Relations.Link(64496, Relation.CUSTOMER, 64521));
    links.add(new Relations.Link(64496, Relation.PROVIDER, 64501));
    Registered registered =
        irr("""
        aut-num: AS64496
        import: from AS64511 accept ANY
        import: from AS64512 accept AS64512
        import: from AS64513 accept ANY
        source: JPIRR

        """)
            .relations(Relations.of(links));
    Proposal proposal =
        proposal(
            registered,
            new Seen(1, "192.0.2.0/24", 1, 64500, 64496),
            new Seen(2, "192.0.2.0/24", 64510, 64496),
            new Seen(3, "192.0.2.0/24", 64511, 64496),
            new Seen(4, "192.0.2.0/24", 64512, 64496),
            new Seen(5, "192.0.2.0/24", 64514, 64496),
            new Seen(6, "192.0.2.0/24", 64520, 64496),
            new Seen(7, "203.0.113.0/24", 64500, 64496, 64521),
            new Seen(8, "198.51.100.0/24", 64500, 64496, 64510));
    Declaration declared = proposal.declaration();
    assertThat(declared.upstreams()).isEqualTo(asns(64500, 64501, 64511));
    assertThat(declared.peers()).isEqualTo(asns(64510, 64512, 64514));
    assertThat(declared.downstreams()).isEqualTo(asns(64521));
    assertThat(proposal.open())
        .extracting(Open::what)
        .containsExactly("AS64520", "AS64510", "AS64513");
    assertThat(proposal.text())
        .contains("- 64511  # before us, seen by 1 of 8 vantage points")
        .contains("- 64501  # not seen beside us; a provider by the relations")
        .contains("aut-num: from AS64511 accept ANY; gives everything");
  }

  @Test
  void of_an_as_that_nobody_knows_nothing_is_proposed() throws Exception {
    assertThat(proposal(registered(), new Seen(1, "192.0.2.0/24", 1, 2)).isEmpty()).isTrue();
  }

  @Test
  void a_difference_keeps_what_the_member_said_beyond_what_is_seen() throws Exception {
    Watched first =
        new Watched(
            Prefix.parse("192.0.2.0/24"), 24, asns(64496), asns(64500), true, Optional.of(1));
    Watched gone = Watched.of(Prefix.parse("10.1.0.0/16"));
    Watched held =
        new Watched(Prefix.parse("10.2.0.0/16"), 32, Set.of(), Set.of(), false, Optional.empty());
    PeerLock lock = new PeerLock(new Asn(65551), asns(64500));
    Declaration before =
        new Declaration(
            MEMBER,
            asns(64496, 64497),
            asns(64500, 64599),
            asns(),
            asns(),
            List.of(first, gone, held),
            List.of(lock));
    Proposal proposal =
        proposal(
            registered(),
            new Seen(1, "192.0.2.0/24", 1, 64500, 64496),
            new Seen(1, "10.2.0.0/16", 1, 64500, 64496),
            new Seen(1, "198.51.100.0/24", 1, 64500, 64496));
    Difference difference = new Difference(before, proposal);
    assertThat(difference.changes())
        .extracting(Change::toString)
        .containsExactly(
            "- upstreams 64599  # not seen there",
            "- prefixes 10.1.0.0/16  # neither seen nor registered",
            "~ prefixes 10.2.0.0/16  # announced: now it is seen; seen by 1 of 1 vantage points"
                + " since 2026-03-01",
            "+ prefixes 198.51.100.0/24  # seen by 1 of 1 vantage points since 2026-03-01");
    Declaration accepted = difference.accepted();
    assertThat(accepted.asns()).isEqualTo(asns(64496, 64497));
    assertThat(accepted.upstreams()).isEqualTo(asns(64500));
    assertThat(accepted.locks()).containsExactly(lock);
    assertThat(accepted.prefixes().getFirst()).isEqualTo(first);
    assertThat(prefixes(accepted))
        .containsExactly("192.0.2.0/24", "10.2.0.0/16", "198.51.100.0/24");
    assertThat(new Difference(accepted, proposal).changes())
        .as("what was accepted changes nothing more")
        .isEmpty();
  }

  @Test
  void what_is_open_is_not_taken_away() throws Exception {
    Declaration before =
        new Declaration(
            MEMBER,
            asns(64496),
            asns(64500),
            asns(),
            asns(),
            List.of(Watched.of(Prefix.parse("192.0.2.0/24"))),
            List.of());
    Proposal proposal =
        proposal(
            registered(),
            new Seen(1, "192.0.2.0/24", 1, 64500, 64496),
            new Seen(2, "192.0.2.0/24", 2, 65551));
    assertThat(new Difference(before, proposal).changes()).isEmpty();
  }
}
