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
import java.util.UUID;
import java.util.function.Supplier;
import tenbin.balance.Bygone;
import tenbin.balance.Outlet;
import tenbin.balance.Request;
import tenbin.balance.Terms;
import tenbin.balance.recall.Consequence;
import tenbin.nouns.consent.PartyId;
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
  private final Supplier<Map<UUID, String>> papers;
  private final Map<Key, Optional<Fate>> known = new HashMap<>();
  private final Map<Key, Optional<Consequence>> knownPapers = new HashMap<>();

  /**
   * The fates of one recipient's deliveries.
   *
   * @param papers what deliveries of papers were decided on, by their receipts
   * @param ofAll whether the basis ended for everybody; else for one party's rows only
   */
  Fates(
      Bygone bygone,
      String basis,
      MemberId recipient,
      List<Contributions.Group> groups,
      Supplier<Map<UUID, String>> papers,
      boolean ofAll,
      Instant now) {
    this.bygone = bygone;
    this.basis = basis;
    this.recipient = recipient;
    this.groups = groups;
    this.papers = papers;
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
    return fate(line)
        .map(fate ->
            new Recall.Delivery(
                line.id(), line.at(), line.outlet(), line.rows(), fate.fate, fate.restsOn));
  }

  private Optional<Fate> fate(ReceiptBook.Line line) {
    Optional<Purpose> purpose = Purpose.tryParse(line.purpose());
    if (purpose.filter(Purpose.STATISTICS::equals).isPresent()) {
      return Optional.of(new Fate(Recall.Fate.STAYS, ""));
    }
    if (purpose.filter(Purpose.NOTIFY_AFFECTED_CUSTOMER::equals).isEmpty()) {
      return purpose.flatMap(each -> ofPaper(line, each));
    }
    Key key = new Key(line.purpose(), Set.copyOf(line.bases()), hour(line.at()));
    return known.computeIfAbsent(key, unknown -> ofRows(line, purpose.get()));
  }

  private static Instant hour(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }

  /** Rows: each group of them that rested on it is decided again. */
  private Optional<Fate> ofRows(ReceiptBook.Line line, Purpose purpose) {
    NavigableSet<String> restsOn = new TreeSet<>();
    boolean touched = false;
    for (Optional<PartyId> subject : bygone.subjects(line.bases())) {
      for (Contributions.Group group : groups) {
        Bygone.Sent sent =
            new Bygone.Sent(
                group.holder(), group.marking(), recipient, purpose, subject, line.at());
        Optional<Consequence> follows = bygone.of("", sent, now);
        if (follows.isPresent()) {
          touched = true;
          if (!(follows.get() instanceof Consequence.Annotate annotate)) {
            return Optional.of(new Fate(Recall.Fate.RECALLED, ""));
          }
          restsOn.addAll(annotate.bases());
        }
      }
    }
    if (touched) {
      return Optional.of(new Fate(Recall.Fate.ANNOTATED, String.join(",", restsOn)));
    }
    return ofAll ? Optional.of(new Fate(Recall.Fate.RECALLED, "")) : Optional.empty();
  }

  /** What was told besides rows: each question that it answered is decided again. */
  private Optional<Fate> ofPaper(ReceiptBook.Line line, Purpose purpose) {
    String questions = papers.get().getOrDefault(line.id(), "");
    if (questions.isEmpty()) {
      return withoutQuestions(line);
    }
    NavigableSet<String> restsOn = new TreeSet<>();
    boolean touched = false;
    for (String question : questions.lines().toList()) {
      Optional<Consequence> follows = again(question.split("\t", -1), purpose);
      if (follows.isPresent()) {
        touched = true;
        if (!(follows.get() instanceof Consequence.Annotate annotate)) {
          return Optional.of(new Fate(Recall.Fate.RECALLED, ""));
        }
        restsOn.addAll(annotate.bases());
      }
    }
    return touched
        ? Optional.of(new Fate(Recall.Fate.ANNOTATED, String.join(",", restsOn)))
        : Optional.empty();
  }

  /** A question as {@code Footing.questions} writes it: time, policy, question, answer, rows. */
  private Optional<Consequence> again(String[] parts, Purpose purpose) {
    if (parts.length < 3) {
      return Optional.empty();
    }
    Instant at = Instant.parse(parts[0]);
    Key key = new Key(purpose.code(), Set.of(parts[2]), hour(at));
    Request request = new Request(recipient, purpose, Outlet.PAGE, at);
    return knownPapers.computeIfAbsent(key, unknown -> bygone.ofQuestion(request, parts[2], now));
  }

  /**
   * Its questions are gone with their time: it rests on other bases of its line, if one is live.
   */
  private Optional<Fate> withoutQuestions(ReceiptBook.Line line) {
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
