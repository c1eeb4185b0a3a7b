package tenbin.hub.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.newcomer.letter.ContactLetter;
import tenbin.spine.newcomer.letter.ContactLetters;
import tenbin.spine.newcomer.proof.ProofNames;

/** A member's own networks, as it reads them. */
public final class RangePapers {
  /** Names that a page shows of one network; a wide block has up to 128. */
  private static final int MOST_NAMES = 4;

  private final JoiningDoor door;
  private final ContactLetters letters;

  public RangePapers(JoiningDoor door, ContactLetters letters) {
    this.door = door;
    this.letters = letters;
  }

  /**
   * A network.
   *
   * @param network as it is written
   * @param word how it stands: "entered", "waiting", "counts", "refused", "over"
   * @param method by which it was proved; "" while it was not
   * @param evidence what was seen
   * @param at when it was proved last
   * @param until when it has to be proved again
   * @param names where in the DNS its mark has to lie; one each of sets of alternatives
   * @param more names beside those
   * @param registered whether a registry has objects of such networks
   * @param letter the newest question to a registered contact
   */
  public record Line(
      String network,
      String word,
      String method,
      String evidence,
      Optional<Instant> at,
      Optional<Instant> until,
      List<Set<String>> names,
      int more,
      boolean registered,
      Optional<ContactLetter> letter) {}

  List<Line> of(MemberId member) {
    return door.joining().ranges(member).stream().map(this::line).toList();
  }

  private Line line(OwnRange range) {
    List<Set<String>> names = names(range.network());
    return new Line(
        range.network().toString(),
        word(range, door.now()),
        range
            .proof()
            .map(each -> each.method().name().toLowerCase(java.util.Locale.ROOT))
            .orElse(""),
        range.proof().map(OwnRange.Proof::evidence).orElse(""),
        range.proof().map(OwnRange.Proof::at),
        range.proof().map(OwnRange.Proof::until),
        names.stream().limit(MOST_NAMES).toList(),
        Math.max(0, names.size() - MOST_NAMES),
        !(range.network() instanceof Network.Domain),
        letters.newest(range));
  }

  private static List<Set<String>> names(Network network) {
    return ProofNames.of(network);
  }

  static String word(OwnRange range, Instant now) {
    boolean over = range.proof().isPresent() && !range.isProvedAt(now);
    return over && range.standing() != OwnRange.Standing.REFUSED
        ? "over"
        : range.standing().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** When a proof has to be made again, for those that end soon. */
  static boolean endsSoon(OwnRange range, Instant now) {
    return range.standing() == OwnRange.Standing.COUNTS
        && range.proof().filter(each -> each.until().isBefore(now.plus(Joining.MARK))).isPresent();
  }
}
