package tenbin.hub.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.Disclosure;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseFacts;
import tenbin.spine.casework.CaseNames;
import tenbin.web.layout.Everywhere;

/**
 * Members and states of one case, as far as the looker may know of them.
 *
 * @param lines the looker's own first, then the named ones by name: nothing tells who was first
 * @param banded states that several of the others are in, not by name
 */
public record Standings(List<Line> lines, Set<String> banded) {
  /** Every state, in the order of the work. */
  public static final List<String> STATES =
      Arrays.stream(AnswerState.values()).map(AnswerState::word).toList();

  public Standings {
    lines = List.copyOf(lines);
    banded = Set.copyOf(banded);
  }

  /**
   * One member's line.
   *
   * @param member its name
   * @param state "" where it lets nobody know
   * @param own whether it is the looker's
   */
  public record Line(String member, String state, boolean own) {}

  static Standings of(CaseBook.Shared shared, MemberId own, Circle circle, Locale locale) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            Everywhere.nameOf(circle, own, locale), shared.seen().fact(CaseFacts.ANSWER), true));
    shared.named().stream()
        .map(each -> line(each, circle, locale))
        .sorted(Comparator.comparing(Line::member))
        .forEach(lines::add);
    Set<String> banded =
        shared
            .seen()
            .fact(CaseFacts.OTHERS)
            .lines()
            .map(each -> each.substring(0, each.indexOf(':')))
            .collect(Collectors.toSet());
    return new Standings(lines, banded);
  }

  private static Line line(Disclosure named, Circle circle, Locale locale) {
    MemberId member = new MemberId(named.fact(CaseNames.MEMBER));
    return new Line(Everywhere.nameOf(circle, member, locale), named.fact(CaseNames.ANSWER), false);
  }
}
