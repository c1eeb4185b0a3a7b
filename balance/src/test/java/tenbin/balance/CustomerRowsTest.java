package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Term;
import tenbin.balance.weigh.Ground;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.time.Moment;

/** What a customer's consent does to rows about its network, and to nobody else's. */
class CustomerRowsTest {
  private static final String SHOP = "shop";
  private static final String TOWN = "town";
  private static final Instant BEFORE = Neighbours.DAY.minusSeconds(3_600);
  private static final Request REQUEST = Neighbours.request(Purpose.NOTIFY_AFFECTED_CUSTOMER);

  /** The holder lets go what is its own to let go; secrecy and privacy stay shut. */
  private static final Ground RELEASE =
      Ground.of("release").opens(Gate.H).lists(Category.C0, Category.C1, Category.C2);

  private static Ground consent(String subject, ConsentState... states) {
    List<tenbin.balance.ground.Grant.Change> changes = new ArrayList<>();
    for (ConsentState state : states) {
      changes.add(Ground.since(BEFORE.plusSeconds(changes.size()), state));
    }
    return Ground.consentOf(
            subject,
            "consent/" + subject,
            changes.toArray(tenbin.balance.ground.Grant.Change[]::new))
        .opens(Gate.S, Gate.P, Gate.K)
        .lists(Category.C1, Category.C2)
        .fields("source-address", "time")
        .purposes(Purpose.NOTIFY_AFFECTED_CUSTOMER)
        .recipients(Parties.in(Parties.Role.RESPONSIBLE));
  }

  private static Fact network(String party, String prefix) {
    return new Fact(party, Subjects.NETWORK, prefix, Term.always(), "");
  }

  private static Party customerOf(String desk, String id) {
    return new Party(new PartyId(id), id, Set.of(Party.CUSTOMER_OF + desk), false, Set.of());
  }

  private static Policy policy(List<Party> parties, Ground... grounds) {
    return policy(
        List.of(network(SHOP, "192.0.2.0/28"), network(TOWN, "192.0.2.128/25")), parties, grounds);
  }

