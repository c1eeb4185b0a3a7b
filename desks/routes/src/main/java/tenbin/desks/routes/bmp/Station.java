package tenbin.desks.routes.bmp;

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
 * A monitoring station (RFC 7854 section 3): configured routers dial it and tell of their peers.
 * Who is not configured is closed at once. Each router costs its own connection only.
 */
public final class Station implements AutoCloseable {
  private static final Duration PULSE = Duration.ofMillis(500);

  private final Door door;
  private final Map<Address, RouterLine> lines = new LinkedHashMap<>();
  private volatile boolean open = true;

  /**
   * Listens from now on.
   *
   * @param at the address and port; 0 takes a free one
   * @param sink told by one thread at a time
   */
  public Station(InetSocketAddress at, Collection<Router> routers, RouteSink sink, Clock clock)
      throws IOException {
    RouteSink turns = new OneAtATime(sink);
    for (Router each : routers) {
      if (lines.put(each.address(), new RouterLine(each, turns, clock)) != null) {
        throw new IllegalArgumentException("two routers at " + each.address());
      }
    }
    door = new Door(at, Guard.NONE, clock);
    door.open(
        from -> open && lines.containsKey(from),
        (from, socket) ->
            Optional.ofNullable(lines.get(from)).ifPresent(line -> line.welcome(socket)));
    lines
        .values()
        .forEach(each -> Pulse.start("bmp-pulse " + each.name(), PULSE, () -> open, each::pulse));
  }

  public int port() {
    return door.port();
  }

  /** How it stands with each router, in the order of the configuration. */
  public List<RouterStatus> statuses() {
    return lines.values().stream().map(RouterLine::status).toList();
  }

  /** The tables of the peers of a router. */
  public List<PeerStatus> peers(Router router) {
    return Optional.ofNullable(lines.get(router.address()))
        .map(RouterLine::peers)
        .orElse(List.of());
  }

  /** How many dialled that are not configured. */
  public long strangers() {
    return door.strangers();
  }

  /** How often routers were closed at the door because they dial too often. */
  public long tooOften() {
    return door.tooOften();
  }

  @Override
  public void close() throws IOException {
    open = false;
    door.close();
    lines.values().forEach(each -> each.hangUp("we stop"));
  }
}
