package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Ceiling;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Term;
import tenbin.balance.level.Order;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.time.Moment;
import tenbin.nouns.time.Validity;

/** What is between all and nothing: a ground that allows a block, a system, a name, an hour. */
class LevelsTest {
  private static final MemberId HOLDER = new MemberId("holder");
  private static final MemberId RECIPIENT = new MemberId("recipient");
  private static final Instant SEEN = Instant.parse("2026-03-24T08:47:12Z");
  private static final Sector FINANCE = Sector.tryParse("finance").orElseThrow();
  private static final Asn SYSTEM = new Asn(64_500);

  @Test
  void without_a_ceiling_all_of_it_goes() {
    Disclosure row = row(Map.of(), seen("203.0.113.77", SEEN));
    assertThat(row.sourcePlace()).hasToString("203.0.113.77");
    assertThat(row.source().host()).isEqualTo("host.203.0.113.77.example");
    assertThat(row.time()).contains(Moment.of(SEEN, Moment.SECOND));
    assertThat(kept(row)).containsExactly("tag=mirai", "name=203.0.113.77");
    assertThat(row.level(Field.SOURCE_ADDRESS)).isEqualTo("FULL");
  }

  @Test
  void a_block_is_told_without_address_name_link_or_what_stands_in_kept_columns() {
    Disclosure row = row(Map.of("place", "/24"), seen("203.0.113.77", SEEN));
    assertThat(row.sourcePlace()).hasToString("203.0.113.0/24");
    assertThat(row.aboutPlace()).isEqualTo(row.sourcePlace());
    assertThat(row.counterpartPlace()).hasToString("198.51.100.0/24");
    assertThat(row.source()).isEqualTo(new Endpoint(Address.NONE, 4_000, SYSTEM, "", ""));
    assertThat(row.url()).isEmpty();
    assertThat(kept(row)).as("a technical column stays").containsExactly("tag=mirai");
    assertThat(row.attribution()).as("its evidence can be finer than the block").isEmpty();
    assertThat(row.level(Field.SOURCE_ADDRESS)).isEqualTo("/24");
    assertThat(row.fields()).contains(Field.SOURCE_ADDRESS, Field.TIME, Field.CLASS);
  }

  @Test
  void a_block_of_the_newer_protocol_is_a_48() {
    Disclosure row = row(Map.of("place", "/24"), seen("2001:db8:1:2::77", SEEN));
    assertThat(row.sourcePlace()).hasToString("2001:db8:1::/48");
  }

