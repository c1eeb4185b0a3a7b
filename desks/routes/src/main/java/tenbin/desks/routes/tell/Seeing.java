package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;

/**
 * What of one incident stands behind what somebody is told: nothing of an owner who did not let it
 * go.
 *
 * @param reader for whom, as what
 * @param owners whose feeds may be used
 * @param whole whether that is everybody who saw it
 * @param member whose prefixes alone; empty for all
 * @param sample some of the prefixes
 * @param since the first time that one of the owners saw one of the prefixes
 * @param life how it stands by that
 * @param prefixes how many of them they saw
 * @param now how many are touched still
 * @param own how many of them are the reader's own, where it sees others' too
 * @param routers how many vantage points of theirs saw it
 * @param reasons why, as far as the reader may know
 */
record Seeing(
    Reader reader,
    Set<Owner> owners,
    boolean whole,
    Optional<MemberId> member,
    List<Prefix> sample,
    Instant since,
    Life life,
    int prefixes,
    int now,
    int own,
    int routers,
    List<Tag> reasons) {
  Seeing {
    owners = Set.copyOf(owners);
    sample = List.copyOf(sample);
    reasons = List.copyOf(reasons);
  }

  Scope scope() {
    return reader.scope();
  }
}
