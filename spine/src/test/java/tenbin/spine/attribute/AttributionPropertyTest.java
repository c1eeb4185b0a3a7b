package tenbin.spine.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.time.Validity;

/** Random circles and tables against a reference that looks at every claim for every question. */
class AttributionPropertyTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int HOURS = 50;
  private static final List<Claim.Means> MEANS = List.of(Claim.Means.values());

  private record Origin(Prefix prefix, long asn) {}

  @Test
  void random_circles_answer_as_looking_at_every_claim_does() {
    long seed = new Random().nextLong();
    RandomGenerator random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      Circle circle = circle(random);
      List<Origin> origins = origins(random);
      TableAttributor attributor = new TableAttributor(circle, tables(origins));
      for (int probe = 0; probe < 150; probe++) {
        Address address = address(random);
        Instant at = hour(random);
        assertThat(attributor.attribute(address, at).responsible())
            .as("seed %d: %s at %s in %s", seed, address, at, circle.members())
            .isEqualTo(naive(circle, origins, address, at));
      }
    }
  }

  private static Responsible naive(
      Circle circle, List<Origin> origins, Address address, Instant at) {
    List<Claim> covering = new ArrayList<>();
    for (Claim claim : holding(circle, at)) {
      if (claim.network() instanceof Network.Block block && block.prefix().contains(address)) {
        covering.add(claim);
      }
    }
    Responsible claimed = decide(covering);
    if (!claimed.equals(Responsible.UNKNOWN)) {
      return claimed;
    }
    return origins.stream()
        .filter(each -> each.prefix().contains(address))
        .max(Comparator.comparingInt(each -> each.prefix().bits()))
        .map(origin -> byOrigin(circle, origin.asn(), at))
        .orElse(Responsible.UNKNOWN);
  }

  private static Responsible byOrigin(Circle circle, long asn, Instant at) {
    Network system = new Network.AutonomousSystem(new Asn(asn));
    List<Claim> claims =
        holding(circle, at).stream().filter(each -> each.network().equals(system)).toList();
    Responsible claimed = decide(claims);
    return claimed.equals(Responsible.UNKNOWN)
        ? new Responsible.Outside(new Asn(asn), "", "")
        : claimed;
  }

  private static List<Claim> holding(Circle circle, Instant at) {
    List<Claim> holding = new ArrayList<>();
    for (Member member : circle.members()) {
      for (Claim claim : member.claims()) {
        if (member.membership().holdsAt(at) && claim.validity().holdsAt(at)) {
          holding.add(claim);
        }
      }
    }
    return holding;
  }

  private static Responsible decide(List<Claim> claims) {
    int longest = claims.stream().mapToInt(AttributionPropertyTest::length).max().orElse(-1);
    List<Claim> closest = claims.stream().filter(each -> length(each) == longest).toList();
    if (closest.isEmpty()) {
      return Responsible.UNKNOWN;
    }
    Claim.Means means = closest.stream().map(Claim::means).max(Comparator.naturalOrder()).get();
    Set<MemberId> holders = new TreeSet<>();
    closest.stream()
        .filter(each -> each.means() == means)
        .forEach(each -> holders.add(each.holder()));
    if (means == Claim.Means.DECLARED) {
      claims.stream()
          .filter(each -> length(each) < longest)
          .forEach(each -> holders.add(each.holder()));
    }
    return holders.size() == 1
        ? new Responsible.OfMember(holders.iterator().next())
        : new Responsible.Disputed(List.copyOf(holders));
  }

  private static int length(Claim claim) {
    return claim.network() instanceof Network.Block block ? block.prefix().bits() : 0;
  }

  private static Circle circle(RandomGenerator random) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      MemberId id = new MemberId("m" + i);
      List<Claim> claims = new ArrayList<>();
      for (int k = random.nextInt(5); k > 0; k--) {
        Network network =
            random.nextInt(4) == 0
                ? new Network.AutonomousSystem(new Asn(64496 + random.nextInt(4)))
                : new Network.Block(prefix(random));
        Claim.Means means = MEANS.get(random.nextInt(MEANS.size()));
        Claim claim = new Claim(id, network, means, validity(random), "letter");
        boolean twice =
            claims.stream()
                .anyMatch(each ->
                    each.network().equals(network) && each.validity().overlaps(claim.validity()));
        if (!twice) {
          claims.add(claim);
        }
      }
      members.add(
          new Member(
              id, "M", "M", MemberClass.DIRECTOR, true, validity(random), claims, List.of()));
    }
    return new Circle("random", "", members, List.of(), List.of(), Tlp.AMBER);
  }

  private static List<Origin> origins(RandomGenerator random) {
    List<Origin> origins = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Prefix prefix = prefix(random);
      if (origins.stream().noneMatch(each -> each.prefix().equals(prefix))) {
        origins.add(new Origin(prefix, 64496 + random.nextInt(6)));
      }
    }
    return origins;
  }

  private static Tables tables(List<Origin> origins) {
    OriginTable.Builder builder = OriginTable.builder("test", START);
    origins.forEach(each -> builder.add(each.prefix(), each.asn()));
    return new Tables(
        List.of(builder.build()), Duration.ofDays(100), RegistryTable.EMPTY, AbuseContacts.EMPTY);
  }

  private static Prefix prefix(RandomGenerator random) {
    Address address = address(random);
    int least = address.isV4() ? 22 : 40;
    return Prefix.around(address, least + random.nextInt(4));
  }

  private static Address address(RandomGenerator random) {
    int bits = random.nextInt(1 << 10);
    return random.nextBoolean()
        ? Address.ofV4(0x7e400000 | bits << 4)
        : new Address(0x2400_0000_0000_0000L | (long) bits << 20, 0);
  }

  private static Validity validity(RandomGenerator random) {
    Instant one = hour(random);
    return random.nextInt(3) == 0
        ? Validity.since(one)
        : new Validity(one, one.plus(Duration.ofHours(1 + random.nextInt(HOURS))));
  }

  private static Instant hour(RandomGenerator random) {
    return START.plus(Duration.ofHours(random.nextInt(HOURS)));
  }
}
