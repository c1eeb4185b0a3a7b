package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.time.Validity;

/** What an address of a member's network is for, by whoever said it most precisely. */
class SectorsTest {
  private static final MemberId ALPHA = new MemberId("alpha");
  private static final Instant NOW = Instant.parse("2026-03-24T00:00:00Z");
  private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");

  @Test
  void a_ranges_word_goes_before_the_members_and_a_customers_before_both() {
    Sectors sectors =
        sectors(
            List.of(claim("126.0.0.0/8", ""), claim("126.1.0.0/16", "hosting")),
            "consumer-access",
            List.of(
                fact("bank", "network", "126.1.2.0/24", Term.always()),
                fact("bank", "sector", "finance", Term.always())));
    assertThat(of(sectors, "126.9.9.9")).isEqualTo("consumer-access");
    assertThat(of(sectors, "126.1.9.9")).isEqualTo("hosting");
    assertThat(of(sectors, "126.1.2.9")).isEqualTo("finance");
    assertThat(of(sectors, "9.9.9.9"))
        .as("the member answers for it otherwise")
        .isEqualTo("consumer-access");
    assertThat(sectors.of(ALPHA, Address.NONE, When.asKnownThen(NOW)).word())
        .isEqualTo("consumer-access");
    assertThat(sectors.of(new MemberId("beta"), Address.parse("126.1.9.9"), When.asKnownThen(NOW)))
        .as("another member's range")
        .isEqualTo(Sector.UNKNOWN);
  }

  @Test
  void a_customer_of_which_nobody_said_it_has_none_whatever_lies_around_it() {
    Sectors sectors =
        sectors(
            List.of(claim("126.1.0.0/16", "hosting")),
            "",
            List.of(fact("someone", "network", "126.1.2.0/24", Term.always())));
    assertThat(of(sectors, "126.1.2.9")).isEmpty();
    assertThat(of(sectors, "126.1.3.9")).isEqualTo("hosting");
  }

  /** SECTOR lies below /24: who is told the block must not learn by the sector which half. */
  @Test
  void a_block_of_several_sectors_has_none() {
    Sectors sectors =
        sectors(
            List.of(
                claim("126.1.2.0/24", "hosting"),
                claim("126.1.2.128/25", "finance"),
                claim("126.1.3.0/24", "hosting"),
                claim("126.1.3.64/26", "hosting"),
                claim("126.1.4.0/25", "health"),
                claim("2001:db8:1::/48", "water"),
                claim("2001:db8:1:8000::/49", "gas"),
                claim("2001:db8:2::/47", "water")),
            "",
            List.of());
    assertThat(of(sectors, "126.1.2.200")).isEmpty();
    assertThat(of(sectors, "126.1.2.1")).isEmpty();
    assertThat(of(sectors, "126.1.3.65")).isEqualTo("hosting");
    assertThat(of(sectors, "126.1.4.1")).as("of the other half nobody knows").isEmpty();
    assertThat(of(sectors, "2001:db8:1::1")).isEmpty();
    assertThat(of(sectors, "2001:db8:3:9::1")).isEqualTo("water");
  }

  @Test
  void a_sector_has_its_dates_and_two_at_once_are_none() {
    Sectors sectors =
        sectors(
            List.of(),
            "hosting",
            List.of(
                fact("alpha", "sector", "research", Term.of(NOW, NEXT_YEAR)),
                fact(
                    "alpha",
                    "sector",
                    "education",
                    Term.of(NEXT_YEAR.minusSeconds(60), Instant.MAX))));
    assertThat(of(sectors, "126.1.2.3")).isEqualTo("research");
    When before = When.asKnownThen(NOW.minusSeconds(1));
    assertThat(sectors.of(ALPHA, Address.NONE, before).word()).isEqualTo("hosting");
    When both = When.asKnownThen(NEXT_YEAR.minusSeconds(1));
    assertThat(sectors.of(ALPHA, Address.NONE, both)).isEqualTo(Sector.UNKNOWN);
    When later = When.asKnownThen(NEXT_YEAR);
    assertThat(sectors.of(ALPHA, Address.NONE, later).word()).isEqualTo("education");
  }

  @Test
  void a_circle_that_says_nothing_of_it_knows_none() {
    Sectors sectors = sectors(List.of(claim("126.0.0.0/8", "")), "", List.of());
    assertThat(of(sectors, "126.1.2.3")).isEmpty();
  }

  private static String of(Sectors sectors, String address) {
    return sectors.of(ALPHA, Address.parse(address), When.asKnownThen(NOW)).word();
  }

  private static Fact fact(String about, String key, String value, Term term) {
    return new Fact(about, key, value, term, "");
  }

  private static Claim claim(String prefix, String sector) {
    return new Claim(
        ALPHA,
        new Network.Block(Prefix.parse(prefix)),
        Claim.Means.DECLARED,
        Validity.ALWAYS,
        "letter",
        Sector.tryParse(sector).orElse(Sector.UNKNOWN));
  }

  private static Sectors sectors(List<Claim> claims, String own, List<Fact> facts) {
    Member alpha =
        new Member(
            ALPHA,
            "Alpha",
            "Alpha",
            MemberClass.DIRECTOR,
            true,
            Validity.ALWAYS,
            claims,
            List.of(),
            Sector.tryParse(own).orElse(Sector.UNKNOWN));
    Circle circle = new Circle("test", "v1", List.of(alpha), List.of(), List.of(), Tlp.AMBER);
    PolicySet.Parts further =
        new PolicySet.Parts(
            "facts", List.of(), List.of(), facts, List.of(), List.of(), List.of(), List.of(),
            List.of(), Map.of(), List.of(), List.of(), Tlp.AMBER);
    return new Balance(Policy.of(circle, further)).sectors();
  }
}
