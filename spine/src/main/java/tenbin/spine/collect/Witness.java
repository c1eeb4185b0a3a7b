package tenbin.spine.collect;

import java.util.Optional;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/** For whom a sighting counts. */
final class Witness {
  private Witness() {}

  /**
   * Who contributed it; for a feed that the secretariat brings in for all, the member in whose
   * network it was seen, and nobody when there is none. What is marked {@link Tlp#RED} is for who
   * received it and counts for nobody: a finding would tell others of it (TLP 2.0 section 4).
   */
  static Optional<MemberId> of(
      MemberId holder, Attribution attribution, Tlp marking, Way.CircleRules circle) {
    if (marking == Tlp.RED) {
      return Optional.empty();
    }
    if (!circle.isSecretariat(holder)) {
      return Optional.of(holder);
    }
    return attribution.responsible() instanceof Responsible.OfMember(MemberId member)
        ? Optional.of(member)
        : Optional.empty();
  }
}
