package tenbin.spine.ground;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;

/**
 * What customers allow: given, narrowed and withdrawn, each by the one whom it is about. Any
 * thread.
 */
public final class Consents {
  private static final long LETTERS = 1L << 40;

  private final GroundBook book;
  private final RandomGenerator random;
  private final Clock clock;

  /** Consents of a book; the generator makes their ids, which tell nothing of subject or order. */
  public Consents(GroundBook book, RandomGenerator random, Clock clock) {
    this.book = book;
    this.random = random;
    this.clock = clock;
  }

  /**
   * A consent as it is on record.
   *
   * @param basis what it opens, for whom, for how long
   * @param state by DPV, at this moment
   * @param since when it has had this state
   */
  public record Given(Basis basis, ConsentState state, Instant since) {
    /** Whether it opens anything at this moment. */
    public boolean isLive() {
      return state.isValid();
    }
  }

  /**
   * Records a consent from now on.
   *
   * @return its id
   * @throws GroundRefused when it cannot be, with the reason
   */
  public String give(Entry.By by, Wish wish) {
    String id = freshId();
    Instant now = clock.instant();
    book.record(by, List.of(new Deed.Recorded(id, wish.entries(id, now))), now, wish.evidence());
    return id;
  }

  /**
   * Puts a narrower consent in the place of one: the old one ends, the new one begins, at once.
   *
   * @return the id of the narrower one
   * @throws GroundRefused when it is not narrower, or not this subject's
   */
  public String narrow(Entry.By by, String id, Wish narrower) {
    Basis before = own(narrower.subject(), id);
    if (!narrower.isWithin(before.scope())) {
      throw new GroundRefused(id, "what is wanted reaches further than what it would replace");
    }
    String next = freshId();
    Instant now = clock.instant();
    List<Deed> deeds =
        List.of(new Deed.Ended(id), new Deed.Recorded(next, narrower.entries(next, now)));
    book.record(by, deeds, now, narrower.evidence());
    return next;
  }

  /**
   * Withdraws a consent; it also shuts what other consents of the same subject speak of.
   *
   * @throws GroundRefused when this subject gave no such consent
   */
  public void withdraw(Entry.By by, PartyId subject, String id, String evidence) {
    own(subject, id);
    Deed withdrawn = new Deed.Stated(id, ConsentState.WITHDRAWN);
    book.record(by, List.of(withdrawn), clock.instant(), evidence);
  }

  /** What a subject gave, whatever became of it, the newest first. */
  public List<Given> of(PartyId subject) {
    PolicySet set = book.inForce();
    When now = When.asKnownThen(clock.instant());
    List<Given> found = new ArrayList<>();
    for (Basis basis : set.bases()) {
      if (isOf(subject, basis)) {
        found.add(given(basis, (Grant.Consent) basis.grant(), now));
      }
    }
    found.sort(Comparator.comparing(Given::since).reversed());
    return found;
  }

  private static Given given(Basis basis, Grant.Consent consent, When now) {
    Optional<Grant.Change> last =
        consent.changes().stream()
            .filter(change -> !change.from().isAfter(now.at()))
            .max(Grant.Change.ORDER);
    ConsentState state = consent.stateAt(now);
    Instant since = last.map(Grant.Change::from).orElse(Instant.MIN);
    return new Given(basis, state.isValid() ? ofTerm(basis.term(), state, now) : state, since);
  }

  /** A consent whose time is over is expired, one that was replaced is revoked. */
  private static ConsentState ofTerm(Term term, ConsentState state, When now) {
    return switch (term.phase(now)) {
      case HOLDS -> state;
      case ENDED, REVIEW_PASSED -> ConsentState.EXPIRED;
      case REVOKED -> ConsentState.REVOKED;
      case NOT_YET, NOT_ON_RECORD -> ConsentState.UNKNOWN;
    };
  }

  private Basis own(PartyId subject, String id) {
    return book.inForce().bases().stream()
        .filter(basis -> basis.id().equals(id) && isOf(subject, basis))
        .findFirst()
        .orElseThrow(() -> new GroundRefused(id, "no consent of this subject has this id"));
  }

  private static boolean isOf(PartyId subject, Basis basis) {
    return basis.kind() == Kind.INDIVIDUAL_CONSENT
        && basis.grant() instanceof Grant.Consent consent
        && consent.subject().equals(subject);
  }

  private String freshId() {
    return "consent/" + Long.toString(random.nextLong(LETTERS) + LETTERS, Character.MAX_RADIX);
  }
}
