package tenbin.spine.casework;

import static tenbin.nouns.consent.Category.C0;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;

/** What one member did in a case and was told of it, for itself alone. */
public final class CaseDeeds {
  /** "answer" or "reminder". */
  public static final String EVENT = "event";

  /** When, to the second. */
  public static final String AT = "at";

  /** The state of an answer, the step of a reminder. */
  public static final String WORD = "word";

  public static final String NOTE = "note";

  private static final String KIND = "case-deed";

  private CaseDeeds() {}

  static List<Disclosure> of(
      CaseFile file, CaseCircle circle, List<Reminded> reminded, Plan viewer) {
    MemberId member = viewer.request().recipient();
    List<Disclosure> deeds = new ArrayList<>();
    for (Answer answer : file.answers()) {
      if (answer.member().equals(member)) {
        add(deeds, circle, viewer, "answer", answer.at(), answer.state().word(), answer.note());
      }
    }
    for (Reminded each : reminded) {
      add(deeds, circle, viewer, "reminder", each.at, word(each.step), "");
    }
    return deeds;
  }

  /** A reminder that left. */
  record Reminded(Reminder.Step step, Instant at) {}

  private static String word(Reminder.Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private static void add(
      List<Disclosure> deeds,
      CaseCircle circle,
      Plan viewer,
      String event,
      Instant at,
      String word,
      String note) {
    String when = at.truncatedTo(ChronoUnit.SECONDS).toString();
    List<Fact> facts =
        List.of(
            new Fact(EVENT, C0, event),
            new Fact(AT, C0, when),
            new Fact(WORD, C0, word),
            new Fact(NOTE, C0, note));
    String id = circle.caseId() + "/" + event + "/" + word + "/" + at;
    circle.own(viewer, KIND, id, facts).ifPresent(deeds::add);
  }
}
