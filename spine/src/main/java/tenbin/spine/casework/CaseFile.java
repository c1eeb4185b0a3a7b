package tenbin.spine.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;
import tenbin.spine.correlate.Finding;

/**
 * All that the hub knows of one case.
 *
 * @param finding as grown so far
 * @param terms on which it was opened
 * @param opened when
 * @param answers oldest first
 */
record CaseFile(Finding finding, CaseTerms terms, Instant opened, List<Answer> answers) {
  private static final Duration OVERDUE = Duration.ofDays(1);

  CaseFile {
    answers = List.copyOf(answers);
  }

  /** The file with what a finding of the same id adds. */
  CaseFile grown(Finding more) {
    Set<MemberId> members = new HashSet<>(finding.members());
    members.addAll(more.members());
    LinkedHashSet<String> values = new LinkedHashSet<>(finding.values());
    values.addAll(more.values());
    boolean later = more.sightings() >= finding.sightings();
    Finding grown =
        new Finding(
            finding.id(),
            finding.detector(),
            finding.kind(),
            members,
            List.copyOf(values),
            finding.from().isBefore(more.from()) ? finding.from() : more.from(),
            finding.to().isAfter(more.to()) ? finding.to() : more.to(),
            Math.max(finding.sightings(), more.sightings()),
            Math.max(finding.score(), more.score()),
            later ? more.why() : finding.why());
    return new CaseFile(grown, terms, opened, answers);
  }

  /** The file with all of another one, and the answers of both. */
  CaseFile joined(CaseFile other) {
    List<Answer> more = new ArrayList<>(answers);
    more.addAll(other.answers);
    more.sort(Comparator.comparing(Answer::at));
    CaseFile grown = grown(other.finding);
    return new CaseFile(grown.finding, terms, opened, more);
  }

  /** The file as far as it concerns the others. */
  CaseFile without(Set<MemberId> members) {
    Set<MemberId> left = new HashSet<>(finding.members());
    left.removeAll(members);
    Finding its =
        new Finding(
            finding.id(),
            finding.detector(),
            finding.kind(),
            left,
            finding.values(),
            finding.from(),
            finding.to(),
            finding.sightings(),
            finding.score(),
            finding.why());
    return new CaseFile(its, terms, opened, answers);
  }

  CaseFile with(Answer answer) {
    List<Answer> more = new ArrayList<>(answers);
    more.add(answer);
    more.sort(Comparator.comparing(Answer::at));
    return new CaseFile(finding, terms, opened, more);
  }

  boolean concerns(MemberId member) {
    return finding.members().contains(member);
  }

  AnswerState stateOf(MemberId member) {
    return lastOf(member).map(Answer::state).orElse(AnswerState.SILENT);
  }

  Optional<Answer> lastOf(MemberId member) {
    return answers.stream()
        .filter(answer -> answer.member().equals(member))
        .reduce((earlier, later) -> later);
  }

  Map<MemberId, AnswerState> states() {
    Map<MemberId, AnswerState> states = new TreeMap<>();
    finding.members().forEach(member -> states.put(member, stateOf(member)));
    return states;
  }

  /** The latest step at which a member is to be reminded by now. */
  Optional<Reminder.Step> step(MemberId member, Instant now) {
    Instant due = terms.deadline().due().toInstant();
    Instant halfway = opened.plus(Duration.between(opened, due).dividedBy(2));
    return switch (stateOf(member)) {
      case AFFECTED, NOT_AFFECTED, FIXED -> Optional.empty();
      case SILENT, SEEN, CHECKING -> {
        if (!now.isBefore(due.plus(OVERDUE))) {
          yield Optional.of(Reminder.Step.OVERDUE);
        }
        if (!now.isBefore(due)) {
          yield Optional.of(Reminder.Step.DUE);
        }
        boolean early = !now.isBefore(halfway) && stateOf(member) == AnswerState.SILENT;
        yield early ? Optional.of(Reminder.Step.HALFWAY) : Optional.empty();
      }
    };
  }

  CaseMatrix matrix() {
    return new CaseMatrix(finding, terms.deadline(), states(), answers);
  }
}
