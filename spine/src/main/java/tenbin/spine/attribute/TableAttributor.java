package tenbin.spine.attribute;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.Circle;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Observation;

/**
 * Attribution from the circle's claims and from tables, as one snapshot that is swapped in whole:
 * claims (the most specific one, a sub-allocation or a resale before the declaration it lies in),
 * then the origin table of the time, then the registries' delegations. A told address decides: it
 * is where something is hosted. Only where no table knows the address, or none was told, does the
 * name decide.
 */
public final class TableAttributor implements Attributor {
  private volatile Snapshot snapshot;

  public TableAttributor(Circle circle, Tables tables) {
    snapshot = new Snapshot(circle, tables);
  }

  /** Puts a new circle in place of the old one; lookups under way finish with the old one. */
  public synchronized void replace(Circle circle) {
    snapshot = new Snapshot(circle, snapshot.tables);
  }

  /** Puts new tables in place of the old ones. */
  public synchronized void replace(Tables tables) {
    snapshot = new Snapshot(snapshot.circle, tables);
  }

  /** The circle that answers now. */
  public Circle circle() {
    return snapshot.circle;
  }

  public Tables tables() {
    return snapshot.tables;
  }

  @Override
  public Attribution attribute(Observation seen) {
    Snapshot now = snapshot;
    Endpoint about = seen.about();
    long nanos = seen.time().epochNanos();
    Attribution byAddress = now.at(about.address(), nanos);
    // Asked first, because the answer itself lies far away in memory.
    boolean isNamed = !about.host().isEmpty() || !seen.url().isEmpty();
    if (!isNamed || !isUnknown(byAddress)) {
      return byAddress;
    }
    Attribution byName = byName(now, about.host(), seen.url(), nanos);
    // A name's "unknown" counts only where no address was told.
    return isUnknown(byName) && about.address().isPresent() ? byAddress : byName;
  }

  private static boolean isUnknown(Attribution answer) {
    return answer.responsible() instanceof Responsible.Unknown;
  }

  private static Attribution byName(Snapshot now, String host, String url, long nanos) {
    if (!host.isEmpty()) {
      return byHost(now, host, 0, host.length(), nanos);
    }
    if (url.isEmpty()) {
      return Attribution.NO_ADDRESS;
    }
    long region = HostRegion.of(url);
    return byHost(now, url, HostRegion.from(region), HostRegion.to(region), nanos);
  }

  private static Attribution byHost(Snapshot now, String text, int from, int to, long nanos) {
    if (from >= to) {
      return Attribution.NO_ADDRESS;
    }
    char last = text.charAt(to - 1);
    if (last >= '0' && last <= '9' || isV6Literal(text, from, to)) {
      Optional<Address> literal = Address.tryParse(text.substring(from, to));
      if (literal.isPresent()) {
        return now.at(literal.get(), nanos);
      }
    }
    return now.at(text, from, to, nanos);
  }

  private static boolean isV6Literal(String text, int from, int to) {
    int colon = text.indexOf(':', from);
    return colon >= 0 && colon < to;
  }

  @Override
  public Attribution attribute(Address address, Instant at) {
    return snapshot.at(address, Timeline.nanos(at));
  }

  @Override
  public Attribution attribute(HostName name, Instant at) {
    return snapshot.at(name.ascii(), 0, name.ascii().length(), Timeline.nanos(at));
  }
}