  private static Policy policy(List<Fact> networks, List<Party> parties, Ground... grounds) {
    return Policy.of(
        Neighbours.circle(List.of()),
        new PolicySet.Parts(
            "further",
            List.of(),
            parties,
            networks,
            List.of(),
            Arrays.stream(grounds).map(Ground::made).toList(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Tlp.AMBER));
  }

  private static Policy policy(Ground... grounds) {
    return policy(List.of(), grounds);
  }

  private static Item.Sighting row(String address) {
    Observation seen =
        Observation.builder(
                new Kind(Rsit.INFECTED_SYSTEM, "", "mirai"),
                Moment.of(Neighbours.DAY, Moment.SECOND))
            .source(Endpoint.of(Address.parse(address), 40_000))
            .destination(Endpoint.of(Address.parse("198.51.100.9"), 80))
            .build();
    return Neighbours.sighting(seen, Neighbours.AOI, Neighbours.BENI);
  }

  private static boolean goes(Policy policy, String address) {
    return Neighbours.decide(policy, REQUEST, row(address)) instanceof Decision.Released;
  }

  @Test
  void consent_opens_exactly_the_listed_fields_of_rows_about_its_network_and_of_no_others() {
    Policy policy = policy(RELEASE, consent(SHOP, ConsentState.GIVEN));
    Disclosure told = Neighbours.released(policy, REQUEST, row("192.0.2.7"));
    assertThat(told.fields())
        .containsExactlyInAnyOrder(
            Field.SOURCE_ADDRESS,
            Field.TIME,
            Field.CLASS,
            Field.IDENTIFIER,
            Field.FAMILY,
            Field.SEVERITY,
            Field.RESPONSIBLE,
            Field.SEEN_BY);
    assertThat(told.terms().bases()).containsExactlyInAnyOrder("release", "consent/shop");
    assertThat(Footing.of(List.of(told)).subjects()).containsOnlyKeys(new PartyId(SHOP));
    assertThat(goes(policy, "192.0.2.200")).as("another customer's").isFalse();
    assertThat(goes(policy, "192.0.2.77")).as("nobody's in particular").isFalse();
  }

  @Test
  void consent_opens_nothing_that_is_the_holders_own() {
    assertThat(goes(policy(consent(SHOP, ConsentState.GIVEN)), "192.0.2.7")).isFalse();
  }

  @Test
  void withdrawn_and_refused_shut_and_only_what_is_the_customers() {
    for (ConsentState end : List.of(ConsentState.WITHDRAWN, ConsentState.REFUSED)) {
      Policy policy =
          policy(
              RELEASE, consent(SHOP, ConsentState.GIVEN, end), consent(TOWN, ConsentState.GIVEN));
      assertThat(goes(policy, "192.0.2.7")).as(end.word()).isFalse();
      assertThat(goes(policy, "192.0.2.200")).as("the other's stays").isTrue();
    }
  }

  @Test
  void refusal_shuts_general_terms_for_the_one_who_refused() {
    Ground terms = Ground.of("agreed").kind(tenbin.balance.ground.Kind.GENERAL_TERMS_CONSENT);
    assertThat(goes(policy(terms), "192.0.2.7")).isTrue();
    Policy refused = policy(terms, consent(SHOP, ConsentState.REFUSED));
    Disclosure told = Neighbours.released(refused, REQUEST, row("192.0.2.77"));
    assertThat(told.fields()).contains(Field.SOURCE_PORT);
    assertThat(Neighbours.released(refused, REQUEST, row("192.0.2.7")).fields())
        .doesNotContain(Field.SOURCE_ADDRESS, Field.TIME)
        .contains(Field.SOURCE_PORT);
  }

  @Test
  void network_that_a_desk_entered_counts_for_that_members_rows_alone() {
    Ground given = consent(SHOP, ConsentState.GIVEN);
    assertThat(goes(policy(List.of(customerOf("beni", SHOP)), RELEASE, given), "192.0.2.7"))
        .isTrue();
    assertThat(goes(policy(List.of(customerOf("aoi", SHOP)), RELEASE, given), "192.0.2.7"))
        .as("what aoi says of beni's network")
        .isFalse();
    assertThat(goes(policy(List.of(customerOf("desk", SHOP)), RELEASE, given), "192.0.2.7"))
        .as("the secretariat's customer")
        .isTrue();
  }

  @Test
  void of_one_network_the_responsible_members_desk_knows_better_than_the_secretariat() {
    Ground given = consent(SHOP, ConsentState.GIVEN);
    List<Fact> both = List.of(network("acme", "192.0.2.0/28"), network(SHOP, "192.0.2.0/28"));
    List<Party> parties = List.of(customerOf("beni", SHOP), customerOf("desk", "acme"));
    assertThat(goes(policy(both, parties, RELEASE, given), "192.0.2.7")).isTrue();
    List<Fact> inside = List.of(network("acme", "192.0.2.4/30"), network(SHOP, "192.0.2.0/28"));
    assertThat(goes(policy(inside, parties, RELEASE, given), "192.0.2.7"))
        .as("a smaller one inside is another party's, whoever says so")
        .isFalse();
  }

  @Test
  void question_of_a_customers_row_is_decided_again_as_it_was() {
    Policy policy = policy(RELEASE, consent(SHOP, ConsentState.GIVEN));
    Footing footing = Footing.of(List.of(Neighbours.released(policy, REQUEST, row("192.0.2.7"))));
    assertThat(footing.questions()).contains("subject:shop");
    assertThat(
            Replay.asKnownThen(version -> Optional.of(policy)).decide(REQUEST, footing.questions()))
        .isNotEmpty()
        .allMatch(Replay.Again::isEqual);
  }

  @Test
  void what_rested_on_a_consent_is_recalled_when_it_ends() {
    Policy policy = policy(RELEASE, consent(SHOP, ConsentState.GIVEN, ConsentState.WITHDRAWN));
    Bygone bygone = new Bygone(policy, "consent/shop", java.time.Duration.ofDays(7));
    assertThat(bygone.subjects(Set.of("release", "consent/shop")))
        .containsExactly(Optional.empty(), Optional.of(new PartyId(SHOP)));
    assertThat(bygone.of("1", sent(Optional.of(new PartyId(SHOP))), Neighbours.DAY)).isPresent();
    assertThat(bygone.of("1", sent(Optional.empty()), Neighbours.DAY)).isEmpty();
  }

  private static Bygone.Sent sent(Optional<PartyId> subject) {
    return new Bygone.Sent(
        Neighbours.AOI,
        Tlp.AMBER,
        Neighbours.BENI,
        Purpose.NOTIFY_AFFECTED_CUSTOMER,
        subject,
        BEFORE);
  }

  @Test
  void customers_of_whom_no_ground_speaks_are_decided_with_all_others() {
    Plan plan =
        new Balance(policy(RELEASE, consent(SHOP, ConsentState.GIVEN)))
            .plan(REQUEST, new RecipientKey(new byte[32]));
    assertThat(plan.apart())
        .extracting(CustomerNetwork::customer)
        .containsExactly(new PartyId(SHOP));
    assertThat(plan.apart(row("192.0.2.7").observation())).isPresent();
    assertThat(plan.apart(row("192.0.2.200").observation())).isEmpty();
  }
}
