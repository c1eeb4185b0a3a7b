package tenbin.balance;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
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
import tenbin.nouns.member.Sector;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.time.Moment;

/**
 * What was weighed of observations of one kind, ready for each of them. Kept columns go only where
 * no time and no place of their category was cut down: nobody knows what stands in them.
 */
final class Ruling {
  private final Weighing weighing;
  private final Levels levels;
  private final Extent extent;
  private final Terms terms;
  private final Answered answered;
  private final Map<PartyId, Footing.Rest> rests = new HashMap<>();

  Ruling(Weighing weighing, Sides sides, Terms terms, Answered answered) {
    this.weighing = weighing;
    this.terms = terms;
    this.answered = answered;
    EnumMap<Field, Integer> released = new EnumMap<>(Field.class);
    Set<Category> cut = EnumSet.noneOf(Category.class);
    List<Weight> weights = weighing.weights();
    int place = 0;
    for (Field field : Field.values()) {
      Weight weight = weights.get(place++);
      if (weight.effect() == Effect.PERMIT) {
        released.put(field, weight.level());
      }
      if (Shapes.isGradual(field) && !isWhole(weight)) {
        cut.add(field.categoryIn(sides));
      }
    }
    Set<Category> kept = EnumSet.noneOf(Category.class);
    for (Category category : Category.values()) {
      if (isWhole(weights.get(Shapes.placeOfKept(category))) && !cut.contains(category)) {
        kept.add(category);
      }
    }
    this.levels = new Levels(released, kept);
    this.extent = Extent.of(levels);
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

  /** The time of an observation as it is told, the decision's own where it is not. */
  Instant toldTime(Item.Sighting sighting) {
    return levels.time(sighting.observation().time()).map(Moment::instant).orElse(terms.at());
  }

  /** How much of each field goes. */
  Extent extent() {
    return extent;
  }

  /** The fields that are released whole. */
  Set<Field> whole() {
    return Arrays.stream(Field.values())
        .filter(levels::isWhole)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
  }

  Disclosure of(Item.Sighting sighting, PartyId subject, Sector sector, RecipientKey key) {
    Footing.Rest rest =
        rests.computeIfAbsent(subject, about -> new Footing.Rest(terms, answered, about));
    return new Disclosure(sighting, levels, rest, sector, key);
  }
}
