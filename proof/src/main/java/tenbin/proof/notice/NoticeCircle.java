package tenbin.proof.notice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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
import tenbin.nouns.net.Prefix;
import tenbin.nouns.time.Validity;

/**
 * Fifty members with a /16 of 126.64.0.0/10 each and the agreement of all. A row's number is in its
 * source address, so that every notice tells which row it is and whose it must be.
 */
final class NoticeCircle {
  static final int MEMBERS = 50;

  /** So many rows as there are addresses in the members' blocks. */
  static final int MOST_ROWS = MEMBERS << 16;

  private static final int BLOCKS = 126 << 24 | 64 << 16;

  private NoticeCircle() {}

  static MemberId member(int number) {
    return new MemberId("member-" + number);
  }

  /** The member whom a row concerns. */
  static int memberOf(int row) {
    return row % MEMBERS;
  }

  static Address addressOf(int row) {
    return Address.ofV4(BLOCKS + (memberOf(row) << 16) + row / MEMBERS);
  }

  /** Which row has this source, the other way round. */
  static int rowOf(Address source) {
    int place = source.v4Bits() - BLOCKS;
    return (place & 0xffff) * MEMBERS + (place >>> 16);
  }

  static Circle circle() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      members.add(made(i));
    }
    Agreement agreement =
        new Agreement(
            "agreement",
            "Agreement of all",
            EnumSet.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            EnumSet.of(Category.C0, Category.C1, Category.C2),
            new HashSet<>(members.stream().map(Member::id).toList()),
            Validity.ALWAYS,
            "made for this bench");
    return new Circle("Bench", "1", members, List.of(), List.of(agreement), Tlp.AMBER);
  }

  private static Member made(int number) {
    MemberId id = member(number);
    Claim claim =
        new Claim(
            id,
            new Network.Block(Prefix.around(addressOf(number), 16)),
            Claim.Means.DECLARED,
            Validity.ALWAYS,
            "made for this bench");
    return new Member(
        id,
        id.text(),
        id.text(),
        MemberClass.COMMITTEE,
        true,
        Validity.ALWAYS,
        List.of(claim),
        List.of());
  }
}
