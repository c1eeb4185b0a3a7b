package tenbin.desks.routes.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

class IrrTableTest {
  @Test
  void an_object_of_the_very_prefix_one_around_it_and_one_of_somebody_else_are_told_apart() {
    IrrTable table =
        IrrTable.of(
            List.of(route("10.0.0.0/8", 1), route("10.1.0.0/16", 2), route("10.1.0.0/16", 3)),
            List.of());
    assertThat(table.state(Prefix.parse("10.1.0.0/16"), 3)).isEqualTo(IrrState.MATCH);
    assertThat(table.state(Prefix.parse("10.1.0.0/16"), 1)).isEqualTo(IrrState.LESS_SPECIFIC_MATCH);
    assertThat(table.state(Prefix.parse("10.1.2.0/24"), 2)).isEqualTo(IrrState.LESS_SPECIFIC_MATCH);
    assertThat(table.state(Prefix.parse("10.1.2.0/24"), 9)).isEqualTo(IrrState.MISMATCH);
    assertThat(table.state(Prefix.parse("10.1.2.0/24"), VrpTable.SET)).isEqualTo(IrrState.MISMATCH);
    assertThat(table.state(Prefix.parse("11.0.0.0/8"), 1)).isEqualTo(IrrState.NONE);
    assertThat(table.size()).isEqualTo(3);
  }

  @Test
  void notices_go_to_maintainers_of_that_registry_who_opted_in() {
    RouteObject object =
        new RouteObject(
            Prefix.parse("192.0.2.0/24"), new Asn(1), "JPIRR", List.of("MAINT-AS1", "maint-as2"));
    Maintainer in = new Maintainer("maint-as1", "JPIRR", List.of("noc@one.example"));
    IrrTable table =
        IrrTable.of(
            List.of(object),
            List.of(
                in,
                new Maintainer("MAINT-AS2", "JPIRR", List.of()),
                new Maintainer("MAINT-AS2", "RADB", List.of("noc@two.example"))));
    assertThat(table.wantNotice(object)).containsExactly(in);
    assertThat(table.covering(Prefix.parse("192.0.2.0/25"))).containsExactly(object);
  }

  @Test
  void the_table_says_what_a_list_of_all_objects_says() {
    Dice dice = new Dice();
    for (int round = 0; round < 60; round++) {
      List<RouteObject> objects = new ArrayList<>();
      for (int i = dice.below(120); i > 0; i--) {
        String source = "SOURCE" + dice.below(3);
        objects.add(
            new RouteObject(dice.prefix(), dice.asn(), source, List.of("M" + dice.below(3))));
      }
      IrrTable table = IrrTable.of(objects, List.of());
      for (int i = 0; i < 300; i++) {
        Prefix prefix = dice.prefix();
        long origin = dice.origin();
        assertThat(table.state(prefix, origin))
            .as("%s: %s of %d by %s", dice, prefix, origin, objects)
            .isEqualTo(naive(objects, prefix, origin));
        assertThat(table.covering(prefix))
            .as("%s: %s by %s", dice, prefix, objects)
            .containsExactlyInAnyOrderElementsOf(
                objects.stream()
                    .filter(each -> VrpTableTest.covers(each.prefix(), prefix))
                    .toList());
      }
    }
  }

  private static IrrState naive(List<RouteObject> objects, Prefix prefix, long origin) {
    List<RouteObject> covering =
        objects.stream().filter(each -> VrpTableTest.covers(each.prefix(), prefix)).toList();
    List<RouteObject> named =
        covering.stream().filter(each -> each.origin().number() == origin).toList();
    if (named.stream().anyMatch(each -> each.prefix().equals(prefix))) {
      return IrrState.MATCH;
    }
    if (!named.isEmpty()) {
      return IrrState.LESS_SPECIFIC_MATCH;
    }
    return covering.isEmpty() ? IrrState.NONE : IrrState.MISMATCH;
  }

  private static RouteObject route(String prefix, long origin) {
    return new RouteObject(Prefix.parse(prefix), new Asn(origin), "TEST", List.of());
  }
}