  @Test
  void a_system_is_told_alone() {
    Disclosure row = row(Map.of("place", "ASN"), seen("203.0.113.77", SEEN));
    assertThat(row.sourcePlace()).isEqualTo(new Place.System(SYSTEM));
    assertThat(row.source().asn()).isEqualTo(SYSTEM);
    assertThat(row.source().address()).isEqualTo(Address.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COUNT", "SUPPRESS"})
  void a_number_tells_no_place(String level) {
    Disclosure row = row(Map.of("place", level), seen("203.0.113.77", SEEN));
    assertThat(row.sourcePlace()).isEqualTo(Place.NOWHERE);
    assertThat(row.source().asn()).isEqualTo(Asn.NONE);
    assertThat(row.aboutSector()).isEqualTo(Sector.UNKNOWN);
  }

  @Test
  void a_sector_is_told_alone_and_nothing_where_nobody_said_it() {
    Disclosure row = row(Map.of("place", "SECTOR"), seen("203.0.113.77", SEEN));
    assertThat(row.sourcePlace()).isEqualTo(new Place.InSector(FINANCE));
    assertThat(row.aboutSector()).isEqualTo(FINANCE);
    assertThat(row.source()).isEqualTo(new Endpoint(Address.NONE, 4_000, Asn.NONE, "", ""));
    assertThat(row.url()).isEmpty();
    assertThat(row.counterpartPlace()).as("a network of somebody else").isEqualTo(Place.NOWHERE);
    Disclosure another = row(Map.of("place", "SECTOR"), seen("192.0.2.77", SEEN));
    assertThat(another.sourcePlace()).isEqualTo(Place.NOWHERE);
    assertThat(another.aboutSector()).isEqualTo(Sector.UNKNOWN);
  }

  /** What lies above SECTOR tells at least as much; what does not, nothing of it. */
  @Test
  void levels_above_a_sector_tell_it_and_others_do_not() {
    for (String level : Order.PLACE.levels()) {
      Disclosure row = row(Map.of("place", level), seen("203.0.113.77", SEEN));
      int told = Order.PLACE.level(level).orElseThrow();
      boolean above = Order.PLACE.isAtOrBelow(Order.PLACE.level("SECTOR").orElseThrow(), told);
      assertThat(row.aboutSector()).as(level).isEqualTo(above ? FINANCE : Sector.UNKNOWN);
      assertThat(row.sourceSector()).as(level).isEqualTo(row.aboutSector());
      assertThat(row.destinationSector()).as(level).isEqualTo(Sector.UNKNOWN);
    }
  }

  @Test
  void a_pseudonym_links_one_address_for_one_recipient_and_says_nothing_of_its_place() {
    Map<String, String> names = Map.of("place", "PSEUDONYM");
    Disclosure once = row(names, seen("203.0.113.77", SEEN));
    Disclosure again = row(names, seen("203.0.113.77", SEEN.plusSeconds(9)));
    Disclosure neighbour = row(names, seen("203.0.113.78", SEEN));
    Disclosure another =
        released(
            names,
            seen("203.0.113.77", SEEN),
            new RecipientKey(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}));
    assertThat(once.sourcePlace()).isEqualTo(again.sourcePlace());
    assertThat(once.sourcePlace()).isNotEqualTo(neighbour.sourcePlace());
    assertThat(once.sourcePlace()).isNotEqualTo(another.sourcePlace());
    assertThat(once.sourcePlace().toString()).matches("pseudonym-[0-9a-f]{20}");
    assertThat(once.source().asn()).as("a pseudonym is no system").isEqualTo(Asn.NONE);
  }

  @Test
  void a_replaced_key_gives_other_names_under_the_same_ids() {
    byte[] first = new byte[32];
    byte[] second = new byte[32];
    second[0] = 1;
    Map<String, String> names = Map.of("place", "PSEUDONYM");
    Observation seen = seen("203.0.113.77", SEEN);
    Disclosure before = released(names, seen, new RecipientKey(new byte[32], () -> first));
    Disclosure after = released(names, seen, new RecipientKey(new byte[32], () -> second));
    assertThat(before.id()).isEqualTo(after.id());
    assertThat(before.sourcePlace()).isNotEqualTo(after.sourcePlace());
  }

  @Test
  void a_coarse_time_begins_its_bucket_and_says_how_unsure_it_is() {
    assertThat(timeAt("minute")).isEqualTo("2026-03-24T08:47:00Z 61");
    assertThat(timeAt("hour")).isEqualTo("2026-03-24T08:00:00Z 3601");
    assertThat(timeAt("day")).isEqualTo("2026-03-24T00:00:00Z 86401");
    Disclosure without = row(Map.of("time", "SUPPRESS"), seen("203.0.113.77", SEEN));
    assertThat(without.time()).isEmpty();
    assertThat(without.shows(Field.TIME)).isFalse();
  }

  private static String timeAt(String level) {
    Moment time = row(Map.of("time", level), seen("203.0.113.77", SEEN)).time().orElseThrow();
    return time + " " + time.errorNanos() / Moment.SECOND;
  }

  /** What a level hides cannot be told apart by anything that a Disclosure answers. */
  @Test
  void two_observations_that_differ_only_in_what_a_level_hides_are_told_alike() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < Integer.getInteger("tenbin.worlds", 2_000); i++) {
      String place = List.of("/24", "COUNT", "SECTOR").get(random.nextInt(3));
      Map<String, String> levels = Map.of("place", place, "time", "hour");
      String net = net(place, random);
      String otherNet = place.equals("/24") ? net : net(place, random);
      Instant hour = SEEN.minusSeconds(47 * 60 + 12);
      Disclosure one =
          row(levels, seen(net + random.nextInt(256), hour.plusSeconds(random.nextInt(3_600))));
      Disclosure two =
          row(
              levels,
              seen(otherNet + random.nextInt(256), hour.plusSeconds(random.nextInt(3_600))));
      assertThat(everything(one)).as("seed %d, case %d", seed, i).isEqualTo(everything(two));
    }
  }

  /** The beginning of an address: of one block, of one sector, of anywhere. */
  private static String net(String place, Random random) {
    return switch (place) {
      case "/24" -> "203.0.113.";
      case "SECTOR" ->
          List.of("203.0.113.", "126.1." + random.nextInt(256) + ".").get(random.nextInt(2));
      default -> random.nextInt(1, 200) + ".0.113.";
    };
  }

  /** All that a writer can ask but the id, which is keyed. */
  private static List<Object> everything(Disclosure row) {
    return List.of(
        row.time(),
        row.transport(),
        row.severity(),
        row.kind(),
        row.source(),
        row.destination(),
        row.about(),
        row.counterpart(),
        row.sourcePlace(),
        row.destinationPlace(),
        row.aboutPlace(),
        row.counterpartPlace(),
        row.aboutSector(),
        row.sourceSector(),
        row.destinationSector(),
        row.url(),
        row.count(),
        row.seenBy(),
        row.attribution(),
        kept(row),
        row.fields(),
        row.terms());
  }

  private static List<String> kept(Disclosure row) {
    List<String> kept = new ArrayList<>();
    row.forEachExtra((column, value) -> kept.add(column.name() + "=" + value));
    return kept;
  }

  private static Disclosure row(Map<String, String> levels, Observation seen) {
    return released(levels, seen, new RecipientKey(new byte[32]));
  }

  private static Disclosure released(
      Map<String, String> levels, Observation seen, RecipientKey key) {
    Policy policy = Policy.of(circle(), parts(new Ceiling(levels)));
    Request request =
        new Request(RECIPIENT, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, SEEN.plusSeconds(60));
    Attribution own =
        new Attribution(new Responsible.OfMember(RECIPIENT), new Evidence.None("test"));
    Item item = new Item.Sighting(seen, own, HOLDER, Tlp.AMBER, SeenBy.ONLY_YOU, 1);
    return ((Decision.Released) new Balance(policy).plan(request, key).decide(item)).disclosure();
  }

  private static PolicySet.Parts parts(Ceiling ceiling) {
    Basis basis =
        new Basis(
            "letter",
            Kind.CONTRACT_CLAUSE,
            "",
            EnumSet.of(Gate.S, Gate.P, Gate.K, Gate.H),
            new Scope(
                EnumSet.of(Category.C0, Category.C1, Category.C2),
                Set.of(),
                EnumSet.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
                EnumSet.of(Act.INFORM),
                Parties.ANYBODY,
                Parties.ANYBODY,
                Parties.ANYBODY),
            List.of(),
            Grant.STANDING,
            ceiling,
            Set.of(),
            Term.always(),
            new Basis.Proof("a letter", "", ""));
    return new PolicySet.Parts(
        "test",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(basis),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Tlp.AMBER);
  }

  private static Circle circle() {
    List<Member> members = new ArrayList<>();
    for (MemberId id : List.of(HOLDER, RECIPIENT)) {
      members.add(
          new Member(
              id,
              id.text(),
              id.text(),
              MemberClass.DIRECTOR,
              true,
              Validity.ALWAYS,
              id.equals(RECIPIENT) ? claims() : List.of(),
              List.of()));
    }
    return new Circle("test", "v1", members, List.of(), List.of(), Tlp.AMBER);
  }

  /** Two blocks for one sector, of different systems, and one of which nobody said anything. */
  private static List<Claim> claims() {
    return List.of(
        claim("203.0.113.0/24", FINANCE),
        claim("126.1.0.0/16", FINANCE),
        claim("192.0.2.0/24", Sector.UNKNOWN));
  }

  private static Claim claim(String prefix, Sector sector) {
    return new Claim(
        RECIPIENT,
        new Network.Block(Prefix.parse(prefix)),
        Claim.Means.DECLARED,
        Validity.ALWAYS,
        "letter",
        sector);
  }

  private static Observation seen(String address, Instant at) {
    Extra.Packer packer =
        new Extra.Packer(
            new Columns(List.of(new Column("tag", Category.C1), new Column("name", Category.C2))));
    packer.add(0, "mirai");
    packer.add(1, address);
    Endpoint source =
        new Endpoint(
            Address.parse(address),
            4_000,
            SYSTEM,
            "host." + address.replace(':', '-') + ".example",
            "ptr." + address.replace(':', '-') + ".example");
    return Observation.builder(
            tenbin.nouns.observation.Kind.of(Rsit.INFECTED_SYSTEM), Moment.of(at, Moment.SECOND))
        .source(source)
        .destination(Endpoint.of(Address.parse("198.51.100.9"), 80))
        .url("http://" + address + "/x")
        .extra(packer.pack())
        .build();
  }
}
