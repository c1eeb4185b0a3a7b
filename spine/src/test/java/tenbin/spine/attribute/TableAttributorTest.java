package tenbin.spine.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.HostName;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.time.Moment;
import tenbin.spine.roster.CircleFile;

class TableAttributorTest {
  private static final Instant DAY = Instant.parse("2026-03-24T00:00:00Z");
  private static final Circle DEMO = CircleFile.read(CircleFile.demo()).orThrow();
  private final TableAttributor demo = new TableAttributor(DEMO, demoTables());

  private static Tables demoTables() {
    OriginTable origins =
        OriginTable.builder("pfx2as 2026-03-20", Instant.parse("2026-03-20T00:00:00Z"))
            .add(Prefix.parse("126.120.0.0/14"), 64503)
            .add(Prefix.parse("126.124.0.0/15"), 64510)
            .add(Prefix.parse("126.118.0.0/16"), 64496, 64497)
            .add(Prefix.parse("126.119.0.0/16"), 64496, 64510)
            .add(Prefix.parse("126.127.0.0/24"), 64498, 64499)
            .build();
    RegistryTable registry =
        RegistryTable.builder()
            .add(Prefix.parse("126.0.0.0/8"), "apnic", "JP", Integer.MIN_VALUE, "delegated-apnic")
            .add(
                Prefix.parse("2400::/12"),
                "apnic",
                "AU",
                (int) LocalDate.of(2020, 1, 1).toEpochDay(),
                "delegated-apnic")
            .build();
    AbuseContacts contacts = AbuseContacts.builder().add(64510, "abuse@outside.example").build();
    return new Tables(List.of(origins), Duration.ofDays(10), registry, contacts);
  }

  @Test
  void a_declaration_answers_with_the_claim_as_evidence() {
    Attribution answer = demo.attribute(Address.parse("126.65.1.2"), DAY);
    assertThat(answer.responsible()).isEqualTo(member("aozora"));
    assertThat(answer.evidence())
        .isInstanceOfSatisfying(
            Evidence.ByClaim.class,
            by -> assertThat(by.claim().network()).hasToString("126.64.0.0/12"));
    assertThat(demo.attribute(Address.parse("2001:db8:7abc::1"), DAY).responsible())
        .isEqualTo(Responsible.UNKNOWN);
    assertThat(demo.attribute(Address.parse("2001:db8:3000::1"), DAY).responsible())
        .isEqualTo(member("minato"));
  }

  @Test
  void a_sub_allocation_goes_before_the_declaration_it_lies_in() {
    assertThat(who("126.72.0.1", DAY)).isEqualTo(member("shirakaba"));
    assertThat(who("126.73.0.0", DAY)).isEqualTo(member("aozora"));
    Instant before = Instant.parse("2023-03-31T14:59:59Z");
    assertThat(who("126.72.0.1", before)).isEqualTo(member("aozora"));
    assertThat(who("126.72.0.1", before.plusSeconds(1))).isEqualTo(member("shirakaba"));
  }

  @Test
  void a_resale_goes_to_who_sells_it() {
    assertThat(who("126.96.255.255", DAY)).isEqualTo(member("tsubame"));
    assertThat(who("126.97.0.0", DAY)).isEqualTo(member("minato"));
  }

  @Test
  void a_network_that_changed_hands_follows_the_time_of_what_was_seen() {
    Instant handed = Instant.parse("2026-03-24T15:00:00Z");
    assertThat(who("126.117.3.4", handed.minusNanos(1))).isEqualTo(member("aozora"));
    assertThat(who("126.117.3.4", handed)).isEqualTo(member("hayate"));
    assertThat(demo.attribute(seen("126.117.3.4", "", "", handed.minusNanos(1))).responsible())
        .isEqualTo(member("aozora"));
    assertThat(demo.attribute(seen("126.117.3.4", "", "", handed)).responsible())
        .isEqualTo(member("hayate"));
  }

  @Test
  void before_it_joined_a_member_answers_for_nothing() {
    Instant before = Instant.parse("2022-03-31T00:00:00Z");
    assertThat(who("126.65.1.2", before)).isInstanceOf(Responsible.Outside.class);
  }

  @Test
  void an_origin_that_a_member_claims_is_that_member() {
    Attribution answer = demo.attribute(Address.parse("126.121.0.1"), DAY);
    assertThat(answer.responsible()).isEqualTo(member("yamabiko"));
    assertThat(answer.evidence())
        .isEqualTo(
            new Evidence.ByOrigin(
                Prefix.parse("126.120.0.0/14"), new Asn(64503), "pfx2as 2026-03-20"));
    Instant beforeJoined = Instant.parse("2024-01-01T00:00:00Z");
    assertThat(who("126.121.0.1", beforeJoined)).isInstanceOf(Responsible.Outside.class);
  }

