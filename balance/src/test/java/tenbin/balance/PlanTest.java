package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tenbin.balance.weigh.Question;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.time.Moment;
import tenbin.nouns.time.Validity;

class PlanTest {
  private static final long SEED = 20261122;
  private static final MemberId AOI = new MemberId("aoi");
  private static final MemberId BENI = new MemberId("beni");
  private static final MemberId CHA = new MemberId("cha");
  private static final Instant DAY = Instant.parse("2026-03-24T00:00:00Z");
  private static final Instant YEAR_START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant YEAR_END = Instant.parse("2027-01-01T00:00:00Z");
  private static final Set<Category> ALL_OPEN =
      EnumSet.of(Category.C0, Category.C1, Category.C2, Category.C4);
  private static final Agreement AGREEMENT =
      new Agreement(
          "ma-2026",
          "Membership agreement",
          Set.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
          ALL_OPEN,
          Set.of(AOI, BENI),
          new Validity(YEAR_START, YEAR_END),
          "minutes 2026-01");
  private static final Request REQUEST =
      new Request(BENI, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, DAY);

  @Test
  void without_an_agreement_nothing_leaves() {
    assertThat(reasons(decide(List.of(), REQUEST, sighting(AOI, BENI))))
        .containsExactly(Reason.NO_AGREEMENT);
  }

  @Test
  void the_responsible_member_gets_its_row_and_nobody_else_does() {
    assertThat(disclosure(AGREEMENT, REQUEST, sighting(AOI, BENI)).source().address())
        .hasToString("192.0.2.1");
    Request asHolder = new Request(AOI, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, DAY);
    assertThat(reasons(decide(List.of(AGREEMENT), asHolder, sighting(AOI, BENI))))
        .containsExactly(Reason.RECIPIENT_IS_NOT_RESPONSIBLE);
  }

  @Test
  void an_agreement_holds_from_its_first_instant_to_before_its_end() {
    assertThat(isReleased(List.of(AGREEMENT), at(YEAR_START))).isTrue();
    assertThat(isReleased(List.of(AGREEMENT), at(YEAR_START.minusNanos(1)))).isFalse();
    assertThat(isReleased(List.of(AGREEMENT), at(YEAR_END.minusNanos(1)))).isTrue();
    assertThat(isReleased(List.of(AGREEMENT), at(YEAR_END))).isFalse();
  }

  @Test
  void the_sensor_is_stripped_and_what_no_table_knows_stays() {
    Disclosure disclosure = disclosure(AGREEMENT, REQUEST, sighting(AOI, BENI));
    assertThat(disclosure.destination()).isEqualTo(Endpoint.NONE);
    assertThat(disclosure.shows(Field.SENSOR)).isFalse();
    assertThat(disclosure.shows(Field.REPORTER)).isFalse();
    List<String> shown = new ArrayList<>();
    disclosure.forEachExtra((column, value) -> shown.add(column.name()));
    assertThat(shown).containsExactly("tag", "account");
  }

  @Test
  void named_persons_only_means_no_member_as_a_whole() {
    Item.Sighting open = sighting(AOI, BENI);
    Item.Sighting red =
        new Item.Sighting(open.observation(), open.attribution(), AOI, Tlp.RED, SeenBy.ONLY_YOU, 1);
    assertThat(reasons(decide(List.of(AGREEMENT), REQUEST, red)))
        .containsExactly(Reason.MARKED_FOR_NAMED_PERSONS);
  }

  @Test
  void two_agreements_are_not_added_up_within_one_communication() {
    Agreement place = withCategories("a", EnumSet.of(Category.C1, Category.C2));
    Agreement account = withCategories("b", EnumSet.of(Category.C1, Category.C4));
    Disclosure disclosure = disclosure(List.of(place, account), REQUEST, sighting(AOI, BENI));
    assertThat(disclosure.source().address()).hasToString("192.0.2.1");
    List<String> shown = new ArrayList<>();
    disclosure.forEachExtra((column, value) -> shown.add(column.name()));
    assertThat(shown).containsExactly("tag");
    assertThat(disclosure.terms().bases()).doesNotContain("b");
  }

