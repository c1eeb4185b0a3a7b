package tenbin.balance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tenbin.balance.ground.When;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Question;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
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
                past(parts[QUESTION], then)
                    .map(past -> Plan.answer(policy, then, past.matter, when, past.asked)));
    return new Again(parts[QUESTION], parts[ANSWER], answer);
  }

  /** A question of the past as far as its line says it. */
  record Past(Matter matter, List<Question.Asked> asked) {}

  static Optional<Past> past(String question, Request request) {
    String[] words = question.split(" ", -1);
    try {
      return switch (words[0]) {
        case "sighting" ->
            Optional.of(
                new Past(
                    Shapes.sighting(
                        new MemberId(words[1]),
                        Sides.valueOf(words[2]),
                        Tlp.valueOf(words[3]),
                        request.recipient().party(),
                        subject(words)),
                    List.of()));
        case "told" -> Optional.of(told(words));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notAQuestion) {
      return Optional.empty();
    }
  }

  /** Whose network a row was about; a question of before customers counted names none. */
  private static Optional<PartyId> subject(String[] words) {
    return words.length > 4 ? Optional.of(new PartyId(partsOf(words[4])[1])) : Optional.empty();
  }

  private static Past told(String[] words) {
    List<Item.Fact> facts = new ArrayList<>();
    List<Question.Asked> asked = new ArrayList<>();
    Map<String, String> traits = new HashMap<>();
    Optional<PartyId> subject = Optional.empty();
    for (int i = 3; i < words.length; i++) {
      String[] parts = partsOf(words[i]);
      switch (parts[0]) {
        case Answered.SUBJECT -> subject = Optional.of(new PartyId(parts[1]));
        case Answered.TRAIT -> traits.put(parts[1], parts[2]);
        case Answered.ASKED ->
            asked.add(
                new Question.Asked(parts[1], parts[2], Question.Asked.State.valueOf(parts[3])));
        case Answered.FACT ->
            facts.add(new Item.Fact(parts[2], Category.valueOf(parts[1]), "", parts[3]));
        default -> throw new IllegalArgumentException("not a question: " + words[i]);
      }
    }
    Item.Told told =
        new Item.Told(
            "",
            "",
            new PartyId(words[1]),
            new Item.About(subject, traits),
            Tlp.valueOf(words[2]),
            List.of(),
            facts);
    return new Past(Shapes.told(told), asked);
  }

  private static String[] partsOf(String word) {
    String[] parts = word.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = URLDecoder.decode(parts[i], UTF_8);
    }
    return parts;
  }
}
