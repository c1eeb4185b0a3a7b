package tenbin.balance;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.ground.Obligation;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.observation.Field;

/** What was weighed of observations of one kind, ready for each of them. */
final class Ruling {
  private final Weighing weighing;
  private final EnumSet<Field> fields = EnumSet.noneOf(Field.class);
  private final EnumSet<Category> kept = EnumSet.noneOf(Category.class);
  private final Terms terms;
  private final Answered answered;
  private final Map<PartyId, Footing.Rest> rests = new HashMap<>();

  Ruling(Weighing weighing, Terms terms, Answered answered) {
    this.weighing = weighing;
    this.terms = terms;
    this.answered = answered;
    List<Weight> weights = weighing.weights();
    for (Field field : Field.values()) {
      if (isWhole(weights.get(List.of(Field.values()).indexOf(field)))) {
        fields.add(field);
      }
    }
    for (Category category : Category.values()) {
      if (isWhole(weights.get(Shapes.placeOfKept(category)))) {
        kept.add(category);
      }
    }
  }

  static Terms terms(Weighing weighing, Request request, String policy) {
    Set<String> bases = weighing.bases();
    Set<Obligation> obligations =
        weighing.obligations().stream().collect(Collectors.toUnmodifiableSet());
    return new Terms(
        request.recipient(),
        request.purpose(),
        request.outlet(),
        request.at(),
        policy,
        bases.isEmpty() ? Set.of(Terms.OWN_DATA) : bases,
        obligations);
  }

  private static boolean isWhole(Weight weight) {
    return weight.effect() == Effect.PERMIT && weight.level() == weight.part().order().greatest();
  }

  boolean isPermitted() {
    return weighing.effect() == Effect.PERMIT;
  }

  Weighing weighing() {
    return weighing;
  }

  Disclosure of(Item.Sighting sighting, PartyId subject, RecipientKey key) {
    Footing.Rest rest =
        rests.computeIfAbsent(subject, about -> new Footing.Rest(terms, answered, about));
    return new Disclosure(sighting, fields, kept, rest, key);
  }
}
