package tenbin.balance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;
import tenbin.balance.weigh.Ground;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.time.Moment;
import tenbin.nouns.time.Validity;

/** Three members of a circle, what one of them saw of another's network, and requests for it. */
final class Neighbours {
  static final MemberId AOI = new MemberId("aoi");
  static final MemberId BENI = new MemberId("beni");
  static final MemberId CHA = new MemberId("cha");
  static final Instant DAY = Instant.parse("2026-03-24T00:00:00Z");
  static final Set<Category> ALL_OPEN =
      EnumSet.of(Category.C0, Category.C1, Category.C2, Category.C4);

  private Neighbours() {}

  static Agreement agreement(String id, Purpose purpose, Set<Category> categories) {
    return new Agreement(
        id, id, Set.of(purpose), categories, Set.of(AOI, BENI), Validity.ALWAYS, "minutes");
  }

  static Member member(MemberId id, MemberClass memberClass) {
    return new Member(
        id, id.text(), id.text(), memberClass, false, Validity.ALWAYS, List.of(), List.of());
  }

  static Circle circle(List<WorkingGroup> groups, Agreement... agreements) {
    List<Member> members = new ArrayList<>();
    List.of(AOI, BENI).forEach(id -> members.add(member(id, MemberClass.DIRECTOR)));
    members.add(member(CHA, MemberClass.OBSERVER));
    members.add(member(new MemberId("desk"), MemberClass.SECRETARIAT));
    return new Circle("test", "v1", members, groups, Arrays.asList(agreements), Tlp.AMBER);
  }

  /** The circle with further grounds beside its agreements. */
  static Policy policy(List<Agreement> agreements, Ground... grounds) {
    return policy(agreements, List.of(), grounds);
  }

  static Policy policy(List<Agreement> agreements, List<Register> registers, Ground... grounds) {
    return Policy.of(
        circle(List.of(), agreements.toArray(Agreement[]::new)),
        new PolicySet.Parts(
            "further",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            bases(grounds),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            registers,
            List.of(),
            Tlp.AMBER));
  }

  private static List<Basis> bases(Ground... grounds) {
    return Arrays.stream(grounds).map(Ground::made).toList();
  }

  static Observation seen(Sides sides) {
    return Observation.builder(
            new Kind(Rsit.INFECTED_SYSTEM, "CVE-2024-0001", "mirai"), Moment.of(DAY, Moment.SECOND))
        .source(
            new Endpoint(Address.parse("192.0.2.1"), 40_000, new Asn(64_500), "s.example", "p.s"))
        .destination(
            new Endpoint(Address.parse("198.51.100.9"), 80, new Asn(64_501), "d.example", "p.d"))
        .sides(sides)
        .transport(Transport.TCP)
        .severity(Severity.HIGH)
        .url("http://d.example/x")
        .count(17)
        .build();
  }

  static Item.Sighting sighting(MemberId holder, MemberId responsible) {
    return sighting(seen(Sides.ABOUT_SOURCE), holder, responsible);
  }

  static Item.Sighting sighting(Observation seen, MemberId holder, MemberId responsible) {
    Attribution attribution =
        new Attribution(new Responsible.OfMember(responsible), new Evidence.None("test"));
    return new Item.Sighting(seen, attribution, holder, Tlp.AMBER, SeenBy.FIVE_OR_MORE, 1);
  }

  static Request request(Purpose purpose) {
    return new Request(BENI, purpose, Outlet.API, DAY);
  }

  static Decision decide(Policy policy, Request request, Item item) {
    return new Balance(policy).plan(request, new RecipientKey(new byte[32])).decide(item);
  }

  static Disclosure released(Policy policy, Request request, Item item) {
    return ((Decision.Released) decide(policy, request, item)).disclosure();
  }
}
