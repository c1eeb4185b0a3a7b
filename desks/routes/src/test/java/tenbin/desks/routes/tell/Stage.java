package tenbin.desks.routes.tell;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Balance;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
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
import tenbin.nouns.net.Prefix;
import tenbin.nouns.time.Validity;

/**
 * A circle on 2017-08-25: a victim whose prefix is announced by a stranger, X whose router saw it,
 * two of the routing group, a bystander, one that signed nothing.
 */
final class Stage {
  static final MemberId VICTIM = new MemberId("victim-net");
  static final MemberId X = new MemberId("carrier-x");
  static final MemberId GROUP = new MemberId("isp-a");
  static final MemberId BYSTANDER = new MemberId("bystander");
  static final MemberId UNSIGNED = new MemberId("unsigned");
  static final MemberId OFFICE = new MemberId("office");
  static final UUID ID = UUID.fromString("00000000-0000-8000-8000-000000000017");
  static final Instant BEGAN = Instant.parse("2017-08-25T03:22:00Z");
  static final Prefix PREFIX = Prefix.parse("198.51.100.0/24");
  static final Vantage XS_ROUTER =
      new Vantage("member:carrier-x", new Asn(64500), Address.parse("192.0.2.7"));
  static final Vantage COLLECTOR = new Vantage("rrc06", new Asn(64510), Address.parse("192.0.2.9"));

  final IncidentBook book = IncidentBook.inMemory();
  final List<Basis> further = new ArrayList<>();
  final List<Party> parties = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final RouteSight sight = new RouteSight(book, Stage::circle, "routing-wg");

  private static Validity since() {
    return Validity.since(Instant.parse("2006-01-01T00:00:00Z"));
  }

  static Circle circle() {
    List<Member> members =
        List.of(
            member(VICTIM, MemberClass.DIRECTOR),
            member(X, MemberClass.DIRECTOR),
            member(GROUP, MemberClass.DIRECTOR),
            member(BYSTANDER, MemberClass.DIRECTOR),
            member(UNSIGNED, MemberClass.DIRECTOR),
            member(OFFICE, MemberClass.SECRETARIAT));
    Agreement routes =
        new Agreement(
            "routes-2006",
            "Routes",
            Set.of(Purpose.NOTIFY_ROUTE_ANOMALY),
            EnumSet.of(Category.C0, Category.CR),
            Set.of(VICTIM, X, GROUP, BYSTANDER, OFFICE),
            since(),
            "binder 3");
    WorkingGroup group =
        new WorkingGroup(
            "routing-wg",
            "Routing",
            "経路WG",
            "Notice hijacks together",
            Set.of(GROUP, OFFICE),
            Period.ofYears(1),
            WorkingGroup.Observers.NOTHING);
    return new Circle("Test", "v1", members, List.of(group), List.of(routes), Tlp.GREEN);
  }

  private static Member member(MemberId id, MemberClass what) {
    return new Member(id, id.text(), id.text(), what, true, since(), List.of(), List.of());
  }

  Plan plan(MemberId reader) {
    PolicySet.Parts none =
        new PolicySet.Parts(
            "t",
            List.of(),
            parties,
            facts,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            java.util.Map.of(),
            List.of(),
            List.of(),
            Tlp.GREEN);
    Policy policy =
        Policy.of(
            circle(),
            none,
            bases -> {
              List<Basis> all = new ArrayList<>(bases);
              all.addAll(further);
              return all;
            });
    byte[] key =
        (reader.text() + "-and-sixteen-bytes").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Balance(policy)
        .plan(
            new Request(reader, Purpose.NOTIFY_ROUTE_ANOMALY, Outlet.PAGE, BEGAN.plusSeconds(60)),
            new RecipientKey(key));
  }

  /** On record as one whose registry object asks to be told. */
  void asks(MemberId outside) {
    parties.add(new Party(outside.party(), outside.text(), Set.of(), false, Set.of()));
    facts.add(
        new Fact(
            outside.text(),
            "route-notices",
            "opted-in",
            tenbin.balance.ground.Term.always(),
            "JPIRR"));
  }

  /** By a clause of holders maintainers may know, if their registry's object asks for it. */
  void letMaintainersKnow() {
    further.add(
        new Basis(
            "routes-to-maintainers",
            tenbin.balance.ground.Kind.CONTRACT_CLAUSE,
            "",
            EnumSet.of(tenbin.balance.ground.Gate.H),
            new tenbin.balance.ground.Scope(
                EnumSet.of(Category.C0, Category.CR),
                Set.of(),
                Set.of(Purpose.NOTIFY_ROUTE_ANOMALY),
                EnumSet.of(tenbin.nouns.consent.Act.INFORM),
                Parties.named(X.party(), OFFICE.party()),
                Parties.in(Parties.Role.SUBJECT),
                Parties.ANYBODY),
            List.of(new Condition(Condition.Who.RECIPIENT, "route-notices", Set.of("opted-in"))),
            tenbin.balance.ground.Grant.STANDING,
            tenbin.balance.ground.Ceiling.NONE,
            Set.of(),
            tenbin.balance.ground.Term.always(),
            new Basis.Proof("articles", "", "")));
  }

  /** The incident, seen by these. */
  void happened(State state, List<PathSeen> steps) {
    Incident incident =
        new Incident(
            ID,
            new Cause(Kind.ORIGIN_HIJACK, new Asn(64666), ""),
            state,
            BEGAN,
            BEGAN.plusSeconds(30),
            state.isOver() ? Optional.of(BEGAN.plusSeconds(90)) : Optional.empty(),
            1,
            state.isOver() ? 0 : 1,
            steps.size(),
            9,
            7,
            List.of(
                new Tag("vrp-invalid", 4, "AS64501 up to /24"),
                new Tag("first-at", 3, "seen first by AS64500 (192.0.2.7)")),
            List.of(new Impact(VICTIM, 1, 1)),
            0,
            0);
    book.stands(incident, List.of(affected()));
    book.seen(incident, steps);
    book.notice(new Notice(Notice.What.BEGAN, incident));
  }

  private static Affected affected() {
    return new Affected(
        PREFIX,
        PREFIX,
        Optional.of(VICTIM),
        new Asn(64501),
        new Asn(64666),
        BEGAN,
        Optional.empty(),
        1,
        1,
        "64500 64511 64512 64666");
  }

  static PathSeen step(Vantage from, int seconds, String path) {
    return new PathSeen(BEGAN.plusSeconds(seconds), from, PREFIX, path);
  }

  Optional<Told> told(MemberId reader) {
    Plan plan = plan(reader);
    List<Told> list = sight.list(plan);
    return list.isEmpty() ? Optional.empty() : sight.one(plan, list.getFirst().id());
  }
}
