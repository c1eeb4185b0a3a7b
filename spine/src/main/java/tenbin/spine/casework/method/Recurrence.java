package tenbin.spine.casework.method;

import static tenbin.nouns.consent.Category.C0;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseCircle;
import tenbin.spine.casework.CaseFacts;
import tenbin.spine.casework.CaseNames;

/**
 * The same again? Earlier cases of the looker's member that have a cause in common with this one,
 * and which of their lessons were not applied: by itself always, by others only as a band of those
 * whom both cases concern. Cases that did not concern the member are not looked at at all. Any
 * thread.
 */
public final class Recurrence {
  /** Of those whom both cases concern, not by name: "3 or more" did not settle it; else "". */
  public static final String OTHERS_OPEN = "others-open";

  /** Two years of a case a week. */
  public static final int MOST = 100;

  private final CaseBook cases;
  private final CaseMethod method;
  private final CaseDefence defence;

  public Recurrence(CaseBook cases, CaseMethod method, CaseDefence defence) {
    this.cases = cases;
    this.method = method;
    this.defence = defence;
  }

  /** What two cases have in common. */
  public enum Cause {
    /** The same malware or tool. */
    FAMILY,
    /** The same class, found by the same sign: a scan for one port, one flaw. */
    CLASS,
    /** A technique that people wrote into both. */
    METHOD
  }

  /**
   * An earlier case of the same cause.
   *
   * @param seen the case as the member may know of it
   * @param causes what it has in common
   * @param techniques that stand in both
   * @param lessons what was to be done then
   */
  public record Earlier(
      Disclosure seen, Set<Cause> causes, Set<String> techniques, List<Lesson> lessons) {
    public Earlier {
      causes = Set.copyOf(causes);
      techniques = Set.copyOf(techniques);
      lessons = List.copyOf(lessons);
    }
  }

  /**
   * A countermeasure of an earlier case.
   *
   * @param measure what it is, and how the member's own organisation stands
   * @param others how many of the others left it open
   */
  public record Lesson(CaseDefence.Measure measure, Disclosure others) {
    /** Whether one's own organisation did it, or has nothing to do there. */
    public boolean isApplied() {
      String state = measure.measure().fact(CaseDefence.OWN_STATE);
      return state.equals(Adoption.State.DONE.word())
          || state.equals(Adoption.State.NOT_APPLICABLE.word());
    }
  }

  /** The earlier ones, newest first. */
  public List<Earlier> of(Plan viewer, CaseBook.Shared now) {
    Set<String> techniques = method.techniques(viewer, now);
    List<Earlier> found = new ArrayList<>();
    for (CaseBook.Shared before : cases.before(viewer, now.circle(), MOST)) {
      Set<String> both = new HashSet<>(method.techniques(viewer, before));
      both.retainAll(techniques);
      Set<Cause> causes = causes(now.seen(), before.seen(), !both.isEmpty());
      if (!causes.isEmpty()) {
        found.add(new Earlier(before.seen(), causes, both, lessons(viewer, now, before)));
      }
    }
    return found;
  }

  private static Set<Cause> causes(Disclosure now, Disclosure before, boolean sharedMethod) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    if (same(now, before, CaseFacts.FAMILY)) {
      causes.add(Cause.FAMILY);
    }
    if (same(now, before, CaseFacts.TYPE) && same(now, before, CaseFacts.IDENTIFIER)) {
      causes.add(Cause.CLASS);
    }
    if (sharedMethod) {
      causes.add(Cause.METHOD);
    }
    return causes;
  }

  private static boolean same(Disclosure now, Disclosure before, String fact) {
    return !now.fact(fact).isEmpty() && now.fact(fact).equals(before.fact(fact));
  }

  private List<Lesson> lessons(Plan viewer, CaseBook.Shared now, CaseBook.Shared before) {
    List<Lesson> lessons = new ArrayList<>();
    Set<MemberId> apart = CaseNames.known(now, viewer);
    apart = new HashSet<>(apart);
    apart.addAll(CaseNames.known(before, viewer));
    Set<MemberId> others = new HashSet<>(now.circle().members());
    others.retainAll(before.circle().members());
    others.removeAll(apart);
    for (CaseDefence.Of each : defence.all(viewer, before)) {
      open(viewer, before.circle(), each, others)
          .ifPresent(band -> lessons.add(new Lesson(each.measure(), band)));
    }
    return lessons;
  }

  private static Optional<Disclosure> open(
      Plan viewer, CaseCircle circle, CaseDefence.Of each, Set<MemberId> others) {
    Map<MemberId, Adoption> adopted = each.adopted();
    long left =
        others.stream()
            .filter(member ->
                Optional.ofNullable(adopted.get(member))
                    .filter(its -> its.state().isSettled())
                    .isEmpty())
            .count();
    String band = Bands.mayTell(left, others.size()) ? Bands.MANY : "";
    return circle.own(
        viewer,
        "case-lesson",
        each.measure().measure().id().toString(),
        List.of(new Fact(OTHERS_OPEN, C0, band)));
  }
}
