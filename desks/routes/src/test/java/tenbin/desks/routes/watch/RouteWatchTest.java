package tenbin.desks.routes.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.desks.routes.watch.Scene.HOME;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice.What;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.registry.Aspa;
import tenbin.desks.routes.registry.AspaTable;
import tenbin.desks.routes.registry.ExchangeLans;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.desks.routes.registry.Vrp;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** What is found in a small world, and what is not. */
class RouteWatchTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofMinutes(3);

  @Test
  void other_origin_of_a_members_prefix_is_a_hijack() {
    Scene scene = new Scene().began().all(HOME, "10 200").after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.ORIGIN_HIJACK);
    assertThat(scene.only().cause().by()).isEqualTo(new Asn(200));
    assertThat(scene.only().vantages()).isEqualTo(6);
    assertThat(scene.told()).containsExactly(What.BEGAN);
    assertThat(scene.tags()).contains("not-declared");
  }

  @Test
  void it_is_known_within_a_second_and_told_when_it_stayed() {
    Scene scene = new Scene().began().all(HOME, "10 200").after(Duration.ofMillis(200));
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.ORIGIN_HIJACK);
    assertThat(scene.told()).isEmpty();
    assertThat(scene.after(SOON).told()).containsExactly(What.BEGAN);
  }

  @Test
  void more_specific_with_other_origin_is_a_hijack() {
    Scene scene = new Scene().began().all("185.10.7.0/24", "10 200").after(SOON);
    assertThat(scene.kinds()).containsExactly(Kind.SUBPREFIX_HIJACK);
    assertThat(scene.affectedOf(scene.only()).values())
        .allSatisfy(each -> assertThat(each.of()).isEqualTo(Prefix.parse(HOME)));
  }

  @Test
  void more_specific_of_ones_own_is_nothing() {
    assertThat(new Scene().began().all("185.10.7.0/24", "10 100").after(LATER).kinds()).isEmpty();
  }

  @Test
  void more_specific_of_ones_own_beyond_what_is_declared_is_a_new_prefix() {
    Watched strict =
        new Watched(Prefix.parse(HOME), 20, Set.of(), Set.of(), true, Optional.empty());
    Scene scene = new Scene(Scene.declaration(strict)).began();
    assertThat(scene.all("185.10.16.0/20", "10 100").after(SOON).kinds()).isEmpty();
    assertThat(scene.all("185.10.7.0/24", "10 100").after(SOON).kinds())
        .containsExactly(Kind.NEW_PREFIX);
  }

  @Test
  void more_specific_of_another_that_was_there_before_is_benign() {
    Scene scene = new Scene().all(HOME, "10 100").all("185.10.7.0/24", "10 200").begin();
    assertThat(scene.all("185.10.7.0/24", "11 10 200").after(LATER).kinds()).isEmpty();
  }

  @Test
  void exact_prefix_of_another_is_told_also_when_it_was_there_before() {
    Scene scene = new Scene().by(3, HOME, "10 100").all(HOME, "10 200").begin().after(LATER);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.ORIGIN_HIJACK);
    assertThat(scene.tags()).contains("seen-before");
  }

  @Test
  void block_around_that_nobody_announced_before_is_told() {
    Scene scene = new Scene().began().all("185.8.0.0/13", "10 200").after(SOON);
    assertThat(scene.kinds()).containsExactly(Kind.LESS_SPECIFIC);
  }

  @Test
  void block_around_that_was_there_is_nothing() {
    Scene scene = new Scene().all("185.8.0.0/13", "10 200").began();
    assertThat(scene.all("185.8.0.0/13", "11 10 200").after(LATER).kinds()).isEmpty();
  }

  @Test
  void set_with_a_stranger_is_no_origin() {
    Scene scene = new Scene().began().all(HOME, "10 {100,200}").after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.AS_SET_ORIGIN);
    assertThat(scene.only().cause().by()).isEqualTo(new Asn(200));
  }

  @Test
  void origin_behind_an_as_that_carries_nobody_is_a_fake_first_hop() {
    Scene scene = new Scene().began().all(HOME, "10 200 100").after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.FAKE_FIRST_HOP);
    assertThat(scene.tags()).contains("carries-nobody");
  }

  @Test
  void origin_behind_a_transit_that_is_not_named_is_a_new_upstream() {
    Scene scene = new Scene().began().all(HOME, "10 13 100").after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.NEW_UPSTREAM);
    assertThat(scene.only().cause().about()).isEqualTo("aozora");
  }

  @Test
  void customer_that_carries_its_provider_down_is_no_new_upstream() {
    Declaration transit =
        new Declaration(
            Scene.AOZORA,
            Scene.asns(10),
            Set.of(),
            Scene.asns(11),
            Set.of(),
            List.of(Watched.of(Prefix.parse(HOME))),
            List.of());
    Scene scene = new Scene(transit).all(HOME, "11 10").begin();
    assertThat(scene.by(1, HOME, "51 13 10").after(LATER).kinds())
        .doesNotContain(Kind.NEW_UPSTREAM, Kind.FAKE_FIRST_HOP);
  }

  @Test
  void new_more_specific_with_a_forged_origin_is_told_as_that() {
    Scene scene = new Scene().began().all("185.10.9.0/24", "10 200 100").after(SOON);
    assertThat(scene.kinds()).containsExactly(Kind.SUBPREFIX_FORGED);
  }

  @Test
  void link_that_nobody_knows_farther_up_is_a_forged_path() {
    Scene scene = new Scene().began().all(HOME, "10 200 11 100").after(SOON);
    assertThat(scene.kinds()).containsExactly(Kind.FORGED_PATH);
    assertThat(scene.only().cause().by()).isEqualTo(new Asn(200));
  }

  @Test
  void link_becomes_known_by_time_and_by_more_than_one_witness() {
    Scene scene = new Scene().began().all("185.99.0.0/24", "10 200 51");
    scene.after(Duration.ofHours(25)).all(HOME, "10 100");
    assertThat(scene.all("185.10.9.0/24", "10 200 51 100").after(SOON).kinds())
        .doesNotContain(Kind.FORGED_PATH);
    Scene poisoned = new Scene().began().by(1, "185.99.0.0/24", "10 200 11 51");
    poisoned.after(Duration.ofHours(25));
    assertThat(poisoned.all(HOME, "10 200 11 100").after(SOON).kinds()).contains(Kind.FORGED_PATH);
  }

  @Test
  void repeating_oneself_is_nothing_unless_declared() {
    assertThat(new Scene().began().all(HOME, "10 100 100 100 100").after(LATER).kinds()).isEmpty();
    Watched once = new Watched(Prefix.parse(HOME), 32, Set.of(), Set.of(), true, Optional.of(2));
    Scene scene = new Scene(Scene.declaration(once)).began();
    assertThat(scene.all(HOME, "10 100 100").after(SOON).kinds()).isEmpty();
    assertThat(scene.all(HOME, "10 100 100 100").after(SOON).kinds()).containsExactly(Kind.PREPEND);
  }

  @Test
  void locked_as_behind_another_is_told() {
    Scene scene = new Scene(Scene.locked(11, 1, 2, 3, 4, 5, 6)).began();
    assertThat(scene.all(HOME, "11 100").after(SOON).kinds()).isEmpty();
    assertThat(scene.all(HOME, "10 11 100").after(SOON).kinds()).containsExactly(Kind.PEERLOCK);
  }

  @Test
  void path_that_goes_down_and_up_again_is_a_leak() {
    Scene scene = new Scene().began().all(HOME, "11 300 10 100").after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.ROUTE_LEAK);
    assertThat(scene.only().cause().by()).isEqualTo(new Asn(300));
    assertThat(scene.tags()).contains("valley", "carries-nobody");
  }

  @Test
  void leak_that_was_there_before_is_how_it_is() {
    Scene scene = new Scene().all(HOME, "11 300 10 100").begin();
    assertThat(scene.all(HOME, "11 300 10 100").after(LATER).kinds()).isEmpty();
  }

  @Test
  void members_own_leak_is_known_by_what_it_declares() {
    Scene scene = new Scene().all("185.77.0.0/17", "10 50").began();
    scene.all("185.77.0.0/16", "11 100 12 50").after(SOON);
    assertThat(scene.kinds()).isEmpty(); // Of nobody in the circle, and one prefix alone.
    for (int i = 0; i < 60; i++) {
      scene.all("185.77." + i + ".0/24", "11 100 12 " + (5_000 + i % 20));
    }
    assertThat(scene.after(SOON).only().cause().kind()).isEqualTo(Kind.MASS_LEAK);
    assertThat(scene.only().cause().by()).isEqualTo(new Asn(100));
  }

  @Test
  void mass_over_links_that_nobody_knows_is_of_who_stands_there_and_of_nobody_else() {
    ExchangeLans lans =
        ExchangeLans.of(List.of(new ExchangeLans.Lan(Prefix.parse("185.1.0.0/22"), "IX")));
    Scene scene = new Scene().with(IrrTable.EMPTY, AspaTable.EMPTY, lans);
    scene.all("185.77.0.0/16", "10 50").began();
    for (int i = 0; i < 60; i++) {
      scene.all("185.77." + i + ".0/24", "11 300 10 200 " + (5_000 + i % 20));
    }
    scene.all("185.10.9.0/24", "11 300 10 200 5003"); // Another's part of a member's block.
    scene.all("185.1.0.0/22", "11 300 10 200").after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.MASS_LEAK);
    assertThat(scene.only().cause().by()).isEqualTo(new Asn(200));
    assertThat(scene.only().prefixes()).isEqualTo(62);
    assertThat(scene.told()).containsExactly(What.BEGAN);
  }

  @Test
  void only_to_customer_makes_a_leak_sure() {
    Scene scene = new Scene().began().marked(HOME, "11 300 10 100", 10).after(SOON);
    assertThat(scene.tags()).contains("only-to-customer");
  }

  @Test
  void aspa_that_is_contradicted_is_told() {
    AspaTable aspas =
        AspaTable.of(
            List.of(
                new Aspa(new Asn(100), Scene.asns(10, 11)),
                new Aspa(new Asn(51), Scene.asns(13)),
                new Aspa(new Asn(10), Scene.asns(0)),
                new Aspa(new Asn(13), Scene.asns(10))));
    Scene scene = new Scene().with(IrrTable.EMPTY, aspas, ExchangeLans.EMPTY).began();
    assertThat(scene.all(HOME, "10 100").after(SOON).kinds()).isEmpty();
    assertThat(scene.all(HOME, "10 13 51 10 100").after(SOON).kinds())
        .containsAnyOf(Kind.ASPA_INVALID, Kind.ROUTE_LEAK);
  }

  @Test
  void roa_for_the_stranger_speaks_against_and_roa_for_the_holder_for_a_hijack() {
    Scene holder = new Scene().with(vrps(100, 24)).began().all(HOME, "10 200").after(SOON);
    assertThat(holder.tags()).contains("vrp-invalid");
    Scene stranger = new Scene().with(vrps(200, 24)).began().all(HOME, "10 200").after(SOON);
    assertThat(stranger.incidents.values())
        .filteredOn(each -> each.cause().kind() == Kind.ORIGIN_HIJACK)
        .allSatisfy(each -> assertThat(each.score()).isLessThan(3));
  }

  private static VrpTable vrps(long origin, int longest) {
    Prefix home = Prefix.parse(HOME);
    return VrpTable.of(List.of(new Vrp(home, longest, new Asn(origin), "t", Optional.empty())));
  }

  @Test
  void own_announcement_that_the_roa_forbids_is_told_to_its_member() {
    Scene scene = new Scene().with(vrps(100, 16)).began();
    assertThat(scene.all("185.10.7.0/24", "10 100").after(SOON).kinds())
        .containsExactly(Kind.RPKI_INVALID);
  }

  @Test
  void roa_that_is_gone_is_told_and_its_return_ends_it() {
    Scene scene = new Scene().with(vrps(100, 24)).began();
    scene.with(VrpTable.of(List.of(other())));
    assertThat(scene.after(SOON).only().cause().kind()).isEqualTo(Kind.RPKI_EXPIRY);
    scene.with(vrps(100, 24)).after(LATER);
    assertThat(scene.told()).containsExactly(What.BEGAN, What.ENDED);
  }

  private static Vrp other() {
    return new Vrp(Prefix.parse("198.51.0.0/16"), 16, new Asn(9), "t", Optional.empty());
  }

  @Test
  void roa_for_a_stranger_is_told_before_any_route_changes() {
    Scene scene = new Scene().with(vrps(100, 24)).began();
    VrpTable both =
        VrpTable.of(
            List.of(
                vrps(100, 24).covering(Prefix.parse(HOME)).getFirst(),
                vrps(200, 24).covering(Prefix.parse(HOME)).getFirst()));
    scene.with(both).after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.ROA_JUST_CHANGED);
    assertThat(scene.only().cause().by()).isEqualTo(new Asn(200));
  }

  @Test
  void many_routes_that_become_invalid_at_once_are_one_incident() {
    Scene scene = new Scene().with(VrpTable.of(List.of(other())));
    for (int i = 0; i < 200; i++) {
      scene.all("186." + i + ".0.0/16", "10 " + (60_000 + i % 40));
    }
    scene.began();
    Prefix around = Prefix.parse("186.0.0.0/8");
    Vrp wrong = new Vrp(around, 8, new Asn(0), "t", Optional.empty());
    scene.with(VrpTable.of(List.of(other(), wrong))).after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.RPKI_MASS_INVALID);
    assertThat(scene.only().prefixes()).isEqualTo(200);
    scene.with(VrpTable.of(List.of(other()))).after(LATER);
    assertThat(scene.told()).containsExactly(What.BEGAN, What.ENDED);
  }

  @Test
  void origin_that_is_not_the_route_objects_is_told_and_ends_with_the_registry() {
    Scene scene = new Scene().with(irr(999), AspaTable.EMPTY, ExchangeLans.EMPTY).began();
    assertThat(scene.after(SOON).only().cause().kind()).isEqualTo(Kind.IRR_MISMATCH);
    scene.with(irr(100), AspaTable.EMPTY, ExchangeLans.EMPTY).after(SOON);
    assertThat(scene.only().state()).isEqualTo(State.OUTDATED);
    assertThat(scene.tags()).contains(Tag.REGISTERED);
  }

  private static IrrTable irr(long origin) {
    RouteObject object =
        new RouteObject(Prefix.parse(HOME), new Asn(origin), "JPIRR", List.of("MAINT-AS100"));
    return IrrTable.of(List.of(object), List.of());
  }

  @Test
  void prefix_that_most_lost_is_told_and_told_again_when_it_is_back() {
    Scene scene = new Scene().began().gone(3, HOME).after(SOON);
    assertThat(scene.kinds()).isEmpty();
    scene.gone(5, HOME).after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.VISIBILITY_LOSS);
    assertThat(scene.all(HOME, "11 100").after(LATER).told())
        .containsExactly(What.BEGAN, What.ENDED);
  }

  @Test
  void peer_that_announces_again_counts_again() {
    Scene scene = new Scene().began();
    for (int i = 0; i < 20; i++) {
      scene.gone(2, HOME).by(2, HOME, "10 100");
    }
    assertThat(scene.after(LATER).kinds()).isEmpty();
  }

  @Test
  void lost_sessions_are_no_outage_of_anybody() {
    Scene scene = new Scene().began().lost(1).lost(2).lost(3).lost(4).after(LATER);
    assertThat(scene.kinds()).isEmpty();
  }

  @Test
  void member_that_announces_what_it_did_not_declare_is_told() {
    assertThat(new Scene().began().all("185.44.0.0/16", "10 100").after(SOON).kinds())
        .containsExactly(Kind.NEW_PREFIX);
  }

  @Test
  void as_behind_a_member_that_names_its_customers_is_told() {
    Declaration plain = Scene.declaration();
    Declaration names =
        new Declaration(
            plain.member(),
            plain.asns(),
            plain.upstreams(),
            plain.peers(),
            Scene.asns(400),
            plain.prefixes(),
            List.of());
    Scene scene = new Scene(names).all("185.50.0.0/16", "10 100 400").began();
    assertThat(scene.all("185.50.1.0/24", "10 100 400").after(SOON).kinds()).isEmpty();
    assertThat(scene.all("185.60.0.0/16", "10 100 401").after(SOON).kinds())
        .containsExactly(Kind.NEW_DOWNSTREAM);
  }

  @Test
  void space_held_back_is_squatted_by_whoever_announces_it() {
    Watched held =
        new Watched(Prefix.parse("185.33.0.0/16"), 32, Set.of(), Set.of(), false, Optional.empty());
    Scene scene = new Scene(Scene.declaration(Watched.of(Prefix.parse(HOME)), held)).began();
    assertThat(scene.all("185.33.4.0/24", "10 200").after(SOON).kinds())
        .containsExactly(Kind.SQUATTING);
  }

  @Test
  void space_near_which_nobody_announced_anything_is_squatted() {
    assertThat(new Scene().began().all("45.1.2.0/24", "10 200").after(SOON).kinds())
        .containsExactly(Kind.SQUATTING);
  }

  @Test
  void reserved_space_private_numbers_and_too_long_prefixes_are_bogons() {
    Scene scene = new Scene().began();
    scene.all("10.0.0.0/8", "10 200").all("185.10.0.0/28", "10 100").all("0.0.0.0/0", "10 300");
    assertThat(scene.after(SOON).kinds())
        .containsExactlyInAnyOrder(Kind.BOGON_PREFIX, Kind.BOGON_PREFIX, Kind.BOGON_PREFIX);
    assertThat(scene.table.isSeen(Prefix.parse("0.0.0.0/0"))).isFalse();
  }

  @Test
  void part_too_long_is_its_holders_answer_while_somebody_takes_what_is_around_it() {
    Scene scene = new Scene().began().all("185.10.7.0/24", "10 200");
    scene.all("185.10.7.0/25", "10 100").all("185.10.7.128/25", "10 100").after(SOON);
    assertThat(scene.kinds()).containsExactly(Kind.SUBPREFIX_HIJACK);
    assertThat(scene.affectedOf(scene.only())).hasSize(1);
  }

  @Test
  void part_too_long_by_a_stranger_is_a_hijack_of_its_member() {
    Scene scene = new Scene().began().all("185.10.7.0/25", "10 200").after(SOON);
    assertThat(scene.only().cause().kind()).isEqualTo(Kind.SUBPREFIX_HIJACK);
    assertThat(scene.only().impact()).hasSize(1);
  }

  @Test
  void network_of_an_exchange_is_told() {
    ExchangeLans lans =
        ExchangeLans.of(List.of(new ExchangeLans.Lan(Prefix.parse("185.1.0.0/22"), "IX")));
    Scene scene = new Scene().with(IrrTable.EMPTY, AspaTable.EMPTY, lans).began();
    assertThat(scene.all("185.1.0.0/22", "10 200").after(SOON).kinds())
        .containsExactly(Kind.IXP_LAN);
  }

  @Test
  void sole_witness_is_kept_and_told_only_when_it_stays() {
    Scene scene = new Scene().began().by(1, HOME, "10 200").after(LATER);
    assertThat(scene.only().vantages()).isEqualTo(1);
    assertThat(scene.told()).isEmpty();
    assertThat(scene.after(Duration.ofMinutes(8)).told()).containsExactly(What.BEGAN);
  }

  @Test
  void end_is_told_when_all_withdrew() {
    Scene scene = new Scene().began().all(HOME, "10 200").after(SOON).all(HOME, "10 100");
    assertThat(scene.after(LATER).only().state()).isEqualTo(State.WITHDRAWN);
    assertThat(scene.told()).containsExactly(What.BEGAN, What.ENDED);
    assertThat(scene.only().now()).isZero();
  }

  @Test
  void flap_is_the_same_incident_again() {
    Scene scene = new Scene().began().all("185.10.7.0/24", "10 200").after(SOON);
    for (int i = 0; i < 5; i++) {
      scene.gone(6, "185.10.7.0/24").after(LATER).all("185.10.7.0/24", "10 200").after(LATER);
    }
    assertThat(scene.only().reopened()).isEqualTo(5);
    assertThat(scene.told()).hasSizeLessThanOrEqualTo(11).startsWith(What.BEGAN, What.ENDED);
  }

  @Test
  void declaring_it_ends_it_as_outdated() {
    Scene scene = new Scene().began().all(HOME, "10 200").after(SOON);
    Watched both =
        new Watched(Prefix.parse(HOME), 32, Scene.asns(100, 200), Set.of(), true, Optional.empty());
    scene.with(Scene.declaration(both)).after(SOON);
    assertThat(scene.only().state()).isEqualTo(State.OUTDATED);
  }

  @Test
  void what_somebody_ignores_is_not_told_again() {
    Scene scene = new Scene().began().all(HOME, "10 200").after(Duration.ofSeconds(1));
    assertThat(scene.decide(State.IGNORED)).isTrue();
    assertThat(scene.after(LATER).told()).isEmpty();
    assertThat(scene.only().state()).isEqualTo(State.IGNORED);
  }

  @Test
  void the_same_again_has_the_same_ids() {
    Scene one = new Scene().began().all(HOME, "10 200").after(SOON);
    Scene two = new Scene().began().all(HOME, "10 200").after(SOON);
    assertThat(one.only().id()).isEqualTo(two.only().id());
  }

  @Test
  void a_picture_has_every_step() {
    Scene scene = new Scene().began().all(HOME, "10 200").gone(2, HOME).after(SOON);
    assertThat(scene.steps).hasSize(8);
    assertThat(scene.steps.getLast().path()).isEmpty();
  }
}
