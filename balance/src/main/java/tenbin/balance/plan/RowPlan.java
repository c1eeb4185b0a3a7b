package tenbin.balance.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weigher;
import tenbin.nouns.consent.PartyId;

/**
 * A question compiled for many rows: for one recipient, purpose, act, channel and time.
 *
 * <p>A row is turned into a few small numbers, one for each thing on which a decision can hang;
 * what the policy cannot tell apart has one number. The interpreter is asked once for each
 * combination that comes up, and its answer is looked up for every further row. So a plan cannot
 * decide differently from the interpreter, it can only confuse two kinds; a test holds both beside
 * each other on a million random rows.
 *
 * <p>A plan answers for the time of its question: make a new one for each chunk of a stream. Not
 * for several threads.
 */
public final class RowPlan {
  /** No subject known, nobody responsible known. */
  public static final int NOBODY = 0;

  private static final int FEWEST_SLOTS = 64;

  private final Weigher weigher;
  private final Question question;
  private final Kinds kinds;
  private final Map<Matter, Integer> numbers = new HashMap<>();
  private final List<Matter> shapes = new ArrayList<>();
  private int[] @Nullable [] keys = new int[FEWEST_SLOTS][];
  private @Nullable Answer[] answers = new Answer[FEWEST_SLOTS];
  private int known;

  /**
   * A plan for rows that name their parties.
   *
   * @param question whose matter is not looked at: rows bring their own
   */
  public RowPlan(PolicySet policy, Question question) {
    this(new Roll(policy), question);
  }

  /**
   * A plan under a policy set whose roll is there already.
   *
   * @param question whose matter is not looked at: rows bring their own
   */
  public RowPlan(Roll roll, Question question) {
    this.weigher = new Weigher(roll.policy());
    this.question = question;
    Set<PartyId> own = new HashSet<>(List.of(question.giver(), question.recipient()));
    this.kinds = new Kinds(roll, question.when(), own);
  }

  /**
   * The number of a matter whose linkages leave open whom they are about and who is responsible.
   */
  public int shape(Matter matter) {
    Integer number = numbers.get(matter);
    if (number == null) {
      number = shapes.size();
      numbers.put(matter, number);
      shapes.add(matter);
    }
    return number;
  }

  /** The kind of a subject. */
  public int subject(PartyId party) {
    return kinds.subject(party);
  }

  /** The kind of a subject that the roll has under this number. */
  public int subject(int number) {
    return kinds.subject(number);
  }

  /** The kind of a responsible party. */
  public int responsible(PartyId party) {
    return kinds.responsible(party);
  }

  /** The kind of a responsible party that the roll has under this number. */
  public int responsible(int number) {
    return kinds.responsible(number);
  }

  /** The interpreter's answer for a row. */
  public Answer of(Row row) {
    int mask = keys.length - 1;
    int slot = row.hash() & mask;
    int[] key = keys[slot];
    while (key != null) {
      Answer answer = answers[slot];
      if (answer != null && Arrays.equals(key, row.cells())) {
        return answer;
      }
      slot = slot + 1 & mask;
      key = keys[slot];
    }
    return weighed(row, slot);
  }

  private Answer weighed(Row row, int slot) {
    Answer answer = new Answer(weigher.weigh(questionFor(row)));
    keys[slot] = row.cells().clone();
    answers[slot] = answer;
    known++;
    if (known * 2 > keys.length) {
      grow();
    }
    return answer;
  }

  private void grow() {
    int[] @Nullable [] oldKeys = keys;
    @Nullable Answer[] oldAnswers = answers;
    keys = new int[oldKeys.length * 2][];
    answers = new Answer[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      int[] key = oldKeys[i];
      if (key != null) {
        int slot = Row.hash(key) & keys.length - 1;
        while (keys[slot] != null) {
          slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        answers[slot] = oldAnswers[i];
      }
    }
  }

  /** How many kinds of row came up. */
  public int known() {
    return known;
  }

  /** A question that the interpreter can answer, for some row like this one. */
  Question questionFor(Row row) {
    Matter shape = shapes.get(row.shape());
    List<Linkage> linkages = new ArrayList<>();
    for (int i = 0; i < shape.linkages().size(); i++) {
      Linkage open = shape.linkages().get(i);
      linkages.add(
          new Linkage(
              open.id(),
              party(row.responsible(i)),
              party(row.subject(i)),
              open.route(),
              open.traits()));
    }
    Matter matter =
        new Matter(
            shape.type(),
            shape.holder(),
            shape.source(),
            shape.marking(),
            shape.traits(),
            shape.parts(),
            linkages);
    return new Question(
        matter,
        question.giver(),
        question.recipient(),
        question.person(),
        question.purpose(),
        question.act(),
        question.channel(),
        question.when(),
        question.held(),
        question.asks());
  }

  private Optional<PartyId> party(int kind) {
    return kind == NOBODY ? Optional.empty() : Optional.of(kinds.representative(kind));
  }
}
