package tenbin.balance.ground;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tenbin.nouns.consent.PartyId;

/** Who has to have agreed before a basis opens anything. */
public sealed interface Grant {
  /** Nobody further: the basis stands by its evidence. */
  record Standing() implements Grant {}

  /** The basis stands by its evidence. */
  Grant STANDING = new Standing();

  /** One subject, whose consent has a state at every time. */
  record Consent(PartyId subject, List<Change> changes) implements Grant {
    public Consent {
      changes = List.copyOf(changes);
    }

    /** The state in force, as known. */
    public ConsentState stateAt(When when) {
      return changes.stream()
          .filter(change -> when.knows(change.recordedAt()))
          .filter(change -> when.reaches(change.from()))
          .max(Change.ORDER)
          .map(Change::state)
          .orElse(ConsentState.UNKNOWN);
    }
  }

  /** A change of a consent's state. */
  record Change(ConsentState state, Instant from, Instant recordedAt) {
    /** The later goes before the earlier; of two at one moment the one that opens nothing. */
    public static final Comparator<Change> ORDER =
        Comparator.comparing(Change::from)
            .thenComparing(Change::recordedAt)
            .thenComparing(change -> !change.state().isValid())
            .thenComparing(Change::state);
  }

  /** Everybody under the general terms who is not in the opt-out register of this name. */
  record GeneralTerms(String register) implements Grant {}

  /**
   * Everybody who adopted a clause that was drafted once.
   *
   * @param adopter whose adoption counts
   * @param adoptions who adopted it, for how long
   */
  record Adopted(Adopter adopter, PartyTerms adoptions) implements Grant {
    /** Whose adoption of a clause counts. */
    public enum Adopter {
      GIVER,
      HOLDER,
      SUBJECT,
      /** Who gives and who receives. */
      BOTH_SIDES
    }

    public Adopted(Adopter adopter, Map<PartyId, Term> adoptions) {
      this(adopter, new PartyTerms(adoptions));
    }

    public boolean isAdoptedBy(PartyId party, When when) {
      return adoptions.holds(party, when);
    }
  }
}
