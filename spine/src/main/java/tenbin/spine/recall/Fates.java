package tenbin.spine.recall;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.Bygone;
import tenbin.balance.Terms;
import tenbin.balance.recall.Consequence;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.spine.storage.row.Contributions;

/**
 * What becomes of one recipient's deliveries when a basis ends. Lines of one hour that rested on
 * the same bases are decided alike, so that a year of them is quick. For one thread.
 */
final class Fates {
  private final Bygone bygone;
  private final String basis;
  private final MemberId recipient;
  private final List<Contributions.Group> groups;
  private final boolean ofAll;
  private final Instant now;
  private final Map<Key, Optional<Fate>> known = new HashMap<>();

  /**
   * The fates of one recipient's deliveries.
   *
   * @param ofAll whether the basis ended for everybody; else for one party's rows only
   */
  Fates(
      Bygone bygone,
      String basis,
      MemberId recipient,
      List<Contributions.Group> groups,
      boolean ofAll,
      Instant now) {
    this.bygone = bygone;
    this.basis = basis;
    this.recipient = recipient;
    this.groups = groups;
    this.ofAll = ofAll;
    this.now = now;
  }

  private record Key(String purpose, Set<String> bases, Instant hour) {}

  private record Fate(Recall.Fate fate, String restsOn) {}

  /** What becomes of a line; empty when it is not concerned. */
  Optional<Recall.Delivery> of(ReceiptBook.Line line) {
    if (!line.bases().contains(basis)) {
      return Optional.empty();
    }
    Key key =
        new Key(line.purpose(), Set.copyOf(line.bases()), line.at().truncatedTo(ChronoUnit.HOURS));
    return known
        .computeIfAbsent(key, unknown -> decide(line))
        .map(fate ->
            new Recall.Delivery(
                line.id(), line.at(), line.outlet(), line.rows(), fate.fate, fate.restsOn));
  }

  private Optional<Fate> decide(ReceiptBook.Line line) {
    Optional<Purpose> purpose = Purpose.tryParse(line.purpose());
    if (purpose.filter(Purpose.STATISTICS::equals).isPresent()) {
      return Optional.of(new Fate(Recall.Fate.STAYS, ""));
    }
    return purpose.filter(Purpose.NOTIFY_AFFECTED_CUSTOMER::equals).isPresent()
        ? ofRows(line, purpose.get())
        : ofPaper(line);
  }

  /** Rows: each group of them that rested on it is decided again. */
  private Optional<Fate> ofRows(ReceiptBook.Line line, Purpose purpose) {
    NavigableSet<String> restsOn = new TreeSet<>();
    boolean touched = false;
    for (Contributions.Group group : groups) {
      Bygone.Sent sent =
          new Bygone.Sent(group.holder(), group.marking(), recipient, purpose, line.at());
      Optional<Consequence> follows = bygone.of("", sent, now);
      if (follows.isPresent()) {
        touched = true;
        if (!(follows.get() instanceof Consequence.Annotate annotate)) {
          return Optional.of(new Fate(Recall.Fate.RECALLED, ""));
        }
        restsOn.addAll(annotate.bases());
      }
    }
    if (touched) {
      return Optional.of(new Fate(Recall.Fate.ANNOTATED, String.join(",", restsOn)));
    }
    return ofAll ? Optional.of(new Fate(Recall.Fate.RECALLED, "")) : Optional.empty();
  }

  /** What was told besides rows: it rests on the other bases of its line, if one is live. */
  private Optional<Fate> ofPaper(ReceiptBook.Line line) {
    if (!ofAll) {
      return Optional.empty();
    }
    List<String> live =
        bygone.stillLive(line.bases(), now).stream()
            .filter(each -> !each.equals(Terms.OWN_DATA))
            .toList();
    return Optional.of(
        live.isEmpty()
            ? new Fate(Recall.Fate.RECALLED, "")
            : new Fate(Recall.Fate.ANNOTATED, String.join(",", live)));
  }

  /** How long recipients have: what the packs' own acknowledge-by says. */
  static final Duration TO_ACKNOWLEDGE = Duration.ofDays(7);
}
