package tenbin.desks.routes.bmp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.port.Rate;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Treated;
import tenbin.wire.bmp.BmpMessage;
import tenbin.wire.bmp.BmpReader;
import tenbin.wire.bmp.PeerHead;
import tenbin.wire.bmp.View;

/**
 * What one connection of a router has told: its peers and their routes. Messages in, routes out,
 * without sockets and clocks. For one thread.
 */
final class Monitored {
  private final Router router;
  private final RouteSink sink;
  private final Rate rate;
  private final Map<PeerKey, Peer> peers = new HashMap<>();
  private RouterAccount account = RouterAccount.NONE;
  private String name = "";
  private String description = "";
  private int counted;

  /**
   * Nothing was told yet.
   *
   * @param rate of the router, over all its connections
   */
  Monitored(Router router, RouteSink sink, Rate rate) {
    this.router = router;
    this.sink = sink;
    this.rate = rate;
  }

  /** What a message does; a reason where the connection has to end for it. */
  Optional<String> message(byte[] bytes, int length, Instant now) {
    account = account.message();
    Optional<String> over = rate.count(now);
    if (over.isPresent()) {
      return over.map(many -> "messages: " + many);
    }
    try {
      return told(BmpReader.read(bytes, length), now);
    } catch (Malformed broken) {
      return damaged("octet " + broken.at() + ": " + broken.what());
    }
  }

  private Optional<String> damaged(String what) {
    account = account.damage(what);
    return account.damaged() > router.limits().damaged()
        ? Optional.of(account.damaged() + " damaged messages, the last at " + what)
        : Optional.empty();
  }

  private Optional<String> told(BmpMessage message, Instant now) {
    switch (message) {
      case BmpMessage.RouteMonitoring routes -> {
        return routes(routes, now);
      }
      case BmpMessage.PeerUp up -> {
        return up(up, now);
      }
      case BmpMessage.PeerDown down -> {
        account = account.down(down.peer().address() + ": " + down.why());
        down(down.peer(), now);
      }
      case BmpMessage.Initiation said -> {
        name = said.name();
        description = said.description();
      }
      case BmpMessage.Termination last -> {
        return Optional.of("the router ends it: " + last.why());
      }
      case BmpMessage.Statistics counters -> account = account.statistic();
      case BmpMessage.Mirroring mirrored -> account = account.statistic();
      case BmpMessage.Unknown unknown -> account = account.pass();
    }
    return Optional.empty();
  }

  private Optional<String> up(BmpMessage.PeerUp up, Instant now) {
    down(up.peer(), now);
    if (peers.size() >= router.limits().peers()) {
      return Optional.of("more than " + router.limits().peers() + " peers");
    }
    peers.put(PeerKey.of(up.peer()), new Peer(router, up, now));
    return Optional.empty();
  }

  private void down(PeerHead head, Instant now) {
    Optional.ofNullable(peers.remove(PeerKey.of(head)))
        .ifPresent(peer -> {
          counted -= peer.routes();
          peer.lost(micros(now));
        });
  }

  private Optional<String> routes(BmpMessage.RouteMonitoring routes, Instant now) {
    Optional<Peer> peer = peer(routes.peer(), now);
    if (peer.isEmpty() || !router.views().contains(routes.peer().view())) {
      account = account.pass();
      return Optional.empty();
    }
    Peer of = peer.get();
    Treated update = routes.update(of.form(routes.peer()));
    account = account.faults(update.faults().size());
    long told = routes.peer().micros();
    counted -= of.routes();
    of.tell(routes.peer(), update, sink, now, told == 0 ? micros(now) : told);
    counted += of.routes();
    return counted > router.limits().routes() ? Optional.of(counted + " routes") : Optional.empty();
  }

  /**
   * The router's own table is always up: GoBGP 3 announces no peer for it, though RFC 9069 section
   * 5.1 wants one.
   */
  private Optional<Peer> peer(PeerHead head, Instant now) {
    if (head.view() == View.LOCAL && peers.size() < router.limits().peers()) {
      peers.computeIfAbsent(PeerKey.of(head), key -> new Peer(router, unsaid(head), now));
    }
    return Optional.ofNullable(peers.get(PeerKey.of(head)));
  }

  private static BmpMessage.PeerUp unsaid(PeerHead head) {
    return new BmpMessage.PeerUp(
        head, head.address(), Optional.empty(), Optional.empty(), List.of());
  }

  /** Time went on. */
  void tick(Instant now) {
    peers.values().forEach(peer -> peer.tick(now, micros(now)));
  }

  /** The connection is over. */
  void lost(Instant now) {
    peers.values().forEach(peer -> peer.lost(micros(now)));
    peers.clear();
    counted = 0;
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  RouterAccount account() {
    return account;
  }

  List<PeerStatus> statuses() {
    return peers.values().stream().flatMap(Peer::statuses).toList();
  }

  int peers() {
    return peers.size();
  }

  int routes() {
    return counted;
  }

  String name() {
    return name;
  }

  String description() {
    return description;
  }
}
