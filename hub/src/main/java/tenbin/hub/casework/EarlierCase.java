package tenbin.hub.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.hub.page.CaseView;
import tenbin.nouns.member.Circle;
import tenbin.spine.casework.method.Recurrence;

/**
 * An earlier case of the same cause, with its lessons.
 *
 * @param causes words of what it has in common: "family", "class", "method"
 * @param techniques that stand in both
 */
public record EarlierCase(
    CaseView one, List<String> causes, List<String> techniques, List<Lesson> lessons) {
  public EarlierCase {
    causes = List.copyOf(causes);
    techniques = List.copyOf(techniques);
    lessons = List.copyOf(lessons);
  }

  /**
   * A countermeasure of then.
   *
   * @param applied whether the reader's own organisation has nothing left to do
   * @param othersOpen whether three or more of the others left it open
   */
  public record Lesson(MeasureLine measure, boolean applied, boolean othersOpen) {}

  static EarlierCase of(Recurrence.Earlier each, Instant now, Circle circle, Locale locale) {
    return new EarlierCase(
        CaseView.of(each.seen(), now),
        words(each),
        each.techniques().stream().sorted().toList(),
        each.lessons().stream()
            .map(lesson ->
                new Lesson(
                    MeasureLine.of(lesson.measure(), circle, locale),
                    lesson.isApplied(),
                    !lesson.others().fact(Recurrence.OTHERS_OPEN).isEmpty()))
            .toList());
  }

  static List<String> words(Recurrence.Earlier each) {
    return each.causes().stream()
        .sorted()
        .map(cause -> cause.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Everything that is told of it, for the ledger. */
  static List<Disclosure> told(Recurrence.Earlier each) {
    List<Disclosure> told = new ArrayList<>(List.of(each.seen()));
    each.lessons()
        .forEach(lesson -> {
          told.addAll(MethodDesk.told(List.of(lesson.measure())));
          told.add(lesson.others());
        });
    return told;
  }
}
