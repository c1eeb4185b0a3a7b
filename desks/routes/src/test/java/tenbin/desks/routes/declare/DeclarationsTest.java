package tenbin.desks.routes.declare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

final class DeclarationsTest {
  private static final Asn OURS = new Asn(64496);

  private static Declaration of(String member, List<Watched> prefixes, List<PeerLock> locks) {
    return new Declaration(
        new MemberId(member), Set.of(OURS), Set.of(), Set.of(), Set.of(), prefixes, locks);
  }

  private static Declarations declared(String... prefixes) {
    List<Watched> watched =
        java.util.Arrays.stream(prefixes).map(Prefix::parse).map(Watched::of).toList();
    return new Declarations(List.of(of("aozora", watched, List.of())));
  }

  private static Optional<String> prefix(Optional<Owner> owner) {
    return owner.map(each -> each.watched().prefix().toString());
  }

  @Test
  void the_longest_declared_prefix_around_answers() {
    Declarations some = declared("10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "2001:db8::/32");
    assertThat(prefix(some.around(Prefix.parse("10.1.2.128/25")))).hasValue("10.1.2.0/24");
    assertThat(prefix(some.around(Prefix.parse("10.1.2.0/24")))).hasValue("10.1.2.0/24");
    assertThat(prefix(some.around(Prefix.parse("10.1.2.0/23")))).hasValue("10.1.0.0/16");
    assertThat(prefix(some.around(Prefix.parse("10.200.0.0/16")))).hasValue("10.0.0.0/8");
    assertThat(prefix(some.around(Prefix.parse("10.0.0.0/7")))).isEmpty();
    assertThat(prefix(some.around(Prefix.parse("2001:db8:1::/48")))).hasValue("2001:db8::/32");
  }

  @Test
  void all_of_ipv6_does_not_lie_around_ipv4() {
    Declarations some = declared("::/0");
    assertThat(some.around(Prefix.parse("192.0.2.0/24"))).isEmpty();
    assertThat(some.around(Prefix.parse("2001:db8::/32"))).isPresent();
    assertThat(declared("192.0.2.0/24").inside(Prefix.parse("::/0"))).isEmpty();
  }

  @Test
  void the_lowest_blocks_of_ipv6_are_told_apart() {
    Declarations some = declared("::/0", "::1:0:0:0/80", "::fffe:0:0/95");
    assertThat(prefix(some.around(Prefix.parse("2001:db8::1/128")))).hasValue("::/0");
    assertThat(prefix(some.around(Prefix.parse("::1:0:0:5/128")))).hasValue("::1:0:0:0/80");
    assertThat(prefix(some.around(Prefix.parse("::2:0:0:5/128")))).hasValue("::/0");
  }

  @Test
  void what_lies_inside_is_told_without_the_prefix_itself() {
    Declarations some = declared("10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "11.0.0.0/8");
    assertThat(some.inside(Prefix.parse("10.0.0.0/8")))
        .extracting(each -> each.watched().prefix().toString())
        .containsExactly("10.1.0.0/16", "10.1.2.0/24");
    assertThat(some.inside(Prefix.parse("0.0.0.0/0"))).hasSize(4);
    assertThat(some.inside(Prefix.parse("12.0.0.0/8"))).isEmpty();
  }

  @Test
  void of_two_members_with_one_prefix_the_first_counts_and_the_other_is_told() {
    Watched one = Watched.of(Prefix.parse("192.0.2.0/24"));
    Declarations some =
        new Declarations(
            List.of(of("aozora", List.of(one), List.of()), of("hoshi", List.of(one), List.of())));
    assertThat(some.exact(one.prefix()).orElseThrow().declaration().member().text())
        .isEqualTo("aozora");
    assertThat(some.contested())
        .extracting(each -> each.declaration().member().text())
        .containsExactly("hoshi");
    assertThat(some.size()).isEqualTo(1);
  }

  @Test
  void an_as_and_the_locks_on_one_are_found_by_number() {
    PeerLock lock = new PeerLock(new Asn(701), Set.of(new Asn(1299)));
    Declarations some = new Declarations(List.of(of("aozora", List.of(), List.of(lock))));
    assertThat(some.ofAsn(64496)).isPresent();
    assertThat(some.ofAsn(701)).isEmpty();
    assertThat(some.locks(701)).containsExactly(lock);
    assertThat(some.locks(64496)).isEmpty();
  }

  @Test
  void every_answer_is_that_of_looking_at_all_prefixes() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<Prefix> all = new ArrayList<>(new HashSet<>(some(random, 200)));
      Declarations table =
          new Declarations(
              List.of(of("aozora", all.stream().map(Watched::of).toList(), List.of())));
      for (Prefix asked : some(random, 500)) {
        Optional<Prefix> expected =
            all.stream()
                .filter(each -> each.isV4() == asked.isV4() && each.contains(asked))
                .max(java.util.Comparator.comparingInt(Prefix::bits));
        assertThat(table.around(asked).map(each -> each.watched().prefix()))
            .as("seed %d, %s", seed, asked)
            .isEqualTo(expected);
        assertThat(table.exact(asked).isPresent()).as("%s", asked).isEqualTo(all.contains(asked));
        assertThat(table.inside(asked).stream().map(each -> each.watched().prefix()).toList())
            .as("seed %d, inside %s", seed, asked)
            .isEqualTo(
                all.stream()
                    .filter(each -> each.isV4() == asked.isV4())
                    .filter(each -> asked.contains(each) && !asked.equals(each))
                    .sorted()
                    .toList());
      }
    }
  }

  /** Prefixes close enough to each other that many lie inside others. */
  private static List<Prefix> some(Random random, int count) {
    List<Prefix> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean v4 = random.nextBoolean();
      Address address =
          v4
              ? Address.ofV4(random.nextInt(4) << 30 | random.nextInt(256) << 8)
              : new Address(0x2001L << 48 | random.nextInt(16) << 2, random.nextInt(4));
      some.add(Prefix.around(address, random.nextInt(v4 ? 33 : 129)));
    }
    return some;
  }
}
