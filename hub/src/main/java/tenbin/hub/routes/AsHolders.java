package tenbin.hub.routes;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Asn;

/** Whose an AS is, by what members claim. */
final class AsHolders {
  private AsHolders() {}

  static Optional<MemberId> of(Circle circle, Asn asn, Clock clock) {
    Instant now = clock.instant();
    return circle.claims().stream()
        .filter(each -> each.validity().holdsAt(now))
        .filter(each -> isOf(each, asn))
        .map(Claim::holder)
        .findFirst();
  }

  private static boolean isOf(Claim claim, Asn asn) {
    return claim.network() instanceof Network.AutonomousSystem(Asn number) && number.equals(asn);
  }
}
