package tenbin.wire.rpsl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;

class RoutingObjectsTest implements RoutingRows {
  private static final String DATABASE =
      """
      mntner:     MAINT-AS64496
      descr:      One Networks
                  X-Keiro: noc@one.example, noc2@one.example
      upd-to:     registry@one.example
      auth:       CRYPT-PW HIDDEN
      mnt-by:     MAINT-AS64496
      source:     JPIRR

      mntner:     maint-as64497
      descr:      Two Networks, who never asked for X-Keiro:
      source:     JPIRR

      route:      192.0.2.0/24
      descr:      One
      origin:     AS64496
      mnt-by:     MAINT-AS64496, maint-as64497
      source:     JPIRR # Filtered

      route6:     2001:db8::/32
      origin:     as64497
      mnt-by:     MAINT-AS64496
      mnt-by:     MAINT-AS64497
      source:     radb

      aut-num:    AS64496
      as-name:    ONE
      import:     from AS64500 accept ANY
      mp-import:  afi ipv6.unicast from AS64500 accept ANY
      export:     to AS64500 announce AS-ONE
                  AND NOT AS64499
      member-of:  AS-TWO
      mnt-by:     MAINT-AS64496
      source:     JPIRR

      as-set:     as-one
      members:    AS64496, AS64497, as-two
      members:    AS-GONE
      source:     JPIRR

      as-set:     AS-TWO
      members:    AS64498, RIPE::AS-ONE
      mbrs-by-ref: MAINT-AS64496
      source:     JPIRR

      person:     Nobody
      nic-hdl:    N1
      """;

  private final List<String> found = new ArrayList<>();
  private final List<Warning> damaged = new ArrayList<>();

  @Test
  void every_object_of_routing_is_told_with_its_keepers() throws IOException {
    read(DATABASE);
    assertThat(found)
        .containsExactly(
            "mntner MAINT-AS64496 JPIRR [MAINT-AS64496] [noc@one.example, noc2@one.example]",
            "mntner MAINT-AS64497 JPIRR [] []",
            "route 192.0.2.0/24 AS64496 JPIRR [MAINT-AS64496, MAINT-AS64497] []",
            "route 2001:db8::/32 AS64497 RADB [MAINT-AS64496, MAINT-AS64497] []",
            "aut-num AS64496 ONE [from AS64500 accept ANY, afi ipv6.unicast from AS64500 accept"
                + " ANY] [to AS64500 announce AS-ONE AND NOT AS64499] [AS-TWO]",
            "as-set AS-ONE [AS64496, AS64497, AS-TWO, AS-GONE] []",
            "as-set AS-TWO [AS64498, RIPE::AS-ONE] [MAINT-AS64496]");
    assertThat(damaged).isEmpty();
  }

  @Test
  void a_notice_may_be_an_attribute_or_a_remark_as_well() throws IOException {
    read(
        "mntner: A\nx-keiro: a@one.example\n\nmntner: B\nremarks: x-keiro: b@one.example and me\n");
    assertThat(found)
        .containsExactly("mntner A  [] [a@one.example]", "mntner B  [] [b@one.example]");
  }

  @Test
  void objects_that_cannot_be_read_are_told_with_their_line() throws IOException {
    read(
        """
        route: 192.0.2.1/24
        origin: AS1

        route6: 192.0.2.0/24
        origin: AS1

        route: 2001:db8::/32
        origin: AS1

        route: 192.0.2.0/24

        aut-num: ASX

        as-set:

        route: 192.0.2.0/24
        origin: AS1
        """);
    assertThat(found).containsExactly("route 192.0.2.0/24 AS1  [] []");
    assertThat(damaged.stream().map(each -> each.place().row()))
        .containsExactly(1L, 4L, 7L, 10L, 12L, 14L);
  }

  @Test
  void a_set_is_opened_with_all_sets_inside_and_those_who_refer_to_it() throws IOException {
    AsSets sets = new AsSets();
    read(DATABASE, sets);
    AsSets.Opened one = sets.open("As-One");
    assertThat(one.asns())
        .containsExactlyInAnyOrder(new Asn(64496), new Asn(64497), new Asn(64498));
    assertThat(one.missing()).containsExactly("AS-GONE");
    assertThat(one.isWhole()).isTrue();
    assertThat(sets.open("RIPE::AS-TWO").asns()).isEqualTo(one.asns());
    assertThat(sets.open("AS-NONE").missing()).containsExactly("AS-NONE");
    assertThat(sets.size()).isEqualTo(2);
  }

  @Test
  void a_reference_counts_only_with_the_maintainer_that_the_set_names() throws IOException {
    AsSets sets = new AsSets();
    read(
        """
        aut-num: AS1
        member-of: AS-A, AS-B, AS-C
        mnt-by: M1

        as-set: AS-A
        mbrs-by-ref: m1

        as-set: AS-B
        mbrs-by-ref: M2

        as-set: AS-C
        mbrs-by-ref: any
        """,
        sets);
    assertThat(sets.open("AS-A").asns()).containsExactly(new Asn(1));
    assertThat(sets.open("AS-B").asns()).isEmpty();
    assertThat(sets.open("AS-C").asns()).containsExactly(new Asn(1));
  }

  @Test
  void a_set_without_end_stops_at_its_limit() {
    AsSets sets = new AsSets();
    Keepers nobody = new Keepers("", List.of(), List.of());
    for (int i = 0; i <= AsSets.MOST_SETS; i++) {
      String inner = "AS-" + (i + 1);
      sets.asSet(new AsSet("AS-" + i, List.of(inner, "AS" + (i + 1)), List.of()), nobody);
    }
    AsSets.Opened opened = sets.open("AS-0");
    assertThat(opened.isWhole()).isFalse();
    assertThat(opened.asns()).hasSizeLessThanOrEqualTo(AsSets.MOST_SETS);
  }

  @Test
  void any_octets_are_read_or_told() throws IOException {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 1_500; round++) {
      byte[] octets = DATABASE.getBytes(UTF_8);
      for (int i = random.nextInt(40); i > 0; i--) {
        octets[random.nextInt(octets.length)] = octets[random.nextInt(octets.length)];
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      found.clear();
      AsSets sets = new AsSets();
      read(octets, this);
      read(octets, sets);
      sets.open("AS-ONE");
      assertThat(found).as("seed %d", seed).hasSizeLessThan(40);
    }
  }

  private void read(String text) throws IOException {
    read(text, this);
  }

  private void read(String text, RoutingRows rows) throws IOException {
    read(text.getBytes(UTF_8), rows);
  }

  private void read(byte[] octets, RoutingRows rows) throws IOException {
    RpslReader.read(new ByteArrayInputStream(octets), new RoutingObjects(rows), rows);
  }

  @Override
  public void route(Prefix prefix, Asn origin, Keepers keepers) {
    found.add("route " + prefix + " AS" + origin + " " + told(keepers));
  }

  @Override
  public void autNum(Asn asn, Policy policy, Keepers keepers) {
    String lines = policy.imports() + " " + policy.exports() + " " + policy.memberOf();
    found.add("aut-num AS" + asn + " " + policy.name() + " " + lines);
  }

  @Override
  public void asSet(AsSet set, Keepers keepers) {
    found.add("as-set " + set.name() + " " + set.members() + " " + set.byReference());
  }

  @Override
  public void maintainer(String name, Keepers keepers) {
    found.add("mntner " + name + " " + told(keepers));
  }

  @Override
  public void damaged(Warning warning) {
    damaged.add(warning);
  }

  private static String told(Keepers keepers) {
    return keepers.source() + " " + keepers.maintainers() + " " + keepers.noticesTo();
  }
}
