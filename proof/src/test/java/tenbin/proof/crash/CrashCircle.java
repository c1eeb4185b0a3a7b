package tenbin.proof.crash;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.time.Validity;
import tenbin.spine.Knowledge;
import tenbin.spine.attribute.Attributor;

/** Four members who share 126.64.0.0/10 by the last bits of an address. */
public final class CrashCircle {
  public static final List<MemberId> MEMBERS =
      List.of(
          new MemberId("alpha-net"),
          new MemberId("beta-net"),
          new MemberId("gamma-net"),
          new MemberId("delta-net"));

  private CrashCircle() {}

  static MemberId memberOf(Address address) {
    return MEMBERS.get(numberOf(address.v4Bits()));
  }

  /** The place in {@link #MEMBERS} of the member that has an address. */
  public static int numberOf(int v4Bits) {
    return v4Bits & 3;
  }

  public static Knowledge knowledge() {
    return new Knowledge(text -> circle(), circle -> List.of(), circle -> new LastBits());
  }

  private static Circle circle() {
    Agreement agreement =
        new Agreement(
            "agreement-1",
            "Agreement",
            EnumSet.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            EnumSet.of(Category.C0, Category.C1, Category.C2),
            new HashSet<>(MEMBERS),
            Validity.ALWAYS,
            "a drawer");
    List<Member> members = MEMBERS.stream().map(CrashCircle::member).toList();
    return new Circle("Crash", "1", members, List.of(), List.of(agreement), Tlp.AMBER);
  }

  private static Member member(MemberId id) {
    return new Member(
        id,
        id.text(),
        id.text(),
        MemberClass.COMMITTEE,
        true,
        Validity.ALWAYS,
        List.of(),
        List.of());
  }

  private static final class LastBits implements Attributor {
    private final List<Attribution> answers =
        MEMBERS.stream()
            .map(member ->
                new Attribution(
                    new Responsible.OfMember(member), new Evidence.None("the last bits")))
            .toList();

    @Override
    public Attribution attribute(Observation seen) {
      return answers.get(seen.about().address().v4Bits() & 3);
    }

    @Override
    public Attribution attribute(Address address, Instant at) {
      return answers.get(address.v4Bits() & 3);
    }

    @Override
    public Attribution attribute(HostName name, Instant at) {
      return Attribution.NOT_COVERED;
    }
  }
}
