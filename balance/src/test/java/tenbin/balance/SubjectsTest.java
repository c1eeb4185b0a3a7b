package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.balance.weigh.Situation;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.time.Moment;

/** Whom an observation is about: for the statement that the ledger keeps for that party. */
class SubjectsTest {
  private static final MemberId OPERATOR = new MemberId("operator");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  @Test
  void with_no_network_on_record_it_is_about_the_responsible_member() {
    assertThat(about(subjects(), seen("192.0.2.7", JUNE))).isEqualTo("operator");
    assertThat(about(subjects(network("acme", "198.51.100.0/24")), seen("192.0.2.7", JUNE)))
        .isEqualTo("operator");
  }

  @Test
  void it_is_about_the_smallest_network_that_holds_the_address() {
    Subjects subjects =
        subjects(
            network("town", "192.0.2.0/24"),
            network("shop", "192.0.2.8/30"),
            network("house", "192.0.2.8/29"));
    assertThat(about(subjects, seen("192.0.2.9", JUNE))).isEqualTo("shop");
    assertThat(about(subjects, seen("192.0.2.13", JUNE))).isEqualTo("house");
    assertThat(about(subjects, seen("192.0.2.77", JUNE))).isEqualTo("town");
  }

  @Test
  void of_two_with_one_network_the_first_by_name_is_meant() {
    Subjects subjects = subjects(network("zeta", "192.0.2.0/24"), network("beta", "192.0.2.0/24"));
    assertThat(about(subjects, seen("192.0.2.9", JUNE))).isEqualTo("beta");
  }

  @Test
  void a_network_counts_at_the_time_of_what_was_seen_as_known_now() {
    Subjects subjects = subjects(network("acme", "192.0.2.0/24", new Span(JUNE, JULY, JUNE)));
    assertThat(about(subjects, seen("192.0.2.9", JUNE))).isEqualTo("acme");
    assertThat(about(subjects, seen("192.0.2.9", JUNE.minusSeconds(1)))).isEqualTo("operator");
    assertThat(about(subjects, seen("192.0.2.9", JULY))).isEqualTo("operator");
    Subjects late = subjects(network("acme", "192.0.2.0/24", new Span(MAY, JULY, JULY)));
    assertThat(about(late, seen("192.0.2.9", JUNE))).isEqualTo("acme");
    assertThat(late.of(seen("192.0.2.9", JUNE), OPERATOR, When.asKnownThen(JUNE)))
        .as("before it was recorded")
        .isEqualTo(OPERATOR.party());
  }

  @Test
  void what_is_about_the_destination_is_about_who_has_that() {
    Subjects subjects = subjects(network("acme", "192.0.2.0/24"));
    Observation target =
        Observation.builder(Kind.of(Rsit.DDOS), Moment.of(JUNE, Moment.SECOND))
            .source(Endpoint.of(Address.parse("192.0.2.9"), 5))
            .destination(Endpoint.of(Address.parse("198.51.100.9"), 80))
            .sides(Sides.ABOUT_DESTINATION)
            .build();
    assertThat(about(subjects, target)).isEqualTo("operator");
    Observation other =
        Observation.builder(Kind.of(Rsit.DDOS), Moment.of(JUNE, Moment.SECOND))
            .source(Endpoint.of(Address.parse("198.51.100.9"), 5))
            .destination(Endpoint.of(Address.parse("192.0.2.9"), 80))
            .sides(Sides.ABOUT_DESTINATION)
            .build();
    assertThat(about(subjects, other)).isEqualTo("acme");
  }

  @Test
  void other_facts_and_what_is_no_prefix_are_no_networks() {
    Fact other = new Fact("acme", "office", "192.0.2.0/24", Term.always(), "");
    Fact wrong = new Fact("acme", Subjects.NETWORK, "somewhere", Term.always(), "");
    assertThat(about(subjects(other, wrong), seen("192.0.2.9", JUNE))).isEqualTo("operator");
  }

  private static String about(Subjects subjects, Observation seen) {
    return subjects.of(seen, OPERATOR, When.asKnownThen(JULY)).text();
  }

  private static Observation seen(String address, Instant at) {
    return Observation.builder(Kind.of(Rsit.INFECTED_SYSTEM), Moment.of(at, Moment.SECOND))
        .source(Endpoint.of(Address.parse(address), 4_000))
        .destination(Endpoint.of(Address.parse("198.51.100.9"), 80))
        .build();
  }

  private static Fact network(String party, String prefix, Span... spans) {
    Term term =
        spans.length == 0 ? Term.always() : new Term(List.of(spans), Optional.empty(), List.of());
    return new Fact(new PartyId(party).text(), Subjects.NETWORK, prefix, term, "");
  }

  private static Subjects subjects(Fact... facts) {
    PolicySet.Parts plain = Situation.plain().policyParts();
    return new Subjects(
        new PolicySet(
            new PolicySet.Parts(
                plain.version(),
                plain.orders(),
                plain.parties(),
                List.of(facts),
                plain.touches(),
                plain.bases(),
                plain.forbids(),
                plain.askRules(),
                plain.standings(),
                plain.needs(),
                plain.registers(),
                plain.schemes(),
                plain.unmarked())));
  }
}
