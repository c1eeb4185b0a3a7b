package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenbin.balance.weigh.Ground;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;

/** What is not released reads as not told, and only that. */
class DisclosureTest {
  private static final Request REQUEST = Neighbours.request(Purpose.NOTIFY_AFFECTED_CUSTOMER);

  @ParameterizedTest
  @EnumSource(
      value = Sides.class,
      names = {"ABOUT_SOURCE", "ABOUT_DESTINATION"})
  void all_that_was_seen_is_told_where_all_is_released(Sides sides) {
    Observation seen = Neighbours.seen(sides);
    Disclosure row = row(seen, new HashSet<>());
    assertThat(row.isSighting()).isTrue();
    assertThat(row.kind()).contains(seen.kind());
    assertThat(row.severity()).isEqualTo(Severity.HIGH);
    assertThat(row.transport()).isEqualTo(Transport.TCP);
    assertThat(row.source()).isEqualTo(seen.source());
    assertThat(row.destination()).isEqualTo(seen.destination());
    boolean aboutSource = sides.aboutSource();
    assertThat(row.about()).isEqualTo(aboutSource ? seen.source() : seen.destination());
    assertThat(row.counterpart()).isEqualTo(aboutSource ? seen.destination() : seen.source());
    assertThat(row.aboutPlace()).hasToString(row.about().address().toString());
    assertThat(row.counterpartPlace()).hasToString(row.counterpart().address().toString());
    assertThat(row.url()).isEqualTo("http://d.example/x");
    assertThat(row.count()).isEqualTo(17);
    assertThat(row.seenBy()).contains(SeenBy.FIVE_OR_MORE);
    assertThat(row.attribution()).isPresent();
    assertThat(row.at()).isEqualTo(Neighbours.DAY);
    assertThat(row.facts()).isEmpty();
  }

  @Test
  void a_field_that_is_not_released_reads_as_not_told() {
    reads(Field.TRANSPORT, Disclosure::transport, Transport.NOT_TOLD);
    reads(Field.SEVERITY, Disclosure::severity, Severity.NOT_TOLD);
    reads(Field.URL, Disclosure::url, "");
    reads(Field.COUNT, Disclosure::count, 1L);
    reads(Field.SEEN_BY, Disclosure::seenBy, Optional.empty());
    reads(Field.CLASS, Disclosure::kind, Optional.empty());
    reads(Field.TIME, Disclosure::time, Optional.empty());
    reads(Field.RESPONSIBLE, Disclosure::attribution, Optional.empty());
    reads(
        Field.IDENTIFIER,
        Disclosure::kind,
        Optional.of(new Kind(Rsit.INFECTED_SYSTEM, "", "mirai")));
    reads(
        Field.FAMILY,
        Disclosure::kind,
        Optional.of(new Kind(Rsit.INFECTED_SYSTEM, "CVE-2024-0001", "")));
  }

  @Test
  void a_side_is_told_field_by_field() {
    reads(Field.SOURCE_ADDRESS, row -> row.source().address(), Address.NONE);
    reads(Field.SOURCE_PORT, row -> row.source().port(), Endpoint.NO_PORT);
    reads(Field.SOURCE_ASN, row -> row.source().asn(), Asn.NONE);
    reads(Field.SOURCE_HOST, row -> row.source().host(), "");
    reads(Field.SOURCE_REVERSE_NAME, row -> row.source().reverseName(), "");
    reads(Field.DESTINATION_ADDRESS, row -> row.destination().address(), Address.NONE);
    reads(Field.DESTINATION_PORT, row -> row.destination().port(), Endpoint.NO_PORT);
    reads(Field.DESTINATION_ASN, row -> row.destination().asn(), Asn.NONE);
    reads(Field.DESTINATION_HOST, row -> row.destination().host(), "");
    reads(Field.DESTINATION_REVERSE_NAME, row -> row.destination().reverseName(), "");
    reads(Field.SOURCE_ADDRESS, Disclosure::sourcePlace, Place.NOWHERE);
  }

