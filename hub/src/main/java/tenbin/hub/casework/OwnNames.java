package tenbin.hub.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.balance.Disclosure;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;

/**
 * What {@link OwnName} found, kept for a minute: it asks for every member of the circle. Any
 * thread.
 */
final class OwnNames {
  /** Within it a ground's last day can end; a ground that is given or taken counts at once. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** Members times markings times the policies of a minute, and some more. */
  private static final int MOST = 10_000;

  private final Map<Key, Found> found = new ConcurrentHashMap<>();
  private final Roster roster;
  private final Viewers viewers;
  private final Clock clock;

  private record Key(MemberId member, Tlp marking, String policy) {}

  private record Found(OwnName name, Instant until) {}

  OwnNames(Roster roster, Viewers viewers, Clock clock) {
    this.roster = roster;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** For a member that was just shown something: under the same policy. */
  OwnName of(MemberId member, Tlp marking, Disclosure shown) {
    Key key = new Key(member, marking, shown.terms().policy());
    Instant now = clock.instant();
    Found kept = found.get(key);
    if (kept != null && now.isBefore(kept.until)) {
      return kept.name;
    }
    if (found.size() >= MOST) {
      found.clear();
    }
    OwnName name = OwnName.of(member, marking, roster.circle(), viewers);
    found.put(key, new Found(name, now.plus(KEPT)));
    return name;
  }
}
