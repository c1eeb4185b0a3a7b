package tenbin.desks.routes.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.bmp.Router;
import tenbin.desks.routes.bmp.RouterStatus;
import tenbin.desks.routes.bmp.Station;
import tenbin.desks.routes.port.Guard;
import tenbin.desks.routes.rislive.RisClient;
import tenbin.desks.routes.rislive.RisHealth;
import tenbin.desks.routes.rislive.RisRoutes;
import tenbin.desks.routes.rislive.RisTiming;
import tenbin.desks.routes.session.Local;
import tenbin.desks.routes.session.Neighbour;
import tenbin.desks.routes.session.NeighbourStatus;
import tenbin.desks.routes.session.Speaker;
import tenbin.desks.routes.session.State;
import tenbin.wire.rislive.RisRequests;

/** The ports and connections of all feeds that are not files. One thread opens and closes it. */
final class Sessions implements AutoCloseable {
  private static final int HOLD_SECONDS = 90;

  private final Map<FeedLine.End, Speaker> speakers = new LinkedHashMap<>();
  private final Map<InetSocketAddress, Station> stations = new LinkedHashMap<>();
  private final Map<String, RisClient> clients = new LinkedHashMap<>();

  private final KernelDrops drops = new KernelDrops();

  /** What a session says of itself. */
  record Look(boolean connected, long refused, String words) {}

  /**
   * Opens all of them.
   *
   * @throws IOException when a port does not open; nothing stays open then
   */
  static Sessions open(List<FeedLine> lines, Ears ears, Clock clock, SessionRules rules)
      throws IOException {
    Sessions sessions = new Sessions();
    try {
      sessions.speak(lines, ears, clock, rules);
      sessions.monitor(lines, ears, clock, rules.limits());
      sessions.listen(lines, ears, clock, rules.ris());
      return sessions;
    } catch (IOException | RuntimeException failed) {
      sessions.close();
      throw failed;
    }
  }

  private void speak(List<FeedLine> lines, Ears ears, Clock clock, SessionRules rules)
      throws IOException {
    Map<FeedLine.End, List<FeedLine.Bgp>> ends = new LinkedHashMap<>();
    for (FeedLine each : lines) {
      if (each instanceof FeedLine.Bgp line) {
        ends.computeIfAbsent(line.end(), end -> new ArrayList<>()).add(line);
      }
    }
    for (Map.Entry<FeedLine.End, List<FeedLine.Bgp>> each : ends.entrySet()) {
      FeedLine.End end = each.getKey();
      Local local = new Local(end.asn(), end.identifier(), HOLD_SECONDS);
      Guard guard = Guards.of(each.getValue(), rules.words());
      List<Neighbour> neighbours =
          each.getValue().stream().map(line -> neighbour(line, rules.limits())).toList();
      speakers.put(end, new Speaker(end.at(), guard, local, neighbours, ears, clock));
    }
  }

  private static Neighbour neighbour(FeedLine.Bgp line, FeedLimits limits) {
    return new Neighbour(line.name(), line.neighbour(), line.asn(), limits.bgp(), line.stance());
  }

  private void monitor(List<FeedLine> lines, Ears ears, Clock clock, FeedLimits limits)
      throws IOException {
    Map<InetSocketAddress, List<Router>> ports = new LinkedHashMap<>();
    for (FeedLine each : lines) {
      if (each instanceof FeedLine.Bmp line) {
        ports.computeIfAbsent(line.at(), at -> new ArrayList<>()).add(router(line, limits));
      }
    }
    for (Map.Entry<InetSocketAddress, List<Router>> each : ports.entrySet()) {
      stations.put(each.getKey(), new Station(each.getKey(), each.getValue(), ears, clock));
    }
  }

  private static Router router(FeedLine.Bmp line, FeedLimits limits) {
    return new Router(line.name(), line.router(), Router.USUAL_VIEWS, limits.bmp());
  }

  private void listen(List<FeedLine> lines, Ears ears, Clock clock, RisTiming timing) {
    for (FeedLine each : lines) {
      if (each instanceof FeedLine.Ris line) {
        RisRequests.Subscription wanted =
            new RisRequests.Subscription(
                Optional.empty(), line.prefixes(), Optional.empty(), RisRequests.Form.RAW_TOO);
        RisRoutes routes = new RisRoutes(ears.of(line), damaged -> {});
        RisClient.Target target = new RisClient.Target(line.server(), List.of(wanted));
        clients.put(line.name(), new RisClient(target, timing, routes, clock).start());
      }
    }
  }

  /** The port of a feed; where 0 was asked for, the one that was free. */
  int port(FeedLine line) {
    return switch (line) {
      case FeedLine.Bgp bgp -> speaker(bgp).port();
      case FeedLine.Bmp bmp -> station(bmp).port();
      case FeedLine.Folder folder -> 0;
      case FeedLine.File file -> 0;
      case FeedLine.Ris ris -> 0;
    };
  }

  private Speaker speaker(FeedLine.Bgp line) {
    @Nullable Speaker speaker = speakers.get(line.end());
    if (speaker == null) {
      throw new IllegalArgumentException("no such feed: " + line.name());
    }
    return speaker;
  }

  private Station station(FeedLine.Bmp line) {
    @Nullable Station station = stations.get(line.at());
    if (station == null) {
      throw new IllegalArgumentException("no such feed: " + line.name());
    }
    return station;
  }

  /** How it stands with the session of a feed; empty where it has none. */
  Optional<Look> look(FeedLine line) {
    return switch (line) {
      case FeedLine.Bgp bgp ->
          speaker(bgp).statuses().stream()
              .filter(each -> each.neighbour().feed().equals(line.name()))
              .findFirst()
              .map(status -> look(status, bgp.guard()));
      case FeedLine.Bmp bmp ->
          station(bmp).statuses().stream()
              .filter(each -> each.router().name().equals(line.name()))
              .findFirst()
              .map(Sessions::look);
      case FeedLine.Ris ris ->
          Optional.ofNullable(clients.get(line.name())).map(each -> look(each.health()));
      case FeedLine.Folder folder -> Optional.empty();
      case FeedLine.File file -> Optional.empty();
    };
  }

  private Look look(NeighbourStatus status, FeedGuard guard) {
    boolean up = status.state() == State.ESTABLISHED;
    if (up) {
      return new Look(true, status.account().faults(), status.account().lastFault());
    }
    String error = status.account().lastError();
    String dropped = drops.why(guard);
    String both = error.isEmpty() || dropped.isEmpty() ? error + dropped : error + "; " + dropped;
    return new Look(false, status.account().faults(), both);
  }

  private static Look look(RouterStatus status) {
    long refused = status.account().damaged() + status.account().faults();
    boolean up = status.connected();
    return new Look(up, refused, up ? status.account().lastDamage() : status.lastError());
  }

  private static Look look(RisHealth health) {
    return new Look(
        health.connected(), health.damaged(), health.connected() ? "" : health.trouble());
  }

  @Override
  public void close() throws IOException {
    clients.values().forEach(RisClient::close);
    for (Station each : stations.values()) {
      each.close();
    }
    for (Speaker each : speakers.values()) {
      each.close();
    }
  }
}
