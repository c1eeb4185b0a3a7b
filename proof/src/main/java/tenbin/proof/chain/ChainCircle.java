package tenbin.proof.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
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
import tenbin.proof.lookup.RoutingShape;
import tenbin.spine.attribute.OriginTable;
import tenbin.spine.attribute.Tables;

/**
 * Twenty members that originate 126.64.0.0/10 in turns of a /20 inside a table of 1.2 M prefixes, a
 * reporter beside them, and the agreement of all.
 */
final class ChainCircle {
  static final int MEMBERS = 20;
  private static final int TURNS = 1024;
  private static final long FIRST_ASN = 64_600;

  private ChainCircle() {}

  /** Who brings the report in. */
  static MemberId reporter() {
    return new MemberId("reporter");
  }

  static MemberId member(int number) {
    return new MemberId("member-" + number);
  }

  /** The number of the member that an address of 126.64.0.0/10 belongs to, counted by hand. */
  static int memberOf(int v4Bits) {
    return (v4Bits >>> 12 & TURNS - 1) % MEMBERS;
  }

  static Circle circle() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      Claim claim =
          new Claim(
              member(i),
              new Network.AutonomousSystem(new Asn(FIRST_ASN + i)),
              Claim.Means.DECLARED,
              Validity.ALWAYS,
              "made for this bench");
      members.add(member(member(i), List.of(claim)));
    }
    members.add(member(reporter(), List.of()));
    Agreement agreement =
        new Agreement(
            "agreement",
            "Agreement of all",
            EnumSet.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            EnumSet.of(Category.C0, Category.C1, Category.C2, Category.C4),
            new HashSet<>(members.stream().map(Member::id).toList()),
            Validity.ALWAYS,
            "made for this bench");
    return new Circle("Bench", "1", members, List.of(), List.of(agreement), Tlp.AMBER);
  }

  private static Member member(MemberId id, List<Claim> claims) {
    return new Member(
        id, id.text(), id.text(), MemberClass.COMMITTEE, true, Validity.ALWAYS, claims, List.of());
  }

  /** The table: the shape of the global one, and the members' prefixes. */
  static Tables tables(RandomGenerator random) {
    OriginTable.Builder table =
        OriginTable.builder("made for this bench", Instant.parse("2026-03-23T00:00:00Z"));
    RoutingShape.usual(random)
        .forEach((high, low, bits, origin) -> {
          if (!inside(high, low)) {
            table.add(high, low, bits, origin);
          }
        });
    for (int turn = 0; turn < TURNS; turn++) {
      int bits = 126 << 24 | 64 << 16 | turn << 12;
      table.add(Prefix.around(Address.ofV4(bits), 20), FIRST_ASN + memberOf(bits));
    }
    return Tables.NONE.with(table.build());
  }

  private static boolean inside(long high, long low) {
    return high == 0 && low >>> 32 == 0xffffL && ((int) low >>> 22) == (126 << 2 | 1);
  }
}
