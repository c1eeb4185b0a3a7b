package tenbin.spine.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * Joining and dividing cases, by the secretariat alone. Nothing is moved: a link lies over the
 * cases and is taken away again. Any thread.
 */
public interface CaseLinks {
  /**
   * Joins a case into another: those whom either concerns are one circle from then on. What was
   * written before stays with those who were there.
   *
   * @return the link; empty when one of them is not there, or is linked in another way already
   */
  Optional<CaseLink> join(String from, String into, CaseLink.Deed deed);

  /**
   * Divides a case: some of those whom it concerns get a case of their own.
   *
   * @return the link; empty when the case is not there, is joined with another, or would be left
   *     with nobody
   */
  Optional<CaseLink> split(String from, Set<MemberId> members, CaseLink.Deed deed);

  /**
   * Takes a link away: every case is what it was, with what was answered meanwhile.
   *
   * @return false when no such link stands, or a later one rests on it
   */
  boolean undo(UUID link, CaseLink.Deed deed);

  /** All that ever were, the newest first. */
  List<CaseLink> all();

  /** Whether the links that stand leave nothing of a case to see: it went into another. */
  static boolean isHidden(String caseId, List<CaseLink> links) {
    return links.stream()
        .anyMatch(each ->
            each.isJoin()
                ? each.stands() && each.from().equals(caseId)
                : !each.stands() && each.into().equals(caseId));
  }

  /** The beginning of time for those who were there from the beginning. */
  Instant BEGINNING = Instant.EPOCH;
}
