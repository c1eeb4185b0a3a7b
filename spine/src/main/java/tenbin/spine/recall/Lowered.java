package tenbin.spine.recall;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The standing of a recipient that does not answer its recalls, lowered by the secretariat: it gets
 * no more for any purpose but two. Rows about its own customers keep coming, and it still reads the
 * circle's papers, among them the recall itself (DISCLOSURE section 8).
 */
public final class Lowered {
  /** What is never lowered. */
  public static final Set<Purpose> KEPT =
      Set.of(Purpose.NOTIFY_AFFECTED_CUSTOMER, Purpose.RUN_THE_CIRCLE);

  private static final String PREFIX = "standing/";

  private final GroundBook book;
  private final Clock clock;

  public Lowered(GroundBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Whether a member's standing is lowered now. */
  public boolean is(MemberId member) {
    return forbid(member).isPresent();
  }

  /** Lowers it; nothing where it is already. */
  public void lower(Entry.By by, MemberId member, String evidence) {
    if (!is(member)) {
      Instant now = clock.instant();
      String id = PREFIX + member + "/" + Long.toString(now.toEpochMilli(), Character.MAX_RADIX);
      book.record(by, List.of(new Deed.Recorded(id, entries(id, member, now))), now, evidence);
    }
  }

  /** Restores it. */
  public void restore(Entry.By by, MemberId member, String evidence) {
    forbid(member)
        .ifPresent(forbid ->
            book.record(by, List.of(new Deed.Ended(forbid.id())), clock.instant(), evidence));
  }

  private Optional<Forbid> forbid(MemberId member) {
    When now = When.asKnownThen(clock.instant());
    return book.inForce().forbids().stream()
        .filter(each -> each.id().startsWith(PREFIX + member + "/"))
        .filter(each -> each.term().holds(now))
        .findFirst();
  }

  private static String entries(String id, MemberId member, Instant now) {
    ObjectNode file = JsonMapper.shared().createObjectNode();
    file.put("policy", id);
    ObjectNode forbid = file.putArray("forbids").addObject();
    forbid.put("id", id).put("from", now.toString());
    forbid.putArray("recipients").add(member.text());
    ArrayNode purposes = forbid.putArray("purposes");
    Arrays.stream(Purpose.values())
        .filter(purpose -> !KEPT.contains(purpose))
        .forEach(purpose -> purposes.add(purpose.code()));
    return file.toPrettyString();
  }
}
