package tenbin.hub.wiring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.Item;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.casework.SeenBy;
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
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.time.Moment;
import tenbin.nouns.time.Validity;
import tenbin.spine.casework.CaseTerms;
import tenbin.spine.correlate.Finding;
import tenbin.spine.newcomer.Newcomer;

/** A small circle and a day of rows for tests of the shell. */
final class Fake {
  static final MemberId A = new MemberId("alpha");
  static final MemberId B = new MemberId("bravo");
  static final MemberId OBSERVER = new MemberId("ministry");
  static final MemberId NEWCOMER = new MemberId("nova");
  static final MemberId SECRETARIAT = new MemberId("office");
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** What an attacker would write into every field that a report may carry. */
  static final String EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

  private static final Validity SINCE_2020 = Validity.since(Instant.parse("2020-04-01T00:00:00Z"));

  private Fake() {}

  /** Somebody who is invited and has signed nothing. */
  static Newcomer newcomer() {
    return new Newcomer(
        NEWCOMER,
        new Newcomer.Invited(
            "Nova Net " + EVIL.substring(0, 20),
            "ノバネット",
            MemberClass.ALLIANCE_MEMBER,
            true,
            List.of(new Network.Block(Prefix.parse("203.0.113.0/24")))),
        new Newcomer.Letter("noc@nova.example", NOW, NOW.plusSeconds(86_400), "person:office"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Circle circle() {
    List<Member> members =
        List.of(
            member(A, "Alpha Net", "アルファネット", MemberClass.CHAIR, claim(A, "192.0.2.0/24")),
            member(
                B, "Bravo Tel", "ブラボー通信", MemberClass.ALLIANCE_MEMBER, claim(B, "198.51.100.0/24")),
            member(OBSERVER, "Ministry", "監督官庁", MemberClass.OBSERVER, List.of()),
            member(SECRETARIAT, "Secretariat", "事務局", MemberClass.SECRETARIAT, List.of()));
    Agreement agreement =
        new Agreement(
            "membership-2020",
            "Membership agreement",
            Set.of(
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                Purpose.RUN_THE_CIRCLE,
                Purpose.INFORM_AND_DEFEND),
            EnumSet.of(Category.C0, Category.C1, Category.C2, Category.CD),
            Set.of(A, B, OBSERVER, SECRETARIAT),
            SINCE_2020,
            "safe, folder 3");
    Agreement numbers =
        new Agreement(
            "numbers-2024",
            "Published numbers",
            Set.of(Purpose.STATISTICS),
            EnumSet.of(Category.C0),
            Set.of(A, B, SECRETARIAT),
            SINCE_2020,
            "safe, folder 4");
    WorkingGroup group =
        new WorkingGroup(
            "bots",
            "Bots",
            "ボット",
            "Clean infected systems",
            Set.of(A, B),
            Period.ofDays(90),
            WorkingGroup.Observers.HEADINGS);
    WorkingGroup assembly =
        new WorkingGroup(
            "assembly",
            "Assembly",
            "総会",
            "Elect the officers",
            true,
            Set.of(),
            Period.ofDays(900),
            WorkingGroup.Observers.NOTHING);
    return new Circle(
        "Test circle",
        "v1",
        members,
        List.of(group, assembly),
        List.of(agreement, numbers, routes()),
        Tlp.AMBER);
  }

  private static Agreement routes() {
    return new Agreement(
        "routes-2024",
        "Routes",
        Set.of(Purpose.NOTIFY_ROUTE_ANOMALY),
        EnumSet.of(Category.C0, Category.CR),
        Set.of(A, B, SECRETARIAT),
        SINCE_2020,
        "safe, folder 5");
  }

  private static List<Claim> claim(MemberId holder, String prefix) {
    return List.of(
        new Claim(
            holder,
            new Network.Block(Prefix.parse(prefix)),
            Claim.Means.DECLARED,
            SINCE_2020,
            "route object"));
  }

  private static Member member(
      MemberId id, String name, String ja, MemberClass what, List<Claim> claims) {
    Contact contact =
        new Contact(
            ContactRole.ABUSE,
            name + " abuse desk",
            "abuse@" + id + ".example",
            "+81-3-0000-0000",
            LocalDate.parse("2025-01-10"),
            id.equals(B) ? LocalDate.parse("2026-01-10") : LocalDate.parse("2027-01-10"));
    return new Member(id, name, ja, what, true, SINCE_2020, claims, List.of(contact));
  }

  /** A row about an address of a member's, reported by the secretariat's feed. */
  static Item.Sighting row(MemberId member, String address, Instant at, Rsit rsit, String family) {
    Columns columns =
        new Columns(List.of(new Column("tag", Category.C1), new Column("inner", Category.UNKNOWN)));
    Extra.Packer packer = new Extra.Packer(columns);
    packer.add(0, "mirai;" + EVIL);
    packer.add(1, "never to be seen");
    Observation seen =
        Observation.builder(
                new Kind(rsit, "event4_sinkhole", family), Moment.of(at, 1_000_000_000L))
            .source(Endpoint.of(Address.parse(address), 40_123))
            .destination(Endpoint.of(Address.parse("203.0.113.66"), 443))
            .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
            .transport(Transport.TCP)
            .severity(Severity.HIGH)
            .sensor("sensor-in-the-cellar")
            .extra(packer.pack())
            .build();
    Attribution attribution =
        circle()
            .member(member)
            .map(each -> each.claims().getFirst())
            .map(claim ->
                new Attribution(new Responsible.OfMember(member), new Evidence.ByClaim(claim)))
            .orElse(Attribution.NOT_COVERED);
    return new Item.Sighting(seen, attribution, SECRETARIAT, Tlp.AMBER, SeenBy.YOU_AND_OTHERS, 1);
  }

  /** A day of rows for both members. */
  static List<Item.Sighting> day() {
    List<Item.Sighting> rows = new java.util.ArrayList<>();
    Rsit[] kinds = {
      Rsit.INFECTED_SYSTEM,
      Rsit.DDOS_AMPLIFIER,
      Rsit.SCANNER,
      Rsit.VULNERABLE_SYSTEM,
      Rsit.BRUTE_FORCE,
      Rsit.SPAM,
      Rsit.PHISHING
    };
    for (int i = 0; i < 200; i++) {
      Instant at = NOW.minusSeconds(600L * i + 37L * (i % 5));
      Rsit kind = kinds[(i * i + i / 7) % kinds.length];
      rows.add(row(A, "192.0.2." + (1 + i % 250), at, kind, i % 3 == 0 ? EVIL : "mirai"));
      if (i % 4 == 0) {
        rows.add(row(B, "198.51.100." + (1 + i % 250), at, kind, "qakbot"));
      }
    }
    return rows;
  }

  /** A campaign that touches both members. */
  static Finding finding() {
    return new Finding(
        "f-1",
        "groups",
        new Kind(Rsit.SCANNER, "ssh", EVIL),
        Set.of(A, B),
        List.of("203.0.113.9", EVIL),
        NOW.minusSeconds(86_400),
        NOW.minusSeconds(7_200),
        5,
        9.1,
        "two members, five sightings");
  }

  static CaseTerms terms() {
    return new CaseTerms(
        Deadline.at(NOW.plusSeconds(20 * 3_600), ZoneId.of("Asia/Tokyo")), Tlp.AMBER);
  }
}
