package tenbin.nouns.member;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.consent.Tlp;

/**
 * The whole roster at one version: members in the order of the circle file, working groups,
 * agreements.
 *
 * @param name for people
 * @param version the digest of the file it was read from: what attribution and the ledger name
 * @param members all that ever belonged; their membership says when
 * @param groups working groups
 * @param agreements the bases that the circle file knows
 * @param unmarked the marking of what came without one
 * @param retention how long the hub keeps what it holds
 * @param signIn what it demands of its people when they sign in
 */
public record Circle(
    String name,
    String version,
    List<Member> members,
    List<WorkingGroup> groups,
    List<Agreement> agreements,
    Tlp unmarked,
    Retention retention,
    Factors signIn) {
  /** A circle that is content with passwords. */
  public Circle(
      String name,
      String version,
      List<Member> members,
      List<WorkingGroup> groups,
      List<Agreement> agreements,
      Tlp unmarked,
      Retention retention) {
    this(name, version, members, groups, agreements, unmarked, retention, Factors.ONE);
  }

  /** A circle that keeps things for the usual time. */
  public Circle(
      String name,
      String version,
      List<Member> members,
      List<WorkingGroup> groups,
      List<Agreement> agreements,
      Tlp unmarked) {
    this(name, version, members, groups, agreements, unmarked, Retention.USUAL);
  }

  public Circle {
    members = List.copyOf(members);
    List<Member> all = members;
    groups = groups.stream().map(each -> each.among(all)).toList();
    agreements = List.copyOf(agreements);
    Map<MemberId, Member> byId = new LinkedHashMap<>();
    for (Member member : members) {
      if (byId.put(member.id(), member) != null) {
        throw new IllegalArgumentException("member twice: " + member.id());
      }
    }
  }

  public Optional<Member> member(MemberId id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /** The party that runs the hub, where the file names one. */
  public Optional<Member> secretariat() {
    return members.stream()
        .filter(member -> member.memberClass() == MemberClass.SECRETARIAT)
        .findFirst();
  }

  /** Every claim of every member. */
  public List<Claim> claims() {
    List<Claim> all = new ArrayList<>();
    members.forEach(member -> all.addAll(member.claims()));
    return all;
  }
}
