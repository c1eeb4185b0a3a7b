package tenbin.spine.scales;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tenbin.balance.Policy;
import tenbin.balance.ground.Basis;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/** Weighs backlogs under the policy that stands, at the hub's time. */
public final class BacklogWeighbridge implements Weighbridge {
  private final Backlogs backlogs;
  private final Supplier<Policy> policy;
  private final Clock clock;

  public BacklogWeighbridge(Backlogs backlogs, Supplier<Policy> policy, Clock clock) {
    this.backlogs = backlogs;
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  public Reading read(Optional<MemberId> holder) {
    Backlog backlog = backlogs.of(holder);
    Policy now = policy.get();
    Instant at = clock.instant();
    List<Purpose> purposes = purposes(now);
    Picture picture = new Scales(now, at).weigh(backlog, purposes);
    List<Offer> offers =
        holder.stream()
            .flatMap(each -> Candidate.clausesFor(each.party(), now, at).stream())
            .map(each -> offer(each, backlog, picture, purposes, at))
            .sorted((a, b) -> Long.compare(b.tipping().rows(), a.tipping().rows()))
            .toList();
    return new Reading(backlog.rows(), picture, offers);
  }

  @Override
  public Tipping tippedBy(Basis basis, MemberId holder) {
    Backlog backlog = backlogs.of(Optional.of(holder));
    Policy now = policy.get();
    Instant at = clock.instant();
    List<Purpose> purposes = purposes(now);
    Picture picture = new Scales(now, at).weigh(backlog, purposes);
    return offer(Candidate.of(basis, now), backlog, picture, purposes, at).tipping();
  }

  private static Offer offer(
      Candidate candidate, Backlog backlog, Picture now, List<Purpose> purposes, Instant at) {
    Picture then = new Scales(candidate.then(), at).weigh(backlog, purposes);
    return new Offer(candidate.basis(), Tipping.between(now, then, purposes));
  }

  /** Of the purposes for which the policy says what is needed, those that rows are asked for. */
  private static List<Purpose> purposes(Policy policy) {
    return policy.grounds().parts().needs().keySet().stream()
        .filter(List.of(Purpose.NOTIFY_AFFECTED_CUSTOMER, Purpose.INFORM_AND_DEFEND)::contains)
        .sorted()
        .toList();
  }
}
