package tenbin.spine.casework;

import static tenbin.nouns.consent.Category.C0;
import static tenbin.nouns.consent.Category.C1;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.balance.Item.Fact;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Category;
import tenbin.nouns.member.MemberId;

/**
 * The facts of a case for one member, under the names by which pages and mails find them. Nothing
 * of it depends on who the other members are: only on how many, as a band.
 */
public final class CaseFacts {
  /** RSIT type. */
  public static final String TYPE = "type";

  public static final String IDENTIFIER = "identifier";
  public static final String FAMILY = "family";

  /** The detector's name. */
  public static final String RULE = "rule";

  /** What joins them, a line each, detached from any communication and sorted. */
  public static final String VALUES = "values";

  /** First and last sighting, whole hours: a minute could point at one communication. */
  public static final String FROM = "from";

  public static final String TO = "to";

  /** {@link SeenBy}, as its name. */
  public static final String SEEN_BY = "seen-by";

  /** The deadline with its zone, ISO 8601 as {@link DateTimeFormatter#ISO_ZONED_DATE_TIME}. */
  public static final String DEADLINE = "deadline";

  /** The member's own state, as {@link AnswerState#word}. */
  public static final String ANSWER = "answer";

  /** The member's own last note. */
  public static final String NOTE = "note";

  /** When it said so, to the second. */
  public static final String ANSWERED_AT = "answered-at";

  /**
   * How the others answered, "checking: 3 or more" a line each; only where enough are concerned.
   */
  public static final String OTHERS = "others";

  /** A cell is shown when at least so many members stand in it (DISCLOSURE section 6). */
  private static final int LEAST_IN_CELL = 3;

  /** Below so many concerned members nothing at all is told of their answers (K_MIN). */
  private static final int LEAST_CONCERNED = 5;

  private CaseFacts() {}

  static List<Fact> of(CaseFile file, MemberId viewer, Set<MemberId> named) {
    List<Fact> facts = new ArrayList<>();
    add(facts, TYPE, C1, file.finding().kind().rsit().type());
    add(facts, IDENTIFIER, C1, file.finding().kind().identifier());
    add(facts, FAMILY, C1, file.finding().kind().family());
    add(facts, RULE, C1, file.finding().detector());
    add(facts, VALUES, C1, String.join("\n", file.finding().values().stream().sorted().toList()));
    add(facts, FROM, C1, hour(file.finding().from()));
    add(facts, TO, C1, hour(file.finding().to()));
    add(facts, SEEN_BY, C0, SeenBy.of(Math.max(1, file.finding().members().size())).name());
    add(
        facts,
        DEADLINE,
        C0,
        DateTimeFormatter.ISO_ZONED_DATE_TIME.format(file.terms().deadline().due()));
    add(facts, ANSWER, C0, file.stateOf(viewer).word());
    file.lastOf(viewer)
        .ifPresent(last -> {
          add(facts, NOTE, C0, last.note());
          add(facts, ANSWERED_AT, C0, last.at().truncatedTo(ChronoUnit.SECONDS).toString());
        });
    add(facts, OTHERS, C0, others(file, viewer, named));
    return facts;
  }

  private static void add(List<Fact> facts, String name, Category category, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, category, value));
    }
  }

  private static String hour(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS).toString();
  }

  /** Of those whom the viewer does not know by name, so that nothing is left when it subtracts. */
  private static String others(CaseFile file, MemberId viewer, Set<MemberId> named) {
    if (file.finding().members().size() - named.size() < LEAST_CONCERNED) {
      return "";
    }
    Map<AnswerState, Integer> counts = new EnumMap<>(AnswerState.class);
    file.states()
        .forEach((member, state) -> {
          if (!member.equals(viewer) && !named.contains(member)) {
            counts.merge(state, 1, Integer::sum);
          }
        });
    List<String> lines = new ArrayList<>();
    counts.forEach((state, count) -> {
      if (count >= LEAST_IN_CELL) {
        lines.add(state.word() + ": " + LEAST_IN_CELL + " or more");
      }
    });
    return String.join("\n", lines);
  }
}
