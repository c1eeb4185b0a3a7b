package tenbin.desks.routes.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.held.OneAtATime;
import tenbin.desks.routes.port.Door;
import tenbin.desks.routes.port.Guard;
import tenbin.desks.routes.port.Pulse;
import tenbin.nouns.net.Address;

/**
 * A BGP speaker that listens: configured neighbours dial it and tell their routes, and it tells
 * none. Who is not configured is closed at once. Each neighbour costs its own session only.
 */
public final class Speaker implements AutoCloseable {
  private static final Duration PULSE = Duration.ofMillis(200);

  private final Door door;
  private final Map<Address, Session> sessions = new LinkedHashMap<>();
  private volatile boolean open = true;

  /**
   * Listens from now on.
   *
   * @param at the address and port; 0 takes a free one
   * @param local our end of the sessions
   * @param sink told by one thread at a time
   */
  public Speaker(
      InetSocketAddress at,
      Local local,
      Collection<Neighbour> neighbours,
      RouteSink sink,
      Clock clock)
      throws IOException {
    this(at, Guard.NONE, local, neighbours, sink, clock);
  }

  /** The same behind passwords and a least TTL, where the kernel has them. */
  public Speaker(
      InetSocketAddress at,
      Guard guard,
      Local local,
      Collection<Neighbour> neighbours,
      RouteSink sink,
      Clock clock)
      throws IOException {
    RouteSink turns = new OneAtATime(sink);
    for (Neighbour each : neighbours) {
      if (each.stance().isPresent() && each.asn().equals(local.asn())) {
        throw new IllegalArgumentException("no roles inside an AS (RFC 9234): " + each.feed());
      }
      if (sessions.put(each.address(), new Session(local, each, turns, clock)) != null) {
        throw new IllegalArgumentException("two neighbours at " + each.address());
      }
    }
    door = new Door(at, guard, clock);
    door.open(from -> open && sessions.containsKey(from), (from, socket) -> welcome(from, socket));
    sessions.values().forEach(this::pulse);
  }

  private void welcome(Address from, java.net.Socket socket) {
    Optional.ofNullable(sessions.get(from)).ifPresent(session -> session.welcome(socket));
  }

  private void pulse(Session session) {
    Pulse.start("bgp-pulse " + session.feed(), PULSE, () -> open, session::pulse);
  }

  public int port() {
    return door.port();
  }

  /** How it stands with each neighbour, in the order of the configuration. */
  public List<NeighbourStatus> statuses() {
    return sessions.values().stream().map(Session::status).toList();
  }

  /** How many dialled that are no neighbours. */
  public long strangers() {
    return door.strangers();
  }

  /** How often neighbours were closed at the door because they dial too often. */
  public long tooOften() {
    return door.tooOften();
  }

  @Override
  public void close() throws IOException {
    open = false;
    door.close();
    sessions.values().forEach(Session::stop);
  }
}