  /** Without one field, that one reads as not told, and all the others as they were. */
  private static void reads(Field hidden, Function<Disclosure, Object> told, Object without) {
    Observation seen = Neighbours.seen(Sides.ABOUT_SOURCE);
    assertThat(told.apply(row(seen, Set.of()))).isNotEqualTo(without);
    Disclosure row = row(seen, Set.of(Shapes.nameOf(hidden)));
    assertThat(told.apply(row)).as("without %s", hidden).isEqualTo(without);
    assertThat(row.fields()).isEqualTo(others(hidden));
    for (Field each : Field.values()) {
      assertThat(row.shows(each)).isEqualTo(others(hidden).contains(each));
    }
  }

  private static Set<Field> others(Field hidden) {
    Set<Field> all = EnumSet.allOf(Field.class);
    all.removeIf(each -> each == hidden || each.categoryIn(Sides.ABOUT_SOURCE) == Category.C8);
    return all;
  }

  @Test
  void whose_network_it_is_goes_only_with_the_exact_address_that_shows_it() {
    Observation target = Neighbours.seen(Sides.ABOUT_DESTINATION);
    assertThat(row(target, Set.of("destination-address")).attribution()).isEmpty();
    assertThat(row(target, Set.of("source-address")).attribution()).isPresent();
    Observation source = Neighbours.seen(Sides.ABOUT_SOURCE);
    assertThat(row(source, Set.of("source-address")).attribution()).isEmpty();
    assertThat(row(source, Set.of("destination-address")).attribution()).isPresent();
  }

  private static Disclosure row(Observation seen, Set<String> hidden) {
    Set<String> shown = new HashSet<>();
    Policy.rowFields().forEach(part -> shown.add(part.name()));
    shown.removeAll(hidden);
    Ground letter =
        Ground.of("letter")
            .lists(Category.C0, Category.C1, Category.C2, Category.C4)
            .fields(shown.toArray(String[]::new));
    return Neighbours.released(
        Neighbours.policy(List.of(), letter),
        REQUEST,
        Neighbours.sighting(seen, Neighbours.AOI, Neighbours.BENI));
  }

  @Test
  void facts_are_told_by_name_and_have_nothing_of_an_observation() {
    Item.Told told =
        new Item.Told(
            "case",
            "7",
            Neighbours.AOI,
            Tlp.GREEN,
            List.of(),
            List.of(
                new Item.Fact("family", Category.C1, "mirai"),
                new Item.Fact("member", Category.C9, "aoi")));
    Disclosure facts =
        Neighbours.released(
            Neighbours.policy(
                List.of(
                    Neighbours.agreement(
                        "defend", Purpose.INFORM_AND_DEFEND, Neighbours.ALL_OPEN))),
            Neighbours.request(Purpose.INFORM_AND_DEFEND),
            told);
    assertThat(facts.isSighting()).isFalse();
    assertThat(facts.facts()).containsExactly(new Item.Fact("family", Category.C1, "mirai"));
    assertThat(facts.fact("member")).isEmpty();
    assertThat(facts.time()).isEmpty();
    assertThat(facts.id()).isNotNull();
    assertThat(facts.fields()).isEmpty();
    assertThat(facts.url()).isEmpty();
    assertThatThrownBy(facts::source).hasMessage("facts have no observation's fields");
  }

  @Test
  void places_are_written_as_people_write_them() {
    assertThat(new Place.System(new Asn(64_500))).hasToString("AS64500");
    assertThat(new Place.Pseudonym("pseudonym-00")).hasToString("pseudonym-00");
    assertThat(Place.NOWHERE).hasToString("");
    assertThat(Map.of("x", new Place.Exact(Address.parse("192.0.2.1"))).get("x"))
        .hasToString("192.0.2.1");
  }
}