  @Test
  void the_agreement_that_opens_most_is_chosen_and_then_the_lowest_id() {
    Agreement less = withCategories("a", EnumSet.of(Category.C1, Category.C2));
    Agreement more = withCategories("b", ALL_OPEN);
    Agreement alike = withCategories("c", ALL_OPEN);
    assertThat(disclosure(List.of(alike, more, less), REQUEST, sighting(AOI, BENI)).terms().bases())
        .contains("b")
        .doesNotContain("c");
  }

  @Test
  void facts_of_one_communication_are_not_told_as_facts() {
    Item.Told told =
        new Item.Told(
            "case",
            "1",
            AOI,
            Tlp.AMBER,
            List.of(BENI),
            List.of(
                new Item.Fact("family", Category.C1, "mirai"),
                new Item.Fact("client", Category.C2, "192.0.2.1")));
    Agreement defend =
        new Agreement(
            "defend",
            "defend",
            Set.of(Purpose.INFORM_AND_DEFEND),
            ALL_OPEN,
            Set.of(AOI, BENI, CHA),
            Validity.ALWAYS,
            "minutes");
    Request request = new Request(BENI, Purpose.INFORM_AND_DEFEND, Outlet.PAGE, DAY);
    Disclosure disclosure = disclosure(List.of(defend), request, told);
    assertThat(disclosure.fact("family")).isEqualTo("mirai");
    assertThat(disclosure.fact("client")).isEmpty();
    Request outside = new Request(CHA, Purpose.INFORM_AND_DEFEND, Outlet.PAGE, DAY);
    assertThat(decide(List.of(defend), outside, told)).isInstanceOf(Decision.Withheld.class);
  }

