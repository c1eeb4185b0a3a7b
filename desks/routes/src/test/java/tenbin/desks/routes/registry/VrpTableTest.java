package tenbin.desks.routes.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

class VrpTableTest {
  private static final Prefix BLOCK = Prefix.parse("192.0.2.0/24");

  @Test
  void a_route_is_valid_only_by_prefix_length_and_origin_together() {
    VrpTable table = VrpTable.of(List.of(vrp("10.0.0.0/16", 20, 1), vrp("10.0.0.0/8", 24, 2)));
    assertThat(table.state(Prefix.parse("10.0.0.0/16"), 1)).isEqualTo(Rov.VALID);
    assertThat(table.state(Prefix.parse("10.0.16.0/20"), 1)).isEqualTo(Rov.VALID);
    assertThat(table.state(Prefix.parse("10.0.16.0/21"), 1)).isEqualTo(Rov.INVALID_LENGTH);
    assertThat(table.state(Prefix.parse("10.0.16.0/21"), 2)).isEqualTo(Rov.VALID);
    assertThat(table.state(Prefix.parse("10.0.16.0/21"), 3)).isEqualTo(Rov.INVALID_ORIGIN);
    assertThat(table.state(Prefix.parse("0.0.0.0/0"), 1)).isEqualTo(Rov.NOT_FOUND);
    assertThat(table.state(Prefix.parse("11.0.0.0/16"), 1)).isEqualTo(Rov.NOT_FOUND);
  }

  @Test
  void as_0_and_sets_are_never_valid() {
    VrpTable table = VrpTable.of(List.of(vrp("192.0.2.0/24", 32, 0), vrp("::/0", 128, 7)));
    assertThat(table.state(BLOCK, 0)).isEqualTo(Rov.INVALID_ORIGIN);
    assertThat(table.state(BLOCK, VrpTable.SET)).isEqualTo(Rov.INVALID_ORIGIN);
    assertThat(table.state(Prefix.parse("2001:db8::/32"), VrpTable.SET))
        .isEqualTo(Rov.INVALID_ORIGIN);
  }

  @Test
  void all_of_ipv6_is_not_around_ipv4() {
    VrpTable table = VrpTable.of(List.of(vrp("::/0", 128, 7)));
    assertThat(table.state(BLOCK, 7)).isEqualTo(Rov.NOT_FOUND);
    assertThat(table.state(Prefix.parse("2001:db8::/32"), 7)).isEqualTo(Rov.VALID);
  }

  @Test
  void numbers_above_two_to_the_31_are_numbers() {
    VrpTable table = VrpTable.of(List.of(vrp("192.0.2.0/24", 24, 4_294_967_295L)));
    assertThat(table.state(BLOCK, 4_294_967_295L)).isEqualTo(Rov.VALID);
    assertThat(table.state(BLOCK, VrpTable.SET)).isEqualTo(Rov.INVALID_ORIGIN);
  }

  @Test
  void what_was_told_of_a_vrp_is_kept() {
    Vrp one =
        new Vrp(BLOCK, 28, new Asn(1), "apnic", Optional.of(Instant.ofEpochSecond(3_000_000_000L)));
    Vrp other = new Vrp(Prefix.parse("192.0.0.0/16"), 16, new Asn(2), "ripe", Optional.empty());
    VrpTable table = VrpTable.of(List.of(other, one));
    assertThat(table.covering(Prefix.parse("192.0.2.0/25"))).containsExactly(one, other);
    List<Vrp> all = new ArrayList<>();
    table.forEach(all::add);
    assertThat(all).containsExactly(other, one);
    assertThat(one.bare()).isEqualTo(vrp("192.0.2.0/24", 28, 1));
  }

  @Test
  void a_maximum_that_is_no_length_of_the_prefix_is_no_vrp() {
    assertThatThrownBy(() -> vrp("192.0.2.0/24", 23, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vrp("192.0.2.0/24", 33, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vrp("2001:db8::/32", 129, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void validation_says_what_a_list_of_all_vrps_says() {
    Dice dice = new Dice();
    for (int round = 0; round < 60; round++) {
      List<Vrp> vrps = some(dice, dice.below(120));
      VrpTable table = VrpTable.of(vrps);
      assertThat(table.size()).isEqualTo(vrps.size());
      for (int i = 0; i < 300; i++) {
        Prefix prefix = dice.prefix();
        long origin = dice.origin();
        assertThat(table.state(prefix, origin))
            .as("%s: %s of %d by %s", dice, prefix, origin, vrps)
            .isEqualTo(naive(vrps, prefix, origin));
        assertThat(table.covering(prefix))
            .as("%s: %s by %s", dice, prefix, vrps)
            .containsExactlyInAnyOrderElementsOf(
                vrps.stream().filter(each -> covers(each.prefix(), prefix)).toList());
      }
    }
  }

  static boolean covers(Prefix outer, Prefix inner) {
    return outer.isV4() == inner.isV4() && outer.contains(inner);
  }

  private static Rov naive(List<Vrp> vrps, Prefix prefix, long origin) {
    List<Vrp> covering = vrps.stream().filter(each -> covers(each.prefix(), prefix)).toList();
    List<Vrp> named =
        covering.stream()
            .filter(each -> each.asn().isPresent() && each.asn().number() == origin)
            .toList();
    if (covering.isEmpty()) {
      return Rov.NOT_FOUND;
    }
    if (named.isEmpty()) {
      return Rov.INVALID_ORIGIN;
    }
    boolean fits = named.stream().anyMatch(each -> each.maxLength() >= prefix.length());
    return fits ? Rov.VALID : Rov.INVALID_LENGTH;
  }

  private static List<Vrp> some(Dice dice, int count) {
    List<Vrp> vrps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Prefix prefix = dice.prefix();
      int most = prefix.isV4() ? 32 : 128;
      int longest = prefix.length() + dice.below(most - prefix.length() + 1);
      vrps.add(new Vrp(prefix, longest, dice.asn(), "ta" + dice.below(3), Optional.empty()));
    }
    return vrps;
  }

  private static Vrp vrp(String prefix, int longest, long asn) {
    return Vrp.of(Prefix.parse(prefix), longest, new Asn(asn));
  }
}
