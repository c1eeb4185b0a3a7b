package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.desks.routes.book.Sighted;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.nouns.member.MemberId;

/**
 * What an incident does to one maintainer's prefixes, as far as those who saw it let it go: counted
 * prefix by prefix. Not for several threads.
 */
public final class MaintainerImpact {
  /** Prefixes that a mail lists; all are counted. */
  public static final int MOST_LISTED = 5_000;

  private final Incident incident;
  private final MemberId party;
  private final Maintainer maintainer;
  private final Rows.Owners owners;
  private final List<Sighted> listed = new ArrayList<>();
  private int prefixes;
  private int now;
  private Optional<Instant> begin = Optional.empty();
  private Optional<Instant> lastEnd = Optional.empty();

  MaintainerImpact(Incident incident, MemberId party, Maintainer maintainer, Rows.Owners owners) {
    this.incident = incident;
    this.party = party;
    this.maintainer = maintainer;
    this.owners = owners;
  }

  /** One of its prefixes; nothing where nobody who saw it lets it go. */
  void add(Sighted row) {
    if (owners.of(row).isEmpty()) {
      return;
    }
    prefixes++;
    now += row.affected().end().isPresent() ? 0 : 1;
    begin = Stream.concat(begin.stream(), Stream.of(owners.since(row))).min(Instant::compareTo);
    lastEnd =
        Stream.concat(lastEnd.stream(), row.affected().end().stream())
            .max(Comparator.naturalOrder());
    if (listed.size() < MOST_LISTED) {
      listed.add(row);
    }
  }

  Incident incident() {
    return incident;
  }

  /** Who it is inside the hub. */
  public MemberId party() {
    return party;
  }

  Maintainer maintainer() {
    return maintainer;
  }

  Rows.Owners owners() {
    return owners;
  }

  /** The first ones, in their order. */
  List<Sighted> listed() {
    return List.copyOf(listed);
  }

  /** How many of its prefixes were touched since the begin. */
  public int prefixes() {
    return prefixes;
  }

  /** How many still are. */
  public int now() {
    return now;
  }

  /** When the first of them was seen. */
  Instant begin() {
    return begin.orElse(incident.begin());
  }

  /** When the last of them was over; empty while one goes on. */
  Optional<Instant> end() {
    return now > 0 && !incident.state().isOver() ? Optional.empty() : lastEnd.or(incident::end);
  }
}
