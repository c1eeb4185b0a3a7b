package tenbin.wire.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.wire.bgp.Treatment.AFI_SAFI_DISABLE;
import static tenbin.wire.bgp.Treatment.ATTRIBUTE_DISCARD;
import static tenbin.wire.bgp.Treatment.SESSION_RESET;
import static tenbin.wire.bgp.Treatment.TREAT_AS_WITHDRAW;
import static tenbin.wire.bgp.UpdateBytes.HOP;
import static tenbin.wire.bgp.UpdateBytes.ORIGIN;
import static tenbin.wire.bgp.UpdateBytes.PATH;
import static tenbin.wire.bgp.UpdateBytes.REACH;
import static tenbin.wire.bgp.UpdateBytes.ROUTE;

import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each fault of an UPDATE costs (RFC 7606). */
class UpdateReaderTest {
  private static final String WHOLE = ORIGIN + PATH + HOP;

  private static Treated read(Side side, String attributes, String announced) {
    byte[] body = UpdateBytes.body("", attributes, announced);
    SessionForm form = new SessionForm(AsWidth.FOUR, Set.of(), side);
    return new UpdateReader(form).read(Octets.of(body, 0, body.length));
  }

  @Test
  void a_sound_one_has_no_fault() {
    Treated told = read(Side.EXTERNAL, WHOLE + REACH, ROUTE);
    assertThat(told.faults()).isEmpty();
    assertThat(told.update().announced()).hasSize(1);
    assertThat(told.update().attributes().reach()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ORIGIN of two octets, TREAT_AS_WITHDRAW, 40 01 02 0000",
    "ORIGIN that is none, TREAT_AS_WITHDRAW, 40 01 01 03",
    "AS_PATH of an unknown segment, TREAT_AS_WITHDRAW, 40 02 06 09 01 0000fbf0",
    "AS_PATH of an empty segment, TREAT_AS_WITHDRAW, 40 02 02 02 00",
    "AS_PATH of too short a segment, TREAT_AS_WITHDRAW, 40 02 06 02 02 0000fbf0",
    "AS_PATH with AS 0, TREAT_AS_WITHDRAW, 40 02 06 02 01 00000000",
    "NEXT_HOP of three octets, TREAT_AS_WITHDRAW, 40 03 03 c00002",
    "MED of three octets, TREAT_AS_WITHDRAW, 80 04 03 000000",
    "LOCAL_PREF of three octets, TREAT_AS_WITHDRAW, 40 05 03 000000",
    "ATOMIC_AGGREGATE of one octet, ATTRIBUTE_DISCARD, 40 06 01 00",
    "AGGREGATOR of six octets, ATTRIBUTE_DISCARD, c0 07 06 fbf0 c0000201",
    "AGGREGATOR of AS 0, ATTRIBUTE_DISCARD, c0 07 08 00000000 c0000201",
    "communities of five octets, TREAT_AS_WITHDRAW, c0 08 05 fbf0000100",
    "communities of none, TREAT_AS_WITHDRAW, c0 08 00",
    "ORIGINATOR_ID of five octets, TREAT_AS_WITHDRAW, 80 09 05 c000020100",
    "CLUSTER_LIST of none, TREAT_AS_WITHDRAW, 80 0a 00",
    "extended communities of nine octets, TREAT_AS_WITHDRAW, c0 10 09 0002fbf00000000100",
    "AS4_PATH where none is due, ATTRIBUTE_DISCARD, c0 11 06 02 01 0000fbf0",
    "AS_PATHLIMIT of four octets, ATTRIBUTE_DISCARD, c0 15 04 00000000",
    "PMSI tunnel of one octet, TREAT_AS_WITHDRAW, c0 16 01 00",
    "tunnel that leads out, TREAT_AS_WITHDRAW, c0 17 04 0001 0009",
    "IPv6 communities of four octets, TREAT_AS_WITHDRAW, c0 19 04 00020000",
    "AIGP that leads out, ATTRIBUTE_DISCARD, 80 1a 0b 01 0040 0000000000000001",
    "large communities of eight octets, TREAT_AS_WITHDRAW, c0 20 08 0000fbf000000001",
    "only-to-customer of two octets, TREAT_AS_WITHDRAW, c0 23 02 fbf0",
    "Prefix-SID that leads out, ATTRIBUTE_DISCARD, c0 28 04 01 0007 00",
    "ATTR_SET of two octets, TREAT_AS_WITHDRAW, c0 80 02 0000",
    "flags of MED, TREAT_AS_WITHDRAW, 40 04 04 00000000",
    "well-known and unknown, SESSION_RESET, 40 63 01 00",
    "MP_REACH of two octets, SESSION_RESET, 80 0e 02 0002",
    "MP_REACH with a next hop of nine octets, AFI_SAFI_DISABLE,"
        + " 80 0e 0e 0002 01 09 20010db80000000000 00",
    "MP_REACH with a prefix of /129, AFI_SAFI_DISABLE,"
        + " 80 0e 16 0002 01 10 20010db8000000000000000000000001 00 81",
    "MP_UNREACH with a prefix that ends, AFI_SAFI_DISABLE, 80 0f 05 0002 01 20 20",
  })
  void a_broken_attribute_costs_what_its_kind_says(String name, Treatment cost, String broken) {
    String rest = "";
    for (String each : new String[] {ORIGIN, PATH, HOP}) {
      rest += each.substring(3, 5).equals(broken.substring(3, 5)) ? "" : each;
    }
    Treated told = read(Side.INTERNAL, rest + broken, ROUTE);
    assertThat(told.treatment()).as(told.faults().toString()).contains(cost);
    assertThat(told.faults()).hasSize(1);
    boolean stays = cost == ATTRIBUTE_DISCARD || cost == AFI_SAFI_DISABLE;
    assertThat(told.update().announced()).hasSize(stays ? 1 : 0);
    assertThat(told.update().withdrawn()).hasSize(cost == TREAT_AS_WITHDRAW ? 1 : 0);
  }