  @Test
  void an_origin_that_nobody_claims_is_an_outside_party_with_country_and_contact() {
    assertThat(who("126.125.0.1", DAY))
        .isEqualTo(new Responsible.Outside(new Asn(64510), "JP", "abuse@outside.example"));
  }

  @Test
  void two_members_that_originate_one_prefix_are_disputed() {
    assertThat(who("126.118.0.1", DAY))
        .isEqualTo(
            new Responsible.Disputed(List.of(new MemberId("aozora"), new MemberId("hayate"))));
  }

  @Test
  void a_prefix_of_a_member_and_of_an_outsider_stays_unknown() {
    Attribution answer = demo.attribute(Address.parse("126.119.0.1"), DAY);
    assertThat(answer.responsible()).isEqualTo(Responsible.UNKNOWN);
    assertThat(answer.evidence())
        .isInstanceOfSatisfying(
            Evidence.None.class, none -> assertThat(none.reason()).contains("AS64496, AS64510"));
  }

  @Test
  void two_origins_of_one_member_are_that_member() {
    assertThat(who("126.127.0.1", DAY)).isEqualTo(member("kogane"));
  }

  @Test
  void an_origin_table_answers_from_its_time_until_it_is_too_old() {
    Instant taken = Instant.parse("2026-03-20T00:00:00Z");
    assertThat(who("126.121.0.1", taken.minusNanos(1))).isInstanceOf(Responsible.Outside.class);
    assertThat(who("126.121.0.1", taken)).isEqualTo(member("yamabiko"));
    Instant old = taken.plus(Duration.ofDays(10));
    assertThat(who("126.121.0.1", old)).isEqualTo(member("yamabiko"));
    assertThat(who("126.121.0.1", old.plusNanos(1)))
        .isEqualTo(new Responsible.Outside(Asn.NONE, "JP", ""));
  }

  @Test
  void of_several_origin_tables_the_last_one_before_the_time_answers() {
    OriginTable later =
        OriginTable.builder("pfx2as 2026-03-22", Instant.parse("2026-03-22T00:00:00Z"))
            .add(Prefix.parse("126.120.0.0/14"), 64498)
            .build();
    demo.replace(demoTables().with(later));
    assertThat(who("126.121.0.1", Instant.parse("2026-03-21T23:59:59Z")))
        .isEqualTo(member("yamabiko"));
    assertThat(who("126.121.0.1", DAY)).isEqualTo(member("kogane"));
  }

  @Test
  void a_registry_tells_the_country_from_the_day_of_the_delegation() {
    assertThat(who("2400:1::1", DAY)).isEqualTo(new Responsible.Outside(Asn.NONE, "AU", ""));
    assertThat(who("2400:1::1", Instant.parse("2019-12-31T23:59:59Z")))
        .isEqualTo(Responsible.UNKNOWN);
  }

  @Test
  void what_no_table_covers_stays_unknown() {
    assertThat(demo.attribute(Address.parse("8.0.0.1"), DAY)).isEqualTo(Attribution.NOT_COVERED);
  }

  @Test
  void private_and_reserved_addresses_are_unknown_with_the_reason() {
    Attribution answer = demo.attribute(Address.parse("10.1.2.3"), DAY);
    assertThat(answer.responsible()).isEqualTo(Responsible.UNKNOWN);
    assertThat(answer.evidence()).isEqualTo(new Evidence.None("no network's address: private"));
    assertThat(who("fe80::1", DAY)).isEqualTo(Responsible.UNKNOWN);
    assertThat(who("240.0.0.1", DAY)).isEqualTo(Responsible.UNKNOWN);
    assertThat(who("192.0.2.1", DAY)).isEqualTo(Responsible.UNKNOWN);
  }

  @Test
  void a_told_address_decides_and_not_the_name() {
    assertThat(demo.attribute(seen("126.104.0.1", "www.kogane.example", "", DAY)).responsible())
        .isEqualTo(member("shirakaba"));
    assertThat(demo.attribute(seen("126.125.0.1", "www.kogane.example", "", DAY)).responsible())
        .isInstanceOf(Responsible.Outside.class);
  }

  @Test
  void without_a_known_address_the_longest_claimed_domain_decides() {
    assertThat(demo.attribute(seen("", "WWW.Kogane.Example", "", DAY)).responsible())
        .isEqualTo(member("kogane"));
    assertThat(demo.attribute(seen("10.0.0.1", "kogane.example", "", DAY)).responsible())
        .isEqualTo(member("kogane"));
    assertThat(demo.attribute(seen("", "notkogane.example", "", DAY)).responsible())
        .isEqualTo(Responsible.UNKNOWN);
    assertThat(demo.attribute(HostName.parse("a.b.aozora.example"), DAY).responsible())
        .isEqualTo(member("aozora"));
  }

