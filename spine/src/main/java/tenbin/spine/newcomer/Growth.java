package tenbin.spine.newcomer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.time.Validity;
import tenbin.spine.roster.CircleFile;

/**
 * Grows the circle of a circle file by the newcomers that have joined and by the networks that
 * members proved. Where both say something of one member or of one of its networks, the file
 * counts: the secretariat wrote it.
 */
public final class Growth implements UnaryOperator<Circle> {
  private final NewcomerBook book;

  public Growth(NewcomerBook book) {
    this.book = book;
  }

  @Override
  public Circle apply(Circle file) {
    List<Newcomer> joined =
        book.all().stream()
            .filter(each -> each.stage() == Newcomer.Stage.JOINED)
            .sorted((one, other) -> one.id().compareTo(other.id()))
            .toList();
    Map<MemberId, List<OwnRange>> counting =
        book.ranges().stream()
            .filter(each -> each.standing() == OwnRange.Standing.COUNTS)
            .collect(Collectors.groupingBy(OwnRange::holder));
    if (joined.isEmpty() && counting.isEmpty()) {
      return file;
    }
    List<Member> members = new ArrayList<>();
    file.members().forEach(each -> members.add(with(each, ranges(counting, each.id()))));
    for (Newcomer each : joined) {
      if (file.member(each.id()).isEmpty()) {
        members.add(with(member(each), ranges(counting, each.id())));
      }
    }
    return CircleFile.stamped(
        new Circle(
            file.name(),
            file.version(),
            members,
            file.groups(),
            file.agreements().stream().map(each -> signed(each, joined)).toList(),
            file.unmarked(),
            file.retention(),
            file.signIn()));
  }

  private static List<OwnRange> ranges(Map<MemberId, List<OwnRange>> counting, MemberId holder) {
    return counting.getOrDefault(holder, List.of());
  }

  private Member member(Newcomer newcomer) {
    Newcomer.Invited said = newcomer.invited();
    return new Member(
        newcomer.id(),
        said.name(),
        said.nameJa(),
        said.memberClass(),
        said.carrier(),
        Validity.since(newcomer.joinedAt().orElseThrow()),
        List.of(),
        book.contacts(newcomer.id()));
  }

  private static Member with(Member member, List<OwnRange> proved) {
    Set<Network> told =
        member.claims().stream().map(Claim::network).collect(Collectors.toCollection(HashSet::new));
    List<Claim> claims = new ArrayList<>(member.claims());
    for (OwnRange each : proved) {
      Claim claim = claim(each);
      if (told.add(each.network()) && claim.validity().overlaps(member.membership())) {
        claims.add(claim);
      }
    }
    return new Member(
        member.id(),
        member.name(),
        member.nameJa(),
        member.memberClass(),
        member.carrier(),
        member.membership(),
        claims,
        member.contacts(),
        member.sector());
  }

  /** What a proved network lets its holder answer for, from its proof to its end. */
  static Claim claim(OwnRange range) {
    OwnRange.Proof proof = range.proof().orElseThrow();
    return new Claim(
        range.holder(),
        range.network(),
        range.means(),
        new Validity(proof.since(), proof.until()),
        proof.method().word());
  }

  private Agreement signed(Agreement agreement, List<Newcomer> joined) {
    Set<MemberId> present = joined.stream().map(Newcomer::id).collect(Collectors.toSet());
    Set<MemberId> all = new HashSet<>(agreement.signedBy());
    book.signatures().stream()
        .filter(each -> each.agreement().equals(agreement.id()))
        .map(Signature::member)
        .filter(present::contains)
        .forEach(all::add);
    return new Agreement(
        agreement.id(),
        agreement.title(),
        agreement.purposes(),
        agreement.categories(),
        all,
        agreement.validity(),
        agreement.evidence());
  }
}
