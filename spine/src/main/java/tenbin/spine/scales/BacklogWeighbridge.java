package tenbin.spine.scales;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tenbin.balance.Policy;
import tenbin.balance.ground.Basis;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/** Weighs backlogs under the policy that stands, at the hub's time. */
public final class BacklogWeighbridge implements Weighbridge {
  /** Two of one weight by their names, which say nothing of what others did. */
  private static final Comparator<Offer> HEAVIEST =
      Comparator.comparingLong((Offer offer) -> offer.tipping().rows())
          .reversed()
          .thenComparing(offer -> offer.basis().id());

  /** On each side of how things stand; a longer ladder is a list. */
  private static final int MOST_RUNGS = 8;

  private final Backlogs backlogs;
  private final Supplier<Policy> policy;
  private final Clock clock;

  public BacklogWeighbridge(Backlogs backlogs, Supplier<Policy> policy, Clock clock) {
    this.backlogs = backlogs;
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  public Reading read(Optional<MemberId> holder, List<CaseSpan> cases, Predicate<String> clauses) {
    Load load = load(holder, cases);
    List<Offer> offers =
        holder.stream()
            .flatMap(each -> Candidate.clausesFor(each.party(), load.now, load.at).stream())
            .filter(each -> clauses.test(each.basis().id()))
            .map(load::offer)
            .sorted(HEAVIEST)
            .toList();
    Ladder ladder =
        holder
            .map(each -> load.ladder(offers, load.given(each.party(), clauses)))
            .orElseGet(() -> Ladder.standing(load.all.picture));
    return new Reading(load.all.backlog.rows(), load.all.picture, offers, ladder);
  }

  @Override
  public Tipping tippedBy(Basis basis, MemberId holder, List<CaseSpan> cases) {
    Load load = load(Optional.of(holder), cases);
    return load.offer(Candidate.of(basis, load.now)).tipping();
  }

  private Load load(Optional<MemberId> holder, List<CaseSpan> cases) {
    Policy now = policy.get();
    Instant at = clock.instant();
    List<Purpose> purposes = purposes(now);
    Scales scales = new Scales(now, at);
    Pile all = Pile.on(scales, backlogs.of(holder, Optional.empty()), purposes);
    Supplier<List<Pile>> each =
        () ->
            cases.stream()
                .map(span -> Pile.on(scales, backlogs.of(holder, Optional.of(span)), purposes))
                .toList();
    return new Load(now, at, purposes, all, new LatePiles(each));
  }

  /** Piles that are weighed when somebody wants them: each is a question to the database. */
  private static final class LatePiles {
    private final Supplier<List<Pile>> piles;
    private Optional<List<Pile>> made = Optional.empty();

    LatePiles(Supplier<List<Pile>> piles) {
      this.piles = piles;
    }

    List<Pile> all() {
      if (made.isEmpty()) {
        made = Optional.of(piles.get());
      }
      return made.get();
    }
  }

  /** Rows, and how they lie on the scales as the policy stands. */
  private record Pile(Backlog backlog, Picture picture) {
    static Pile on(Scales scales, Backlog backlog, List<Purpose> purposes) {
      return new Pile(backlog, scales.weigh(backlog, purposes));
    }

    Tipping tipping(Scales then, List<Purpose> purposes) {
      return Tipping.between(picture, then.weigh(backlog, purposes), purposes);
    }

    /** What would stay that goes now. */
    Tipping tippedBack(Scales then, List<Purpose> purposes) {
      return Tipping.between(then.weigh(backlog, purposes), picture, purposes);
    }
  }

  /** What is weighed: all rows, and those of each case. */
  private record Load(Policy now, Instant at, List<Purpose> purposes, Pile all, LatePiles inCases) {
    Offer offer(Candidate candidate) {
      Scales then = new Scales(candidate.then(), at);
      Tipping whole = all.tipping(then, purposes);
      // A case whose rows do not tip by themselves has none of those that do.
      long tipped =
          whole.rows() == 0
              ? 0
              : inCases.all().stream()
                  .filter(each -> each.tipping(then, purposes).rows() > 0)
                  .count();
      return new Offer(candidate.basis(), whole.in((int) tipped));
    }

    /** The clauses that a holder adopted as if it had not, the one that carries most first. */
    List<Offer> given(PartyId holder, Predicate<String> clauses) {
      return Candidate.clausesLeftBy(holder, now, at).stream()
          .filter(each -> clauses.test(each.basis().id()))
          .map(each ->
              new Offer(each.basis(), all.tippedBack(new Scales(each.then(), at), purposes)))
          .sorted(HEAVIEST)
          .toList();
    }

    Ladder ladder(List<Offer> offers, List<Offer> given) {
      List<Ladder.Rung> fewer = rungs(given);
      List<Ladder.Rung> rungs = new ArrayList<>(fewer.reversed());
      rungs.add(new Ladder.Rung("", all.picture));
      rungs.addAll(rungs(offers));
      return new Ladder(rungs, fewer.size());
    }

    /** One after the other, each on top of those before. */
    private List<Ladder.Rung> rungs(List<Offer> changes) {
      List<Ladder.Rung> rungs = new ArrayList<>();
      Policy then = now;
      for (Offer change : changes.stream().limit(MOST_RUNGS).toList()) {
        then = Candidate.of(change.basis(), then).then();
        Picture picture = new Scales(then, at).weigh(all.backlog, purposes);
        rungs.add(new Ladder.Rung(change.basis().id(), picture));
      }
      return rungs;
    }
  }

  /** Of the purposes for which the policy says what is needed, those that rows are asked for. */
  private static List<Purpose> purposes(Policy policy) {
    return policy.grounds().parts().needs().keySet().stream()
        .filter(List.of(Purpose.NOTIFY_AFFECTED_CUSTOMER, Purpose.INFORM_AND_DEFEND)::contains)
        .sorted()
        .toList();
  }
}
