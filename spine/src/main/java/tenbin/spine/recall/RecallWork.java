package tenbin.spine.recall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tenbin.balance.Bygone;
import tenbin.balance.Policy;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.ledger.Ledger;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.spine.ledger.StoredQuestions;
import tenbin.spine.ledger.Traces;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.row.Contributions;

/** Works out what follows from every line of the book of grounds that ends something. */
public final class RecallWork {
  private static final int PAGE = 1_000;

  /** What was decided before a ground ended has its line in the ledger after so long. */
  private static final Duration SETTLE = Duration.ofSeconds(2);

  private final Means means;
  private final StoredRecalls recalls;
  private final Contributions contributions;
  private final RecallLines lines;
  private Set<Long> worked = Set.of();

  /**
   * What it rests on.
   *
   * @param ledger what is read of it and written to it beside receipts
   * @param policy as it stands
   * @param random makes the ids of recalls
   */
  public record Means(
      Database database,
      Parties parties,
      GroundBook grounds,
      ReceiptBook receipts,
      LedgerSides ledger,
      Supplier<Policy> policy,
      RandomGenerator random,
      Clock clock) {}

  /** The ledger as recalls need it: whom deliveries were about, on what, and a place to write. */
  public record LedgerSides(Traces traces, StoredQuestions questions, Ledger lines) {}

  public RecallWork(Means means) {
    this.means = means;
    this.recalls = new StoredRecalls(means.database);
    this.contributions = new Contributions(means.database, means.parties);
    this.lines = new RecallLines(recalls, means.ledger, means.clock);
  }

  /** The book of what was worked out. */
  public RecallBook book() {
    return recalls;
  }

  /**
   * Works out what is not worked out yet, and writes into the ledger what became of it. For one
   * thread at a time.
   *
   * @return how many lines of the book it worked out
   */
  public synchronized int turn() {
    if (worked.isEmpty()) {
      worked = new HashSet<>(recalls.worked());
    }
    int turned = 0;
    Instant settled = means.clock.instant().minus(SETTLE);
    for (Entry entry : means.grounds.history()) {
      if (ends(entry.deed())
          && !worked.contains(entry.number())
          && !entry.recordedAt().isAfter(settled)) {
        work(entry);
        worked.add(entry.number());
        turned++;
      }
    }
    lines.write();
    return turned;
  }

  private static boolean ends(Deed deed) {
    return switch (deed) {
      case Deed.Ended ignored -> true;
      case Deed.Left ignored -> true;
      case Deed.OptedOut ignored -> true;
      case Deed.Stated stated -> !stated.state().isValid();
      case Deed.Recorded ignored -> false;
      case Deed.Adopted ignored -> false;
      case Deed.OptedIn ignored -> false;
    };
  }

  /** The bases that a deed ends: general terms rest on the register that it speaks of. */
  private List<String> bases(Deed deed, Policy policy) {
    if (!(deed instanceof Deed.OptedOut)) {
      return List.of(deed.about());
    }
    return policy.grounds().bases().stream()
        .filter(basis ->
            basis.grant() instanceof tenbin.balance.ground.Grant.GeneralTerms terms
                && terms.register().equals(deed.about()))
        .map(tenbin.balance.ground.Basis::id)
        .toList();
  }

  private void work(Entry entry) {
    Policy policy = means.policy.get();
    Instant now = means.clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<StoredRecalls.Worked> all = new ArrayList<>();
    for (String basis : bases(entry.deed(), policy)) {
      Bygone bygone = new Bygone(policy, basis, Fates.TO_ACKNOWLEDGE);
      boolean ofAll = entry.deed() instanceof Deed.Ended || entry.deed() instanceof Deed.Stated;
      for (Member member : policy.circle().members()) {
        Fates fates =
            new Fates(
                bygone,
                basis,
                member.id(),
                contributions.to(member.id()),
                papers(member.id(), basis),
                ofAll,
                now);
        recall(basis, member.id(), fates, now).ifPresent(all::add);
      }
    }
    recalls.put(entry.number(), now, all);
  }

  /** Read once, and only where there are papers. */
  private Supplier<Map<UUID, String>> papers(MemberId recipient, String basis) {
    Map<UUID, String> read = new LinkedHashMap<>();
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        read.putAll(means.ledger.questions.ofPapers(recipient, basis));
      }
      return read;
    };
  }

  private Optional<StoredRecalls.Worked> recall(
      String basis, MemberId recipient, Fates fates, Instant now) {
    List<Recall.Delivery> deliveries = deliveries(recipient, fates);
    if (deliveries.isEmpty()) {
      return Optional.empty();
    }
    List<Recall.Delivery> gone =
        deliveries.stream().filter(each -> each.fate() == Recall.Fate.RECALLED).toList();
    Recall recall =
        new Recall(
            new UUID(version4(means.random.nextLong()), variant(means.random.nextLong())),
            recipient,
            basis,
            now,
            now.plus(Fates.TO_ACKNOWLEDGE),
            gone.size(),
            gone.stream().mapToLong(Recall.Delivery::rows).sum(),
            deliveries.getLast().at(),
            deliveries.getFirst().at(),
            Optional.empty());
    return Optional.of(new StoredRecalls.Worked(recall, deliveries));
  }

  /** Newest first. Lines that come meanwhile push the others back: none is taken twice. */
  private List<Recall.Delivery> deliveries(MemberId recipient, Fates fates) {
    Map<UUID, Recall.Delivery> deliveries = new LinkedHashMap<>();
    int skip = 0;
    List<ReceiptBook.Line> lines;
    do {
      lines = means.receipts.receipts(recipient, skip, PAGE);
      lines.forEach(line -> fates.of(line).ifPresent(each -> deliveries.put(line.id(), each)));
      skip += PAGE;
    } while (lines.size() == PAGE);
    return List.copyOf(deliveries.values());
  }

  /** A random UUID (RFC 9562 section 5.4). */
  private static long version4(long high) {
    return high & 0xffff_ffff_ffff_0fffL | 0x4000L;
  }

  private static long variant(long low) {
    return low & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
  }
}
