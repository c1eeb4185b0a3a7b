package tenbin.hub.gather;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.spine.group.election.ElectionSight;
import tenbin.web.signin.Visitor;

/**
 * An election as its reader may know of it.
 *
 * @param phase "nominating", "voting", "over", "withdrawn"
 * @param nominated the first moment at which nobody is nominated any more
 * @param voted the first moment at which nobody votes any more
 * @param term the first and the last day of the role, where the circle is
 * @param electors how many members may vote
 * @param own what the reader's member can do or has done
 * @param outcome "elected", "tie"; "" before
 * @param cast how many voted, where that is told
 * @param none votes for none of the candidates, where they are told
 */
public record ElectionLine(
    UUID id,
    String role,
    String phase,
    Instant nominated,
    Instant voted,
    List<LocalDate> term,
    int quorum,
    int electors,
    boolean second,
    Own own,
    String outcome,
    OptionalInt cast,
    OptionalInt none,
    List<Standing> candidates) {
  /** What the reader's own member can do or has done: may vote now, has voted. */
  public record Own(boolean votes, boolean voted) {}

  /**
   * Somebody who was nominated.
   *
   * @param me whether it is the reader itself
   * @param state "nominated", "stands", "declined"
   * @param votes where they are told
   * @param chosen whether it was elected, or is one of those with the most
   */
  public record Standing(
      UUID id,
      String name,
      String member,
      boolean me,
      String state,
      OptionalInt votes,
      boolean chosen) {
    public boolean stands() {
      return state.equals("stands");
    }
  }

  public ElectionLine {
    term = List.copyOf(term);
    candidates = List.copyOf(candidates);
  }

  public boolean nominating() {
    return phase.equals("nominating");
  }

  public boolean voting() {
    return phase.equals("voting");
  }

  /** Those who stand. */
  public List<Standing> standing() {
    return candidates.stream().filter(Standing::stands).toList();
  }

  static ElectionLine of(
      ElectionSight.Seen seen, Visitor visitor, GroupPapers papers, ZoneId zone) {
    Disclosure told = seen.told();
    Instant to = Instant.parse(told.fact(ElectionSight.TERM_TO)).minusMillis(1);
    return new ElectionLine(
        told.id(),
        told.fact(ElectionSight.ROLE),
        told.fact(ElectionSight.PHASE),
        Instant.parse(told.fact(ElectionSight.NOMINATIONS_END)),
        Instant.parse(told.fact(ElectionSight.VOTING_END)),
        List.of(
            LocalDate.ofInstant(Instant.parse(told.fact(ElectionSight.TERM_FROM)), zone),
            LocalDate.ofInstant(to, zone)),
        Integer.parseInt(told.fact(ElectionSight.QUORUM)),
        Integer.parseInt(told.fact(ElectionSight.ELECTORS)),
        told.fact(ElectionSight.SECOND).equals("yes"),
        new Own(seen.votes(), told.fact(ElectionSight.VOTED).equals("yes")),
        told.fact(ElectionSight.OUTCOME),
        number(told.fact(ElectionSight.CAST)),
        number(told.fact(ElectionSight.VOTES)),
        seen.candidates().stream().map(each -> standing(each, visitor, papers)).toList());
  }

  private static Standing standing(Disclosure told, Visitor visitor, GroupPapers papers) {
    return new Standing(
        told.id(),
        told.fact(ElectionSight.NAME),
        String.join("", papers.names(told.fact(ElectionSight.MEMBER))),
        told.fact(ElectionSight.PERSON).equals(visitor.actor()),
        told.fact(ElectionSight.STATE),
        number(told.fact(ElectionSight.VOTES)),
        told.fact(ElectionSight.CHOSEN).equals("yes"));
  }

  private static OptionalInt number(String text) {
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }
}
