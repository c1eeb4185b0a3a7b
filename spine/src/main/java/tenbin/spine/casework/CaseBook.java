package tenbin.spine.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.spine.correlate.Finding;

/**
 * The circle's cases: what concerns several members, and what each of them says of it. A member's
 * view comes out of the balance, so nobody learns who else is concerned. Any thread.
 */
public interface CaseBook {
  /** Opens the finding's case, or lets it grow by what is new. The same finding twice is one. */
  void put(Finding finding, CaseTerms terms, Instant at);

  /**
   * The cases that concern the plan's recipient, newest first, as far as it may know of them.
   * {@link CaseFacts} has the names of the facts.
   */
  List<Disclosure> cases(Plan viewer);

  /** One case by the id that only the hub knows, as far as the plan's recipient may know of it. */
  Optional<Disclosure> one(Plan viewer, String caseId);

  /**
   * What the members whom a case concerns share in it, for one of them.
   *
   * @return empty when no case of this id is the plan's recipient's to see
   */
  Optional<Shared> shared(Plan viewer, UUID shown);

  /**
   * A case that several members look at, as one of them may know of it.
   *
   * @param circle for the spine's own books; never shown
   * @param seen the case
   * @param named the others that let the viewer know who they are: {@link CaseNames}
   * @param own what the viewer's member itself did in it, oldest first: {@link CaseDeeds}
   */
  record Shared(CaseCircle circle, Disclosure seen, List<Disclosure> named, List<Disclosure> own) {
    public Shared {
      named = List.copyOf(named);
      own = List.copyOf(own);
    }
  }

  /**
   * The cases that the plan's recipient had before one of its cases, the newest first.
   *
   * @param most at most so many
   */
  List<Shared> before(Plan viewer, CaseCircle circle, int most);

  /**
   * A member answers. The same answer twice changes nothing.
   *
   * @return the case as it now stands; empty when no case of this id is the member's to see
   */
  Optional<Disclosure> answer(Plan viewer, UUID shown, AnswerState state, String note, Instant at);

  /** The reminders that are due and were not sent, oldest deadline first. */
  List<Reminder> due(Instant now);

  /** A reminder has left; it does not come again. */
  void reminded(Reminder reminder, Instant at);

  /** Joining and dividing cases: for the secretariat and nobody else. */
  CaseLinks links();

  /** Every case with members and states, newest first: for the secretariat and nobody else. */
  List<CaseMatrix> matrix();

  /** A book that forgets when the process ends. */
  static CaseBook inMemory() {
    return new KeptCaseBook(new MemoryShelf());
  }

  /** A book in a database that has the tables of {@code V3__casework.sql}. */
  static CaseBook in(DataSource database) {
    return new KeptCaseBook(new PostgresShelf(database));
  }
}
