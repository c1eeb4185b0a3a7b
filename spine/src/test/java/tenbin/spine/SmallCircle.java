package tenbin.spine;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
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
import tenbin.nouns.net.HostName;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Digest;
import tenbin.nouns.time.Validity;
import tenbin.spine.attribute.Attributor;

/** Three members with a block each, and who signed the agreement, as the text of a test says. */
final class SmallCircle {
  static final MemberId ALPHA = new MemberId("alpha-net");
  static final MemberId BETA = new MemberId("beta-net");
  static final MemberId GAMMA = new MemberId("gamma-net");
  static final List<MemberId> MEMBERS = List.of(ALPHA, BETA, GAMMA);

  private SmallCircle() {}

  /** Reads "alpha-net,beta-net": the members who signed. */
  static Knowledge knowledge() {
    return new Knowledge(SmallCircle::circle, circle -> List.of(), Blocks::new);
  }

  static Circle circle(String signers) {
    Set<MemberId> signed = new java.util.HashSet<>();
    for (String each : signers.trim().split(",", -1)) {
      signed.add(new MemberId(each));
    }
    Agreement agreement =
        new Agreement(
            "agreement-1",
            "Agreement",
            EnumSet.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            EnumSet.of(Category.C0, Category.C1, Category.C2),
            signed,
            Validity.ALWAYS,
            "a drawer");
    List<Member> members =
        MEMBERS.stream().map(id -> member(id, "10.64." + MEMBERS.indexOf(id) + ".0/24")).toList();
    String version = Digest.of(signers.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
    return new Circle("Test", version, members, List.of(), List.of(agreement), Tlp.AMBER);
  }

  private static Member member(MemberId id, String block) {
    Claim claim =
        new Claim(
            id,
            new Network.Block(Prefix.parse(block)),
            Claim.Means.DECLARED,
            Validity.ALWAYS,
            "letter");
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

  /** Looks through every claim; small circles only. */
  private record Blocks(Circle circle) implements Attributor {
    @Override
    public Attribution attribute(Observation seen) {
      return attribute(seen.about().address(), seen.time().instant());
    }

    @Override
    public Attribution attribute(Address address, Instant at) {
      for (Claim claim : circle.claims()) {
        if (claim.network() instanceof Network.Block(Prefix prefix) && prefix.contains(address)) {
          return new Attribution(
              new Responsible.OfMember(claim.holder()), new Evidence.ByClaim(claim));
        }
      }
      return Attribution.NOT_COVERED;
    }

    @Override
    public Attribution attribute(HostName name, Instant at) {
      return Attribution.NOT_COVERED;
    }
  }
}
