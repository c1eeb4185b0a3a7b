package tenbin.spine.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/**
 * Those whom a case concerns, one of whom looks: for the spine's own books, which put everything
 * that is written in the case through the balance; never shown.
 *
 * @param caseId inside the hub
 * @param over when it waits for no answer any more
 * @param marking of everything in it
 * @param members whom it concerns, sorted
 * @param windows where and when somebody wrote what the viewer may read
 */
public record CaseCircle(
    String caseId, Instant over, Tlp marking, List<MemberId> members, List<Window> windows) {
  /** Where everything is kept of what people wrote in it. */
  public record Window(String caseId, Instant from, Instant to) {
    /** All that is written in a case, from its beginning on. */
    public static Window whole(String caseId) {
      return new Window(caseId, Instant.EPOCH, FAR);
    }
  }

  /** No case lasts so long; a database can write it. */
  public static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

  public CaseCircle {
    members = List.copyOf(members);
    windows = List.copyOf(windows);
  }

  /** Something that one of them told the others. */
  public Optional<Disclosure> tell(
      Plan viewer, String kind, String id, MemberId holder, List<Item.Fact> facts) {
    return decide(viewer, new Item.Told(kind, id, holder, marking, members, facts));
  }

  /**
   * The members whose words the viewer may read at all: what somebody says of an attack. Asked for
   * once, so that nothing tells of words that it may not read: no number, no gap.
   */
  public Set<MemberId> heard(Plan viewer) {
    Item.Fact any = new Item.Fact("text", Category.C1, "any");
    return members.stream()
        .filter(each -> tell(viewer, "case-words", caseId, each, List.of(any)).isPresent())
        .collect(Collectors.toSet());
  }

  /** Something of the viewer's own, for nobody else. */
  public Optional<Disclosure> own(Plan viewer, String kind, String id, List<Item.Fact> facts) {
    MemberId holder = viewer.request().recipient();
    return decide(viewer, new Item.Told(kind, id, holder, marking, List.of(holder), facts));
  }

  private static Optional<Disclosure> decide(Plan viewer, Item.Told told) {
    return viewer.decide(told) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }
}
