package tenbin.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.nouns.consent.PartyId;

/**
 * What a batch of disclosures stands on: the terms, the fields with their levels, the questions
 * that were decided, who contributed it, whom it was about. For the ledger alone: a recipient may
 * not read who contributed what. Immutable.
 */
public final class Footing {
  /** The batch without a disclosure. */
  public static final Footing NONE = of(List.of());

  private final Sum all;
  private final Map<PartyId, Sum> subjects;
  private final Set<PartyId> holders;
  private final String questions;

  private Footing(Sum all, Map<PartyId, Sum> subjects, Set<PartyId> holders, String questions) {
    this.all = all;
    this.subjects = subjects;
    this.holders = holders;
    this.questions = questions;
  }

  /**
   * What disclosures have in common.
   *
   * @param rows how many
   * @param terms all different ones
   * @param fields what was released, each with its level: "source-address:FULL"
   * @param reports which of a subject's own reports: for that subject alone
   */
  public record Sum(long rows, Set<Terms> terms, Set<String> fields, Set<String> reports) {
    public Sum {
      terms = Set.copyOf(terms);
      fields = Collections.unmodifiableSet(new TreeSet<>(fields));
      reports = Set.copyOf(reports);
    }
  }

  /** The footing of disclosures that leave together. */
  public static Footing of(Collection<Disclosure> disclosures) {
    // Rows that were decided alike share one object: hashing its sets for each row would cost more
    // than the decision.
    IdentityHashMap<Rest, Long> shared = new IdentityHashMap<>();
    for (Disclosure each : disclosures) {
      shared.merge(each.rest(), 1L, Long::sum);
    }
    Map<Rest, Long> counted = new LinkedHashMap<>();
    shared.forEach((rest, rows) -> counted.merge(rest, rows, Long::sum));
    Map<PartyId, List<Map.Entry<Rest, Long>>> bySubject = new TreeMap<>();
    Set<PartyId> holders = new TreeSet<>();
    List<String> questions = new ArrayList<>();
    counted
        .entrySet()
        .forEach(entry -> {
          Rest rest = entry.getKey();
          bySubject.computeIfAbsent(rest.subject, subject -> new ArrayList<>()).add(entry);
          holders.add(rest.answered.holder());
          questions.add(
              String.join(
                  "\t",
                  rest.terms.at().toString(),
                  rest.terms.policy(),
                  rest.answered.question(),
                  rest.answered.answer(),
                  entry.getValue().toString()));
        });
    Map<PartyId, Sum> subjects = new TreeMap<>();
    bySubject.forEach((subject, rests) -> subjects.put(subject, sum(rests)));
    Collections.sort(questions);
    return new Footing(
        sum(counted.entrySet()),
        Collections.unmodifiableMap(subjects),
        Collections.unmodifiableSet(holders),
        String.join("\n", questions));
  }

  private static Sum sum(Collection<Map.Entry<Rest, Long>> rests) {
    long rows = 0;
    Set<Terms> terms = new java.util.HashSet<>();
    Set<String> fields = new TreeSet<>();
    Set<String> reports = new TreeSet<>();
    for (Map.Entry<Rest, Long> each : rests) {
      rows += each.getValue();
      terms.add(each.getKey().terms);
      fields.addAll(each.getKey().answered.fields());
      if (!each.getKey().answered.report().isEmpty()) {
        reports.add(each.getKey().answered.report());
      }
    }
    return new Sum(rows, terms, fields, reports);
  }

  /** What one disclosure stands on, equal for all rows that were decided alike. */
  record Rest(Terms terms, Answered answered, PartyId subject) {}

  /** Of the whole batch. */
  public Sum all() {
    return all;
  }

  /** By whom it was about: a customer with a network of its own, a responsible member, a holder. */
  public Map<PartyId, Sum> subjects() {
    return subjects;
  }

  /** Who contributed it. */
  public Set<PartyId> holders() {
    return holders;
  }

  /**
   * The questions with their answers, one a line: time, policy, question, answer, rows. {@link
   * Replay} decides them again.
   */
  public String questions() {
    return questions;
  }
}
