package tenbin.spine.collect;

import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.MemberId;

/** For whom a sighting counts. */
final class Witness {
  private Witness() {}

  /**
   * Who contributed it; for a feed that the secretariat brings in for all, the member in whose
   * network it was seen.
   */
  static MemberId of(MemberId holder, Attribution attribution, Way.CircleRules circle) {
    return attribution.responsible() instanceof Responsible.OfMember(MemberId member)
            && circle.isSecretariat(holder)
        ? member
        : holder;
  }
}