  @Test
  void what_is_shown_of_a_communication_is_what_one_agreement_alone_allows_never_a_sum() {
    long seed = 5;
    Random random = new Random(seed);
    for (int i = 0; i < Integer.getInteger("tenbin.worlds", 20_000); i++) {
      List<Agreement> agreements = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        agreements.add(random(random, "ma-" + n));
      }
      Item.Sighting sighting = sighting(random.nextInt(4) > 0 ? AOI : CHA, BENI);
      agreements.add(technical());
      Set<String> together = shown(agreements, sighting);
      List<Set<String>> alone =
          agreements.stream()
              .map(each ->
                  shown(Stream.of(each, agreements.getLast()).distinct().toList(), sighting))
              .toList();
      boolean none = alone.stream().allMatch(Set::isEmpty);
      assertThat(together.isEmpty()).as("seed %d, case %d", seed, i).isEqualTo(none);
      assertThat(none || alone.contains(together)).as("seed %d, case %d", seed, i).isTrue();
    }
  }

  @Test
  void another_recipient_sees_another_id_and_the_same_recipient_the_same() {
    Disclosure one = disclosure(AGREEMENT, REQUEST, sighting(AOI, BENI));
    Disclosure again = disclosure(AGREEMENT, REQUEST, sighting(AOI, BENI));
    assertThat(one.id()).isEqualTo(again.id());
    assertThat(one.id().version()).isEqualTo(8);
    assertThat(one.id().variant()).isEqualTo(2);
    Plan other = new Balance(Policy.of(circle(List.of(AGREEMENT)))).plan(REQUEST, key((byte) 2));
    Decision.Released released = (Decision.Released) other.decide(sighting(AOI, BENI));
    assertThat(released.disclosure().id()).isNotEqualTo(one.id());
  }

  private static Set<String> shown(List<Agreement> agreements, Item.Sighting sighting) {
    Set<String> names = new TreeSet<>();
    if (decide(agreements, REQUEST, sighting) instanceof Decision.Released released) {
      for (Field field : Field.values()) {
        boolean together = field.categoryIn(Sides.ABOUT_SOURCE) == Category.C2;
        if (together && released.disclosure().shows(field)) {
          names.add(field.name());
        }
      }
    }
    return names;
  }

  private static Agreement random(Random random, String id) {
    EnumSet<Category> categories = EnumSet.noneOf(Category.class);
    for (Category category : ALL_OPEN) {
      if (random.nextBoolean()) {
        categories.add(category);
      }
    }
    return new Agreement(
        id,
        id,
        Set.of(random.nextInt(4) == 0 ? Purpose.STATISTICS : Purpose.NOTIFY_AFFECTED_CUSTOMER),
        categories,
        random.nextBoolean() ? Set.of(AOI, BENI) : Set.of(AOI, BENI, CHA),
        random.nextInt(4) == 0 ? Validity.since(YEAR_END) : Validity.since(YEAR_START),
        "generated");
  }

  private static Agreement technical() {
    return new Agreement(
        "technical",
        "technical",
        AGREEMENT.purposes(),
        EnumSet.of(Category.C1),
        Set.of(AOI, BENI, CHA),
        Validity.ALWAYS,
        "test");
  }

  private static Agreement withCategories(String id, Set<Category> categories) {
    return new Agreement(
        id, id, AGREEMENT.purposes(), categories, AGREEMENT.signedBy(), Validity.ALWAYS, "test");
  }

  private static Request at(Instant at) {
    return new Request(BENI, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, at);
  }

  private static boolean isReleased(List<Agreement> agreements, Request request) {
    return decide(agreements, request, sighting(AOI, BENI)) instanceof Decision.Released;
  }

  private static Disclosure disclosure(Agreement agreement, Request request, Item item) {
    return disclosure(List.of(agreement), request, item);
  }

  private static Disclosure disclosure(List<Agreement> agreements, Request request, Item item) {
    return ((Decision.Released) decide(agreements, request, item)).disclosure();
  }

  private static Set<Reason> reasons(Decision decision) {
    return ((Decision.Withheld) decision).reasons();
  }

  private static Decision decide(List<Agreement> agreements, Request request, Item item) {
    return new Balance(Policy.of(circle(agreements))).plan(request, key((byte) 1)).decide(item);
  }

  private static RecipientKey key(byte seed) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, seed);
    return new RecipientKey(bytes);
  }

  private static Circle circle(List<Agreement> agreements) {
    return circle("v1", agreements);
  }

  private static Circle circle(String version, List<Agreement> agreements) {
    List<Member> members = new ArrayList<>();
    for (MemberId id : List.of(AOI, BENI, CHA)) {
      members.add(
          new Member(
              id,
              id.text(),
              id.text(),
              MemberClass.DIRECTOR,
              true,
              Validity.ALWAYS,
              List.of(),
              List.of()));
    }
    return new Circle("test", version, members, List.of(), agreements, Tlp.AMBER);
  }

  private static Item.Sighting sighting(MemberId holder, MemberId responsible) {
    Columns columns =
        new Columns(
            List.of(
                new Column("tag", Category.C1),
                new Column("username", Category.C3),
                new Column("account", Category.C4),
                Column.unknown("new_column")));
    Extra.Packer packer = new Extra.Packer(columns);
    packer.add(0, "mirai");
    packer.add(1, "root");
    packer.add(2, "user-77");
    packer.add(3, "?");
    Observation seen =
        Observation.builder(Kind.of(Rsit.INFECTED_SYSTEM), Moment.of(DAY, Moment.SECOND))
            .source(Endpoint.of(Address.parse("192.0.2.1"), 40_000))
            .destination(Endpoint.of(Address.parse("198.51.100.9"), 80))
            .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
            .sensor("sinkhole-7")
            .extra(packer.pack())
            .build();
    Attribution attribution =
        new Attribution(new Responsible.OfMember(responsible), new Evidence.None("test"));
    return new Item.Sighting(seen, attribution, holder, Tlp.AMBER, SeenBy.ONLY_YOU, 1);
  }

  @Test
  void two_thousand_decisions_of_the_past_are_decided_alike_bit_by_bit() {
    replayed(Integer.getInteger("tenbin.worlds", 2_000));
  }

  @Test
  @Tag("nightly")
  void a_hundred_thousand_decisions_of_the_past_are_decided_alike_bit_by_bit() {
    replayed(100_000);
  }

  /** Under two policies, of random times, holders, sides and markings. */
  private static void replayed(int decisions) {
    Random random = new Random(SEED);
    List<Policy> policies =
        List.of(
            Policy.of(circle("v1", List.of(AGREEMENT))),
            Policy.of(
                circle(
                    "v2", List.of(withCategories("other", EnumSet.of(Category.C1, Category.C2))))));
    Replay then =
        Replay.asKnownThen(version ->
            policies.stream().filter(each -> each.grounds().version().equals(version)).findFirst());
    Replay other = Replay.asOfNow(Policy.of(circle("v3", List.of())), YEAR_END);
    for (int i = 0; i < decisions; i++) {
      Request request = at(YEAR_START.plusSeconds(random.nextInt(30_000_000)));
      Item.Sighting item = about(request, random);
      Plan plan = new Balance(policies.get(random.nextInt(2))).plan(request, key((byte) 1));
      if (plan.decide(item) instanceof Decision.Released(Disclosure disclosure)) {
        String questions = Footing.of(List.of(disclosure, disclosure)).questions();
        assertThat(then.decide(request, questions))
            .as("seed %d, %s", SEED, questions)
            .singleElement()
            .matches(Replay.Again::isEqual);
        assertThat(other.decide(request, questions).getFirst().isEqual())
            .as("without an agreement the answer is another, but for one's own data: %s", questions)
            .isEqualTo(item.holder().equals(BENI));
      }
    }
    assertThat(then.decide(REQUEST, "no question").getFirst().isEqual()).isFalse();
  }

  private static Item.Sighting about(Request request, Random random) {
    MemberId holder = List.of(AOI, BENI).get(random.nextInt(2));
    Item.Sighting open = sighting(holder, request.recipient());
    Tlp marking = List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER).get(random.nextInt(3));
    return new Item.Sighting(
        open.observation(), open.attribution(), holder, marking, SeenBy.ONLY_YOU, 1);
  }

  @Test
  void facts_about_an_organisation_are_decided_again_with_all_that_was_known_of_them() {
    Agreement defend =
        new Agreement(
            "defend",
            "defend",
            Set.of(Purpose.INFORM_AND_DEFEND),
            ALL_OPEN,
            Set.of(AOI, BENI),
            Validity.ALWAYS,
            "minutes");
    Policy policy = Policy.of(circle("v1", List.of(defend)));
    Request request = new Request(BENI, Purpose.INFORM_AND_DEFEND, Outlet.PAGE, DAY);
    for (String confidence : List.of("no", "yes")) {
      Item.About about =
          new Item.About(
              Optional.of(new PartyId("acme")),
              Map.of(Item.About.NDA, confidence, Item.About.REPORT, "report 1: the first"));
      Item.Told told =
          new Item.Told(
              "incident",
              "1",
              AOI.party(),
              about,
              Tlp.GREEN,
              List.of(),
              List.of(new Item.Fact("family", Category.C1, "mirai")));
      List<Question.Asked> asked =
          List.of(new Question.Asked("ask-k", "its", Question.Asked.State.REFUSED));
      Plan plan = new Balance(policy).plan(request, key((byte) 1));
      if (plan.decide(told, asked) instanceof Decision.Released(Disclosure disclosure)) {
        assertThat(confidence).isEqualTo("no");
        Footing footing = Footing.of(List.of(disclosure));
        assertThat(footing.subjects()).containsOnlyKeys(new PartyId("acme"));
        assertThat(
                Replay.asKnownThen(version -> Optional.of(policy))
                    .decide(request, footing.questions()))
            .singleElement()
            .matches(Replay.Again::isEqual);
        assertThat(footing.questions())
            .contains("subject:acme", "report+1%3A+the+first", "asked:ask-k:its:REFUSED");
      } else {
        assertThat(confidence).isEqualTo("yes");
      }
    }
  }

  @Test
  void a_purpose_that_nobody_serves_needs_nothing_and_gets_nothing() {
    Request research = new Request(BENI, Purpose.RESEARCH, Outlet.API, DAY);
    assertThat(reasons(decide(List.of(AGREEMENT), research, sighting(AOI, BENI))))
        .containsExactly(Reason.NOT_NEEDED_FOR_PURPOSE);
    assertThat(Optional.of(Purpose.RESEARCH.code())).contains("P7");
  }
}
