package tenbin.balance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tenbin.balance.ground.When;
import tenbin.balance.weigh.Matter;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Sides;

/** Decides questions of the past again. */
public final class Replay {
  private static final int TIME = 0;
  private static final int POLICY = 1;
  private static final int QUESTION = 2;
  private static final int ANSWER = 3;
  private static final int PARTS = 5;

  private final Function<String, Optional<Policy>> policies;
  private final Optional<Instant> knownAt;

  private Replay(Function<String, Optional<Policy>> policies, Optional<Instant> knownAt) {
    this.policies = policies;
    this.knownAt = knownAt;
  }

  /**
   * As known then: by the policy that decided, and what was on record at that time.
   *
   * @param policies those of the past by their versions
   */
  public static Replay asKnownThen(Function<String, Optional<Policy>> policies) {
    return new Replay(policies, Optional.empty());
  }

  /** As of now: by the policy of today, and what is on record today about that time. */
  public static Replay asOfNow(Policy today, Instant now) {
    return new Replay(version -> Optional.of(today), Optional.of(now));
  }

  /**
   * One question decided again.
   *
   * @param question as the ledger keeps it
   * @param then the answer of then
   * @param again the answer of the replay; empty when the policy is not on record, or the question
   *     is none
   */
  public record Again(String question, String then, Optional<String> again) {
    public boolean isEqual() {
      return again.filter(then::equals).isPresent();
    }
  }

  /**
   * Decides the questions of a batch again.
   *
   * @param request its recipient, purpose and outlet; its time is that of each question
   * @param questions {@link Footing#questions}
   */
  public List<Again> decide(Request request, String questions) {
    return questions.lines().map(line -> decideLine(request, line)).toList();
  }

  private Again decideLine(Request request, String line) {
    String[] parts = line.split("\t", PARTS);
    if (parts.length < PARTS) {
      return new Again(line, "", Optional.empty());
    }
    Instant at = Instant.parse(parts[TIME]);
    Request then = new Request(request.recipient(), request.purpose(), request.outlet(), at);
    When when = new When(at, knownAt.orElse(at));
    Optional<String> answer =
        policies
            .apply(parts[POLICY])
            .flatMap(policy ->
                matter(parts[QUESTION], then)
                    .map(matter -> Plan.answer(policy, then, matter, when)));
    return new Again(parts[QUESTION], parts[ANSWER], answer);
  }

  private static Optional<Matter> matter(String question, Request request) {
    String[] words = question.split(" ", -1);
    try {
      return switch (words[0]) {
        case "sighting" ->
            Optional.of(
                Shapes.sighting(
                    new MemberId(words[1]),
                    Sides.valueOf(words[2]),
                    Tlp.valueOf(words[3]),
                    request.recipient().party()));
        case "told" -> Optional.of(Shapes.told(told(words)));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notAQuestion) {
      return Optional.empty();
    }
  }

  private static Item.Told told(String[] words) {
    List<Item.Fact> facts = new ArrayList<>();
    for (int i = 3; i < words.length; i++) {
      String[] parts = words[i].split(":", 2);
      facts.add(new Item.Fact(parts[1], Category.valueOf(parts[0]), ""));
    }
    return new Item.Told("", "", new MemberId(words[1]), Tlp.valueOf(words[2]), List.of(), facts);
  }
}
