package tenbin.spine.scales;

import java.util.List;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/**
 * Stored rows, counted in groups that the balance decides alike.
 *
 * @param groups no two of them equal in all but their number
 */
public record Backlog(List<Group> groups) {
  /**
   * Rows of one holder about networks of one party under one marking.
   *
   * @param attribution whose networks
   * @param holder who contributed them
   * @param marking theirs
   * @param rows how many
   */
  public record Group(Attribution attribution, MemberId holder, Tlp marking, long rows) {}

  public Backlog {
    groups = List.copyOf(groups);
  }

  public long rows() {
    return groups.stream().mapToLong(Group::rows).sum();
  }
}
