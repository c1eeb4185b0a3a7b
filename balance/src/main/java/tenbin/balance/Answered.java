package tenbin.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Sides;

/**
 * A question that was put to the balance, and its answer, as texts of one line: what the ledger
 * keeps of a decision, so that it can be decided again.
 *
 * @param question what the decision hung on beside the request
 * @param answer effect, fields with their levels, bases, obligations
 * @param fields what was released, each with its level
 * @param holder who contributed it
 */
record Answered(String question, String answer, Set<String> fields, MemberId holder) {
  private static final String SIGHTING = "sighting";
  private static final String TOLD = "told";

  Answered {
    fields = Set.copyOf(fields);
  }

  static Answered sighting(MemberId holder, Sides sides, Tlp marking, Weighing weighing) {
    return of(
        String.join(" ", SIGHTING, holder.text(), sides.name(), marking.name()), holder, weighing);
  }

  static Answered told(Item.Told told, Weighing weighing) {
    List<String> words = new ArrayList<>();
    words.add(TOLD);
    words.add(told.holder().text());
    words.add(told.marking().name());
    told.facts().forEach(fact -> words.add(fact.category() + ":" + fact.name()));
    return of(String.join(" ", words), told.holder(), weighing);
  }

  private static Answered of(String question, MemberId holder, Weighing weighing) {
    return new Answered(question, answer(weighing), fields(weighing), holder);
  }

  /** The whole answer on one line; equal weighings have equal ones. */
  static String answer(Weighing weighing) {
    return weighing.effect()
        + " fields="
        + String.join(",", new TreeSet<>(fields(weighing)))
        + " bases="
        + String.join(",", weighing.bases())
        + " obligations="
        + String.join(",", weighing.obligations().stream().map(Object::toString).toList());
  }

  private static Set<String> fields(Weighing weighing) {
    Set<String> fields = new TreeSet<>();
    for (Weight weight : weighing.weights()) {
      boolean released = weight.effect() == Effect.PERMIT;
      if (released && weight.level() != weight.part().order().least()) {
        fields.add(weight.part().name() + ":" + weight.word());
      }
    }
    return fields;
  }
}
