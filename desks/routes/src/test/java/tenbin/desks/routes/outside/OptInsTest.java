package tenbin.desks.routes.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.registry.RegistryFiles;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Who asked in its registry, and about what; everybody else is not asked for. */
class OptInsTest {
  private static final Instant DATE = Instant.parse("2026-11-22T18:00:00Z");
  private static final Prefix ONE = Prefix.parse("192.0.2.0/24");
  private static final Prefix TWO = Prefix.parse("198.51.100.0/24");
  private static final Maintainer ASKS =
      new Maintainer("MAINT-ONE", "JPIRR", List.of("noc@one.example"));
  private static final String REGISTRY =
      """
      mntner: MAINT-ONE
      descr: One Networks
        X-Keiro: noc@one.example
      upd-to: registry@one.example
      source: JPIRR

      mntner: MAINT-TWO
      descr: Two Networks
      upd-to: noc@two.example
      notify: noc@two.example
      source: JPIRR

      route: 192.0.2.0/24
      origin: AS64496
      mnt-by: maint-one
      source: JPIRR

      route: 198.51.100.0/24
      descr: X-Keiro: noc@two.example
      origin: AS64497
      mnt-by: MAINT-TWO
      source: JPIRR
      """;

  private static IrrTable table(String... texts) throws IOException {
    List<java.io.InputStream> all = new ArrayList<>();
    for (String each : texts) {
      all.add(new ByteArrayInputStream(each.getBytes(UTF_8)));
    }
    return new RegistryFiles(warning -> {}).irr(all);
  }

  private static OptIns optIns(IrrTable table, Watched... ofMembers) {
    Declaration member =
        new Declaration(
            new MemberId("aozora"),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(ofMembers),
            List.of());
    return new OptIns(table, new Declarations(List.of(member)), DATE, Listening.parse("on"));
  }

  @Test
  void a_mntner_object_that_wants_notices_asks_for_the_routes_that_it_maintains() throws Exception {
    OptIns optIns = optIns(table(REGISTRY));
    assertThat(optIns.of(ONE)).containsExactly(ASKS);
    assertThat(optIns.counts()).containsOnlyKeys(Outside.of(ASKS));
    assertThat(optIns.find(Outside.of(ASKS))).contains(ASKS);
    assertThat(optIns.asOf()).isEqualTo(DATE);
    Declaration watched = optIns.watched().getFirst();
    assertThat(watched.isRegistered()).isTrue();
    assertThat(watched.prefixes())
        .containsExactly(Watched.registered(ONE, Set.of(new Asn(64_496))));
  }

  @Test
  void an_address_that_stands_anywhere_else_is_no_wish() throws Exception {
    OptIns optIns = optIns(table(REGISTRY));
    assertThat(optIns.of(TWO)).isEmpty();
    assertThat(optIns.watched().getFirst().prefixes())
        .extracting(Watched::prefix)
        .doesNotContain(TWO);
  }

  @Test
  void a_namesake_in_another_registry_asks_for_nothing_here() throws Exception {
    String other = "route: 198.51.100.0/24\norigin: AS1\nmnt-by: MAINT-ONE\nsource: RADB\n";
    assertThat(optIns(table(REGISTRY, other)).of(TWO)).isEmpty();
  }

  @Test
  void what_a_member_declares_or_what_lies_in_it_is_the_members() throws Exception {
    for (String declared : List.of("192.0.2.0/24", "192.0.0.0/16")) {
      OptIns optIns = optIns(table(REGISTRY), Watched.of(Prefix.parse(declared)));
      assertThat(optIns.of(ONE)).isEmpty();
      assertThat(optIns.watched()).isEmpty();
      assertThat(optIns.counts()).isEmpty();
    }
  }

  @Test
  void who_takes_its_wish_out_asks_no_more() throws Exception {
    OptIns gone = optIns(table(REGISTRY.replace("X-Keiro: noc@one.example", "no notices")));
    assertThat(gone.find(Outside.of(ASKS))).isEmpty();
    assertThat(gone.of(ONE)).isEmpty();
    assertThat(gone.watched()).isEmpty();
  }

  @Test
  void all_origins_of_the_registry_in_which_somebody_asks_are_right() throws Exception {
    String more =
        """
        route: 192.0.2.0/24
        origin: AS64499
        mnt-by: MAINT-TWO
        source: JPIRR

        route: 192.0.2.0/24
        origin: AS666
        mnt-by: MAINT-BAD
        source: RADB
        """;
    assertThat(optIns(table(REGISTRY, more)).watched().getFirst().prefixes().getFirst().origins())
        .containsExactlyInAnyOrder(new Asn(64_496), new Asn(64_499));
  }

  @Test
  void a_circle_says_whose_wishes_count() throws Exception {
    Declarations nobody = Declarations.NONE;
    IrrTable table = table(REGISTRY);
    assertThat(new OptIns(table, nobody, DATE, Listening.parse("dry radb arin")).counts())
        .isEmpty();
    assertThat(new OptIns(table, nobody, DATE, Listening.parse("on jpirr")).counts()).hasSize(1);
    assertThat(new OptIns(table, nobody, DATE, Listening.parse("off")).counts()).isEmpty();
    assertThatThrownBy(() -> Listening.parse("yes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("off, dry or on");
  }

  @Test
  void ids_are_letters_of_a_member_and_never_two_alike() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    assertThat(Outside.of(ASKS))
        .isEqualTo(Outside.of(new Maintainer("maint-one", "jpirr", List.of())));
    assertThat(Outside.is(Outside.of(ASKS))).isTrue();
    assertThat(Outside.is(new MemberId("aozora"))).isFalse();
    List<MemberId> some =
        random
            .ints(1_000)
            .distinct()
            .mapToObj(each -> Outside.of(new Maintainer("M" + each, "JPIRR", List.of())))
            .toList();
    assertThat(some).doesNotHaveDuplicates().doesNotContain(Outside.ALL);
  }
}
