package tenbin.spine.group.election;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Elections in memory. */
final class MemoryElections implements ElectionBook {
  private final List<Election> elections = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();

  @Override
  public synchronized void open(Election election) {
    if (elections.stream().noneMatch(each -> each.id().equals(election.id()))) {
      elections.add(election);
    }
  }

  @Override
  public synchronized List<Election> of(String group) {
    return elections.reversed().stream().filter(each -> each.group().equals(group)).toList();
  }

  private void change(UUID election, UnaryOperator<Election> how) {
    elections.replaceAll(each -> each.id().equals(election) ? how.apply(each) : each);
  }

  @Override
  public synchronized void withdraw(UUID election, Instant at) {
    change(election, each -> with(each, Optional.of(at), each.result()));
  }

  @Override
  public synchronized void settle(UUID election, Election.Result result) {
    change(
        election,
        each -> with(each, each.withdrawn(), each.result().or(() -> Optional.of(result))));
  }

  private static Election with(
      Election each, Optional<Instant> withdrawn, Optional<Election.Result> result) {
    return new Election(
        each.id(),
        each.group(),
        each.role(),
        each.opened(),
        each.schedule(),
        each.term(),
        each.quorum(),
        each.electors(),
        each.secondOf(),
        withdrawn,
        result);
  }

  @Override
  public synchronized void nominate(Candidate candidate) {
    boolean there =
        candidates.stream()
            .anyMatch(each ->
                each.id().equals(candidate.id())
                    || each.election().equals(candidate.election())
                        && each.seat().equals(candidate.seat()));
    if (!there) {
      candidates.add(candidate);
    }
  }

  @Override
  public synchronized void answer(UUID candidate, Candidate.State state) {
    candidates.replaceAll(each -> each.id().equals(candidate) ? each.in(state) : each);
  }

  @Override
  public synchronized List<Candidate> candidates(UUID election) {
    return candidates.stream().filter(each -> each.election().equals(election)).toList();
  }
}
