package tenbin.spine.precedent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.balance.ground.Obligation;
import tenbin.balance.weigh.AskFor;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;
import tenbin.balance.weigh.Why;
import tenbin.spine.precedent.Difference.What;

/**
 * A trial's answer beside the expected one.
 *
 * @param trial what was tried
 * @param weighing the answer to a question; empty when the files are refused
 * @param differences empty when it is as expected
 */
public record Judgement(Trial trial, Optional<Weighing> weighing, List<Difference> differences) {
  public Judgement {
    differences = List.copyOf(differences);
  }

  /** Tries it. */
  public static Judgement of(Trial trial) {
    return switch (trial) {
      case QuestionTrial question -> ofQuestion(question);
      case NumberTrial numbers -> ofOther(numbers, differences(numbers));
      case RecallTrial recall -> ofOther(recall, differences(recall));
    };
  }

  private static Judgement ofQuestion(QuestionTrial trial) {
    Optional<Weighing> weighing = trial.weighed();
    List<Difference> found = new ArrayList<>();
    Optional<String> refusal = trial.expected().flatMap(Expectation::refused);
    if (weighing.isEmpty()) {
      addRefused(trial, refusal, found);
      return new Judgement(trial, weighing, found);
    }
    refusal.ifPresent(text -> found.add(new Difference(What.NOT_REFUSED, "", text, "read")));
    Weighing was = weighing.get();
    trial.expected().ifPresent(expected -> new Comparison(expected, was, found).compare());
    trial
        .original()
        .flatMap(QuestionTrial::weighed)
        .filter(same -> !same.equals(was))
        .ifPresent(
            same -> found.add(new Difference(What.SAME, "", same.toString(), was.toString())));
    return new Judgement(trial, weighing, found);
  }

  private static Judgement ofOther(Trial trial, List<Difference> found) {
    if (trial.faults().isEmpty()) {
      return new Judgement(trial, Optional.empty(), found);
    }
    List<Difference> refused = new ArrayList<>();
    addRefused(trial, trial.expected().flatMap(Expectation::refused), refused);
    return new Judgement(trial, Optional.empty(), refused);
  }

  private static List<Difference> differences(NumberTrial trial) {
    Map<String, String> wanted = trial.expected().flatMap(Expectation::told).orElseGet(Map::of);
    Map<String, String> told = trial.told();
    return wanted.equals(told)
        ? List.of()
        : List.of(new Difference(What.TOLD, "", "" + new TreeMap<>(wanted), "" + told));
  }

  private static List<Difference> differences(RecallTrial trial) {
    Map<String, Set<String>> wanted =
        trial.expected().map(Expectation::consequences).orElseGet(Map::of);
    Map<String, Set<String>> found = trial.consequences();
    return wanted.equals(found)
        ? List.of()
        : List.of(new Difference(What.CONSEQUENCE, "", "" + new TreeMap<>(wanted), "" + found));
  }

  private static void addRefused(Trial trial, Optional<String> expected, List<Difference> found) {
    boolean asExpected =
        expected.isPresent()
            && trial.faults().stream().anyMatch(fault -> fault.reason().contains(expected.get()));
    if (!asExpected) {
      String faults = String.join("; ", trial.faults().stream().map(Object::toString).toList());
      found.add(new Difference(What.REFUSED, "", expected.orElse("none"), faults));
    }
  }

  public boolean isAsExpected() {
    return differences.isEmpty();
  }

  /** Every reason of the item and of its fields. */
  public NavigableSet<Why> whys() {
    return weighing.map(Judgement::whysOf).orElseGet(TreeSet::new);
  }

  private static NavigableSet<Why> whysOf(Weighing weighing) {
    NavigableSet<Why> all = new TreeSet<>(weighing.whys());
    weighing.weights().forEach(weight -> all.addAll(weight.whys()));
    return all;
  }

  private static String word(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT);
  }

  /** Goes through everything that is expected. */
  private record Comparison(Expectation expected, Weighing was, List<Difference> found) {
    void compare() {
      expected
          .effect()
          .filter(effect -> !effect.equals(word(was.effect())))
          .ifPresent(effect -> add(What.EFFECT, "", effect, word(was.effect())));
      expected.fields().forEach(this::compareField);
      others();
      obligations();
      Set<String> codes = new TreeSet<>();
      whysOf(was).forEach(why -> codes.add(why.code().name()));
      contains(What.REASON, expected.reasons(), codes);
      contains(What.TASK, expected.tasks(), was.tasks());
      contains(What.POINTER, expected.pointers(), was.pointers());
      expected.restsOn().ifPresent(bases -> exactly(What.RESTS_ON, bases, was.bases()));
      Set<String> asks = new TreeSet<>();
      was.asks().forEach(ask -> asks.add(text(ask)));
      expected.asks().ifPresent(all -> exactly(What.ASKS, all, asks));
      if (was.byRetroaction() != expected.byRetroaction()) {
        add(What.RETROACTION, "", "" + expected.byRetroaction(), "" + was.byRetroaction());
      }
    }

    private static String text(AskFor ask) {
      return (ask.whom().word() + " " + ask.party()).strip();
    }

    private void add(What what, String about, String wanted, String is) {
      found.add(new Difference(what, about, wanted, is));
    }

    private void compareField(String name, String wanted) {
      if (name.equals(Expectation.OTHERS)) {
        return;
      }
      List<Weight> meant =
          was.weights().stream().filter(weight -> namesOf(weight).contains(name)).toList();
      if (meant.isEmpty()) {
        add(What.NO_SUCH_FIELD, name, wanted, "");
      }
      meant.forEach(weight -> compare(weight, name, wanted));
    }

    private static Set<String> namesOf(Weight weight) {
      String name = weight.part().name();
      return Set.of(name, weight.part().group() + "/" + name);
    }

    private void compare(Weight weight, String name, String wanted) {
      String is = weight.effect() == Effect.PERMIT ? weight.word() : word(weight.effect());
      if (!is.equals(wanted)) {
        add(What.FIELD, name, wanted, is);
      }
    }

    private void others() {
      String wanted = expected.fields().get(Expectation.OTHERS);
      for (Weight weight : was.weights()) {
        boolean named = namesOf(weight).stream().anyMatch(expected.fields()::containsKey);
        if (wanted != null && !named) {
          compare(weight, weight.part().name(), wanted);
        }
      }
    }

    private void obligations() {
      Set<String> owed = new TreeSet<>();
      for (Obligation obligation : was.obligations()) {
        owed.add(obligation.toString());
        owed.add(obligation.duty().word());
      }
      contains(What.OBLIGATION, expected.obligations(), owed);
      for (String none : expected.noObligations()) {
        if (owed.contains(none)) {
          add(What.OBLIGATION, "", "no " + none, none);
        }
      }
    }

    private void contains(What what, Set<String> wanted, Set<String> all) {
      for (String each : new TreeSet<>(wanted)) {
        if (!all.contains(each)) {
          add(what, "", each, String.join(", ", all));
        }
      }
    }

    private void exactly(What what, Set<String> wanted, Set<String> all) {
      if (!wanted.equals(all)) {
        add(what, "", String.join(", ", new TreeSet<>(wanted)), String.join(", ", all));
      }
    }
  }
}