  @Test
  void a_discarded_attribute_is_as_if_it_had_not_been_told() {
    Treated told = read(Side.EXTERNAL, WHOLE + "c0 07 06 fbf0 c0000201 40 05 04 00000064", ROUTE);
    assertThat(told.update().attributes().aggregator()).isEmpty();
    assertThat(told.update().attributes().localPref()).as("from another AS").isEmpty();
    assertThat(told.faults()).extracting(Fault::treatment).containsOnly(ATTRIBUTE_DISCARD);
    assertThat(read(Side.MONITORED, WHOLE + "40 05 04 00000064", ROUTE).faults()).isEmpty();
  }

  @Test
  void of_two_the_first_counts_but_routes_of_other_families_come_once() {
    Treated twice = read(Side.EXTERNAL, WHOLE + "80 04 04 00000001 80 04 04 00000002", ROUTE);
    assertThat(twice.treatment()).contains(ATTRIBUTE_DISCARD);
    assertThat(twice.update().attributes().med()).hasValue(1);
    assertThat(read(Side.EXTERNAL, WHOLE + REACH + REACH, ROUTE).treatment())
        .contains(SESSION_RESET);
  }

  @Test
  void what_routes_cannot_do_without_is_missed() {
    assertThat(read(Side.EXTERNAL, ORIGIN + PATH, ROUTE).treatment()).contains(TREAT_AS_WITHDRAW);
    assertThat(read(Side.EXTERNAL, ORIGIN + HOP, ROUTE).treatment()).contains(TREAT_AS_WITHDRAW);
    assertThat(read(Side.EXTERNAL, PATH + REACH, "").treatment()).contains(TREAT_AS_WITHDRAW);
    assertThat(read(Side.EXTERNAL, ORIGIN + PATH + REACH, "").faults()).isEmpty();
  }

  @Test
  void routes_of_both_families_are_withdrawn_by_one_fault() {
    Treated told = read(Side.EXTERNAL, WHOLE + REACH + "c0 08 01 00", ROUTE);
    assertThat(told.update().withdrawn()).hasSize(1);
    assertThat(told.update().attributes().unreach().getFirst().routes()).hasSize(1);
    assertThat(told.update().attributes().reach()).isEmpty();
  }

