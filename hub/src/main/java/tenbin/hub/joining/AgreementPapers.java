package tenbin.hub.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.MemberId;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.Signature;

/**
 * The circle's agreements as somebody reads them who is to sign: their own words and nobody's name
 * under them, for who signed before is not the newcomer's to know.
 */
public final class AgreementPapers {
  private final Joining joining;

  public AgreementPapers(Joining joining) {
    this.joining = joining;
  }

  /**
   * An agreement.
   *
   * @param purposes words of purposes
   * @param categories of fields, as their codes
   * @param digest of its words as they stand
   * @param signature the member's own
   * @param unchanged whether it still says what was signed
   */
  public record Paper(
      String id,
      String title,
      List<String> purposes,
      List<String> categories,
      Instant from,
      Optional<Instant> to,
      String evidence,
      String digest,
      Optional<Signature> signature,
      boolean unchanged) {}

  List<Paper> of(MemberId member) {
    List<Signature> signatures = joining.signatures(member);
    return joining.agreements(member).stream().map(each -> paper(each, signatures)).toList();
  }

  private static Paper paper(Agreement agreement, List<Signature> signatures) {
    Optional<Signature> own =
        signatures.stream().filter(each -> each.agreement().equals(agreement.id())).findFirst();
    String digest = Joining.text(agreement).hex();
    return new Paper(
        agreement.id(),
        agreement.title(),
        agreement.purposes().stream().sorted().map(Purpose::word).toList(),
        agreement.categories().stream().sorted().map(Category::name).toList(),
        agreement.validity().from(),
        agreement.validity().end(),
        agreement.evidence(),
        digest,
        own,
        own.map(each -> each.text().hex().equals(digest)).orElse(true));
  }
}