  @Test
  void the_host_of_a_url_is_found_in_any_of_its_forms() {
    String[] urls = {
      "http://kogane.example",
      "https://www.kogane.example:8443/a/b?x=http://aozora.example/",
      "http://user:pw@aozora.example@kogane.example/",
      "HTTP://KOGANE.EXAMPLE./x",
      "kogane.example/login.php?u=a://b",
      "//kogane.example/x",
      "http://126.88.0.1/x",
      "http://126.88.0.1:8080",
      "http://[2001:db8:2000::a]:80/",
    };
    for (String url : urls) {
      assertThat(demo.attribute(seen("", "", url, DAY)).responsible())
          .as(url)
          .isEqualTo(member("kogane"));
    }
    assertThat(demo.attribute(seen("", "", "mailto:x", DAY)).responsible())
        .isEqualTo(Responsible.UNKNOWN);
    assertThat(demo.attribute(seen("", "", "http:///x", DAY))).isEqualTo(Attribution.NO_ADDRESS);
    assertThat(demo.attribute(seen("", "", "", DAY))).isEqualTo(Attribution.NO_ADDRESS);
  }

  @Test
  void internationalised_names_are_found_in_both_forms() {
    assertThat(demo.attribute(seen("", "", "http://www.みなと.example/", DAY)).responsible())
        .isEqualTo(member("minato"));
    String ascii = HostName.parse("www.みなと.example").ascii();
    assertThat(demo.attribute(seen("", ascii, "", DAY)).responsible()).isEqualTo(member("minato"));
  }

  @Test
  void a_domain_below_anothers_is_disputed_when_both_declare() {
    String yaml =
        """
        circle: Two
        members:
          - {id: one, name: One, class: chair, joined: 2020-01-01, networks: {domains: [
              {domain: a.example, verified-by: dns}]}}
          - {id: two, name: Two, class: chair, joined: 2020-01-01, networks: {domains: [
              {domain: b.a.example, verified-by: dns},
              {domain: c.a.example, verified-by: dns, means: sub-allocation}]}}
        """;
    TableAttributor attributor = new TableAttributor(CircleFile.read(yaml).orThrow(), Tables.NONE);
    assertThat(attributor.attribute(HostName.parse("x.b.a.example"), DAY).responsible())
        .isInstanceOf(Responsible.Disputed.class);
    assertThat(attributor.attribute(HostName.parse("c.a.example"), DAY).responsible())
        .isEqualTo(member("two"));
    assertThat(attributor.attribute(HostName.parse("d.a.example"), DAY).responsible())
        .isEqualTo(member("one"));
  }

  @Test
  void a_lookup_that_was_made_before_allocates_nothing() {
    List<Observation> seen =
        List.of(
            seen("126.65.1.2", "", "", DAY),
            seen("126.121.0.1", "", "", DAY),
            seen("126.125.0.1", "", "", DAY),
            seen("10.0.0.1", "www.kogane.example", "", DAY),
            seen("", "", "http://www.minato.example:8080/x", DAY));
    seen.forEach(demo::attribute);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      for (int k = 0; k < seen.size(); k++) {
        demo.attribute(seen.get(k));
      }
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).as("bytes for 50,000 lookups").isLessThan(50_000);
  }

  @Test
  void a_new_circle_takes_effect_in_whole() {
    Circle without =
        CircleFile.read("circle: x\nmembers: [{id: aa, name: A, class: chair, joined: 2020-01-01}]")
            .orThrow();
    demo.replace(without);
    assertThat(demo.circle()).isEqualTo(without);
    assertThat(who("126.65.1.2", DAY)).isEqualTo(new Responsible.Outside(Asn.NONE, "JP", ""));
    demo.replace(DEMO);
    assertThat(who("126.65.1.2", DAY)).isEqualTo(member("aozora"));
  }

  private Responsible who(String address, Instant at) {
    return demo.attribute(Address.parse(address), at).responsible();
  }

  private static Responsible member(String id) {
    return new Responsible.OfMember(new MemberId(id));
  }

  private static Observation seen(String address, String host, String url, Instant at) {
    Address about = address.isEmpty() ? Address.NONE : Address.parse(address);
    return Observation.builder(Kind.of(List.of(Rsit.values()).getFirst()), Moment.of(at, 0))
        .source(new Endpoint(about, Endpoint.NO_PORT, Asn.NONE, host, ""))
        .url(url)
        .build();
  }
}