  @Test
  void an_attribute_that_leads_out_of_its_block_costs_the_routes_behind_it() {
    Treated told = read(Side.EXTERNAL, WHOLE + "c0 08 40 fbf0", ROUTE);
    assertThat(told.treatment()).contains(TREAT_AS_WITHDRAW);
    assertThat(told.update().withdrawn()).hasSize(1);
    assertThat(read(Side.EXTERNAL, WHOLE + "c0 08", ROUTE).treatment()).contains(TREAT_AS_WITHDRAW);
  }

  @Test
  void faults_without_any_route_reset_because_the_routes_may_be_what_was_lost() {
    assertThat(read(Side.EXTERNAL, WHOLE + "c0 08 01 00", "").treatment()).contains(SESSION_RESET);
  }

  @Test
  void routes_that_cannot_be_told_from_each_other_reset() {
    assertThat(read(Side.EXTERNAL, WHOLE, "21 c6336400 00").treatment()).contains(SESSION_RESET);
    assertThat(read(Side.EXTERNAL, WHOLE, "18 c633").treatment()).contains(SESSION_RESET);
  }

  @Test
  void the_end_of_a_table_is_known_by_saying_nothing() {
    assertThat(read(Side.EXTERNAL, "", "").endOfRib()).contains(AfiSafi.IPV4_UNICAST);
    assertThat(read(Side.EXTERNAL, "80 0f 03 0002 01", "").endOfRib())
        .contains(AfiSafi.IPV6_UNICAST);
    assertThat(read(Side.EXTERNAL, WHOLE, ROUTE).endOfRib()).isEmpty();
    assertThat(read(Side.EXTERNAL, WHOLE + "40 63 01 00", "").endOfRib()).isEmpty();
  }

  @Test
  void every_other_attribute_is_kept_and_the_common_ones_are_words() {
    String extended = "c0 10 18 0002fbf000000001 0102c00002010007 4300000000000002";
    String six = "c0 19 14 0002 20010db8000000000000000000000001 0007";
    String reflected = "80 09 04 c0000209 80 0a 08 c0000207 c0000208";
    String unknown = "c0 63 02 abcd";
    Treated told = read(Side.MONITORED, WHOLE + extended + six + reflected + unknown, ROUTE);
    Attributes attributes = told.update().attributes();
    assertThat(told.faults()).isEmpty();
    assertThat(ExtendedCommunity.of(attributes))
        .extracting(Object::toString)
        .containsExactly("rt:64496:1", "rt:192.0.2.1:7", "ovs:invalid");
    assertThat(Ipv6Community.of(attributes)).singleElement().hasToString("rt:2001:db8::1:7");
    assertThat(Reflected.of(attributes).originator().orElseThrow()).hasToString("192.0.2.9");
    assertThat(Reflected.of(attributes).clusters()).hasSize(2);
    assertThat(attributes.others()).extracting(Attributes.Raw::type).contains(99);
  }

  @Test
  void whatever_the_octets_are_reading_ends_and_throws_nothing() {
    SplittableRandom random = new SplittableRandom(20_261_125);
    byte[] sample = UpdateBytes.body("18 cb0071", WHOLE + REACH + "c0 08 04 fbf00001", ROUTE);
    int faulty = 0;
    for (int round = 0; round < 200_000; round++) {
      byte[] other = sample.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        other[random.nextInt(other.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(8) == 0 ? random.nextInt(other.length + 1) : other.length;
      SessionForm form =
          new SessionForm(
              random.nextBoolean() ? AsWidth.TWO : AsWidth.FOUR,
              random.nextBoolean() ? Set.of() : Set.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST),
              random.nextBoolean() ? Side.EXTERNAL : Side.INTERNAL);
      Treated told = new UpdateReader(form).read(Octets.of(other, 0, length));
      ExtendedCommunity.of(told.update().attributes());
      faulty += told.faults().isEmpty() ? 0 : 1;
      assertThat(told.faults().size()).isLessThan(100);
    }
    assertThat(faulty).isBetween(100_000, 200_000);
  }
}
