package tenbin.spine.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tenbin.spine.ledger.evidence.LineText;

/**
 * What became of deliveries after their ground ended, for the one who has them and for those whom
 * they were about.
 *
 * @param word what
 * @param basis the ground that ended
 * @param deliveries how many
 * @param first when the first of them left
 * @param last when the last one did
 * @param until by when the recipient has to answer, where it has to
 * @param restsOn what they rest on now, where they do
 */
public record Sequel(
    Word word,
    String basis,
    long deliveries,
    Instant first,
    Instant last,
    Optional<Instant> until,
    Set<String> restsOn) {
  /** The name by which a text of the ledger says it. */
  static final String BECAME = "became";

  /** What becomes of a delivery. */
  public enum Word {
    /** It rested on nothing else: to be deleted, or not used any more. */
    RECALLED,
    /** It rests on something else now. */
    ANNOTATED,
    /** A safe number, which told nothing of anybody. */
    STAYS,
    /** Its recipient says that it is deleted. */
    DELETED,
    /** Its recipient says that it is used no more. */
    STOPPED,
    /** Its recipient did not answer in time; the secretariat was told. */
    OVERDUE
  }

  public Sequel {
    restsOn = Set.copyOf(restsOn);
  }

  /** The same for a part of the deliveries. */
  Sequel of(long some, Instant from, Instant to) {
    return new Sequel(word, basis, some, from, to, until, restsOn);
  }

  /** What it adds to a text of the ledger. */
  LineText tell(LineText text) {
    text.with(BECAME, word.name().toLowerCase(Locale.ROOT))
        .with("ended", basis)
        .with("deliveries", Long.toString(deliveries))
        .with("first", first.toString())
        .with("last", last.toString());
    until.ifPresent(time -> text.with("until", time.toString()));
    if (!restsOn.isEmpty()) {
      text.with("rests-on", restsOn);
    }
    return text;
  }
}
