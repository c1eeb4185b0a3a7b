package tenbin.balance;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.When;
import tenbin.balance.recall.Consequence;
import tenbin.balance.recall.Delivered;
import tenbin.balance.recall.Revocation;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weigher;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Sides;

/**
 * What went to recipients before a basis ended, decided again: as it was known then, to learn what
 * rested on the basis, and as it stands now, to learn what it still rests on. Immutable; any
 * thread.
 */
public final class Bygone {
  private final Policy after;
  private final Weigher weigher;
  private final String basis;
  private final Revocation revocation;

  /**
   * What follows from one ended basis.
   *
   * @param after the policy in which it has ended, with everything that was on record before
   * @param basis its id
   * @param toAcknowledge how long recipients have
   */
  public Bygone(Policy after, String basis, Duration toAcknowledge) {
    this.after = after;
    this.weigher = new Weigher(after.grounds());
    this.basis = basis;
    this.revocation = new Revocation(after.grounds(), basis, toAcknowledge);
  }

  /**
   * Rows of one kind that went out.
   *
   * @param holder who contributed them
   * @param marking theirs
   * @param recipient to whom
   * @param purpose what for
   * @param subject the customer whose network they were about; empty for nobody in particular
   * @param at when
   */
  public record Sent(
      MemberId holder,
      Tlp marking,
      MemberId recipient,
      Purpose purpose,
      Optional<PartyId> subject,
      Instant at) {}

  /** What follows now; empty when such rows did not rest on the basis, or still may. */
  public Optional<Consequence> of(String id, Sent sent, Instant now) {
    Request request = new Request(sent.recipient, sent.purpose, Outlet.API, sent.at);
    return follows(
        id,
        Plan.question(
            Shapes.sighting(
                sent.holder,
                Sides.ABOUT_SOURCE,
                sent.marking,
                sent.recipient.party(),
                sent.subject),
            request),
        now);
  }

  /**
   * What follows now for what a question of the past was answered with.
   *
   * @param request with the time of then
   * @param question as the ledger keeps it
   * @return empty when it did not rest on the basis, still may, or is no question
   */
  public Optional<Consequence> ofQuestion(Request request, String question, Instant now) {
    return Replay.past(question, request)
        .flatMap(past ->
            follows(
                "",
                Plan.question(past.matter(), request, When.asKnownThen(request.at()), past.asked()),
                now));
  }

  private Optional<Consequence> follows(String id, Question question, Instant now) {
    Weighing then = weigher.weigh(question);
    if (!rests(then)) {
      then = weigher.weigh(question.asOf(justBefore(question.when())));
    }
    if (!rests(then)) {
      return Optional.empty();
    }
    List<Question.Held> went = new ArrayList<>();
    for (Weight weight : then.weights()) {
      if (weight.effect() == Effect.PERMIT) {
        went.add(new Question.Held(weight.part(), weight.level()));
      }
    }
    Delivered delivered = new Delivered(id, question, went, then.bases(), Delivered.Shape.ROW);
    return revocation.of(List.of(delivered), now).stream()
        .filter(each ->
            !(each instanceof Consequence.Annotate annotate && annotate.bases().contains(basis)))
        .findFirst();
  }

  private boolean rests(Weighing then) {
    return then.effect() == Effect.PERMIT && then.bases().contains(basis);
  }

  /** What was decided in the microsecond in which the ground ended was decided before it. */
  private static When justBefore(When when) {
    return new When(when.at().minus(1, MICROS), when.knownAt().minus(1, MICROS));
  }

  /**
   * Whom rows that rested on some bases can have been about: nobody in particular, and each
   * customer that consented to one of them.
   */
  public List<Optional<PartyId>> subjects(Collection<String> bases) {
    List<Optional<PartyId>> all = new ArrayList<>();
    all.add(Optional.empty());
    for (Basis each : after.grounds().bases()) {
      if (bases.contains(each.id()) && each.grant() instanceof Grant.Consent consent) {
        all.add(Optional.of(consent.subject()));
      }
    }
    return all.stream().distinct().toList();
  }

  /** The bases, of some that something rested on, that still open something now. */
  public List<String> stillLive(Iterable<String> bases, Instant now) {
    List<String> live = new ArrayList<>();
    for (String each : bases) {
      boolean holds =
          each.equals(Terms.OWN_DATA)
              || after.grounds().bases().stream()
                  .filter(known -> known.id().equals(each))
                  .anyMatch(known -> known.term().holds(new When(now, now)));
      if (holds && !each.equals(basis)) {
        live.add(each);
      }
    }
    return live;
  }
}
