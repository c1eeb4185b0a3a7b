package tenbin.spine.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * That the secretariat joined two cases, or divided one; kept for ever, also when it was undone.
 *
 * @param id inside the hub
 * @param kind what was done
 * @param from the case that went into another, or that was divided
 * @param into the case that it went into, or that was made
 * @param members who went over to the new case; none where cases were joined
 * @param done by whom and when
 * @param undone by whom and when, where it was
 */
public record CaseLink(
    UUID id,
    Kind kind,
    String from,
    String into,
    Set<MemberId> members,
    Deed done,
    Optional<Deed> undone) {
  /** What can be done with cases. */
  public enum Kind {
    JOIN,
    SPLIT
  }

  /** By whom, as the audit names people, and when. */
  public record Deed(String by, Instant at) {}

  public CaseLink {
    members = Set.copyOf(members);
  }

  /** Whether it counts now. */
  public boolean stands() {
    return undone.isEmpty();
  }

  boolean isJoin() {
    return kind == Kind.JOIN;
  }

  boolean touches(String caseId) {
    return from.equals(caseId) || into.equals(caseId);
  }
}
