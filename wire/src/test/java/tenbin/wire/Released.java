package tenbin.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.Balance;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Ceiling;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Term;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.time.Validity;

/** Disclosures for writers' tests, made by the real balance for the member concerned. */
public final class Released {
  /** The time of every decision here. */
  public static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

  private static final MemberId SENDER = new MemberId("sender");
  private static final MemberId CONCERNED = new MemberId("concerned");

  private Released() {}

  /** What the concerned member may have of these, in order. */
  public static List<Disclosure> of(Observation... seen) {
    return Arrays.stream(seen).map(Released::one).flatMap(Optional::stream).toList();
  }

  /** The same under a ground that allows no more than these levels by order. */
  public static List<Disclosure> atMost(Map<String, String> levels, Observation... seen) {
    Circle signed = circle();
    Circle circle =
        new Circle(
            signed.name(),
            signed.version(),
            signed.members(),
            List.of(),
            List.of(),
            signed.unmarked());
    Plan plan = plan(Policy.of(circle, letter(new Ceiling(levels))));
    return Arrays.stream(seen).map(each -> one(plan, each)).flatMap(Optional::stream).toList();
  }

  private static PolicySet.Parts letter(Ceiling ceiling) {
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

  private static Optional<Disclosure> one(Observation seen) {
    return one(plan(Policy.of(circle())), seen);
  }

  private static Optional<Disclosure> one(Plan plan, Observation seen) {
    Item item =
        new Item.Sighting(
            seen,
            new Attribution(
                new Responsible.OfMember(CONCERNED), new Evidence.ByClaim(claim(CONCERNED))),
            SENDER,
            Tlp.AMBER,
            SeenBy.YOU_AND_OTHERS,
            1);
    return plan.decide(item) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }

  private static Plan plan(Policy policy) {
    Request request = new Request(CONCERNED, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.DOWNLOAD, AT);
    return new Balance(policy).plan(request, new RecipientKey(new byte[32]));
  }

  private static Circle circle() {
    Agreement agreement =
        new Agreement(
            "membership",
            "Membership agreement",
            Set.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            EnumSet.of(Category.C0, Category.C1, Category.C2),
            Set.of(SENDER, CONCERNED),
            Validity.ALWAYS,
            "the minute book");
    return new Circle(
        "test",
        "1",
        List.of(member(SENDER), member(CONCERNED)),
        List.of(),
        List.of(agreement),
        Tlp.AMBER);
  }

  private static Member member(MemberId id) {
    LocalDate day = LocalDate.of(2026, 1, 1);
    return new Member(
        id,
        id.text(),
        id.text(),
        MemberClass.DIRECTOR,
        true,
        Validity.ALWAYS,
        id.equals(CONCERNED) ? List.of(claim(id), bank()) : List.of(claim(id)),
        List.of(new Contact(ContactRole.ABUSE, "desk", "abuse@example.net", "", day, day)));
  }

  /** A network of the concerned member's that is for something. */
  private static Claim bank() {
    return new Claim(
        CONCERNED,
        new Network.Block(Prefix.parse("203.0.113.0/24")),
        Claim.Means.DECLARED,
        Validity.ALWAYS,
        "letter",
        Sector.tryParse("finance").orElseThrow());
  }

  private static Claim claim(MemberId id) {
    return new Claim(
        id,
        new Network.Block(Prefix.parse("192.0.2.0/24")),
        Claim.Means.DECLARED,
        Validity.ALWAYS,
        "letter");
  }
}
