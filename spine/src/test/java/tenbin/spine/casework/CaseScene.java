package tenbin.spine.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.Balance;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.time.Validity;
import tenbin.spine.correlate.Finding;

/** A circle of eight, seven of which signed the agreement, and a finding. */
final class CaseScene {
  static final Instant NOON = Instant.parse("2026-03-24T12:00:00Z");
  static final Deadline DEADLINE =
      Deadline.at(Instant.parse("2026-03-26T12:00:00Z"), ZoneId.of("Asia/Tokyo"));
  static final CaseTerms TERMS = new CaseTerms(DEADLINE, Tlp.AMBER);
  static final String[] NAMES = {
    "aoba", "bizen", "chikuma", "dewa", "echigo", "fuji", "genkai", "outsider"
  };

  private CaseScene() {}

  static Plan plan(String member) {
    return plan(member, circle(List.of()));
  }

  /** The circle with what all agreed to. */
  static Circle members() {
    return circle(List.of());
  }

  /** A plan where these agreed that they may know each other's names in cases. */
  static Plan open(String member, String... byName) {
    Agreement names =
        new Agreement(
            "names",
            "Names in cases",
            EnumSet.of(Purpose.INFORM_AND_DEFEND),
            EnumSet.of(Category.C5, Category.C7),
            members(byName),
            Validity.ALWAYS,
            "agreements/names.pdf");
    return plan(member, circle(List.of(names)));
  }

  private static Plan plan(String member, Circle circle) {
    Request request =
        new Request(new MemberId(member), Purpose.INFORM_AND_DEFEND, Outlet.PAGE, NOON);
    byte[] key = ("the key of only " + member).getBytes(StandardCharsets.UTF_8);
    return new Balance(Policy.of(circle)).plan(request, new RecipientKey(key));
  }

  private static Circle circle(List<Agreement> more) {
    List<Member> members = new ArrayList<>();
    for (String name : NAMES) {
      members.add(
          new Member(
              new MemberId(name),
              name,
              name,
              MemberClass.COMMITTEE,
              true,
              Validity.ALWAYS,
              List.of(),
              List.of()));
    }
    Set<MemberId> signed = members(Arrays.copyOf(NAMES, NAMES.length - 1));
    Agreement agreement =
        new Agreement(
            "membership",
            "Membership",
            EnumSet.of(Purpose.INFORM_AND_DEFEND),
            EnumSet.of(Category.C0, Category.C1),
            signed,
            Validity.ALWAYS,
            "agreements/membership.pdf");
    List<Agreement> agreements = new ArrayList<>(List.of(agreement));
    agreements.addAll(more);
    return new Circle("Test", "v1", members, List.of(), agreements, Tlp.AMBER);
  }

  static Set<MemberId> members(String... names) {
    return Arrays.stream(names).map(MemberId::new).collect(Collectors.toSet());
  }

  static Finding finding(String id, List<String> values, String... members) {
    return new Finding(
        id,
        "campaign",
        new Kind(Rsit.EXPLOIT, "cve-2024-0000", "exampler"),
        members(members),
        values,
        NOON.minusSeconds(4_000),
        NOON.minusSeconds(100),
        values.size() * 2L,
        6.5,
        "for the analyst");
  }
}
