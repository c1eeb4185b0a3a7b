package tenbin.desks.routes.bmp;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.held.Completion;
import tenbin.desks.routes.held.HeldRoutes;
import tenbin.nouns.net.Address;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.Open;
import tenbin.wire.bgp.SessionForm;
import tenbin.wire.bgp.Side;
import tenbin.wire.bgp.Treated;
import tenbin.wire.bmp.BmpMessage.PeerUp;
import tenbin.wire.bmp.PeerHead;
import tenbin.wire.bmp.View;

/** A session of a router that is up: its tables, and how its routes are written. */
final class Peer {
  private static final Set<AfiSafi> BOTH = Set.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST);

  private final Router router;
  private final PeerUp up;
  private final Instant since;
  private final Duration quiet;
  private final Map<View, Table> tables = new EnumMap<>(View.class);

  private record Table(HeldRoutes held, Completion completion) {}

  Peer(Router router, PeerUp up, Instant since) {
    this.router = router;
    this.since = since;
    this.up = up;
    this.quiet = router.limits().quietFor();
  }

  /** Routes of one of its tables. */
  void tell(PeerHead head, Treated update, RouteSink sink, Instant now, long micros) {
    Table table = tables.computeIfAbsent(head.view(), view -> table(view, sink, now));
    Optional<AfiSafi> end = update.endOfRib();
    if (end.isPresent()) {
      table.completion.ended(end.get(), now);
    } else {
      table.completion.routes(now);
      table.held.tell(micros, update.update());
    }
    complete(table, now, micros);
  }

  private Table table(View view, RouteSink sink, Instant now) {
    Vantage vantage = new Vantage(router.feed(view) + vpn(), up.peer().asn(), address());
    return new Table(new HeldRoutes(vantage, sink), new Completion(families(), quiet, now));
  }

  /** A VPN's routes are no routes of the world; they have a feed of their own. */
  private String vpn() {
    long distinguisher = up.peer().distinguisher();
    return distinguisher == 0 ? "" : "/vpn-" + Long.toHexString(distinguisher);
  }

  private Address address() {
    Address told = up.peer().address();
    return told.isPresent() ? told : router.address();
  }

  private Set<AfiSafi> families() {
    if (up.sent().isEmpty() || up.received().isEmpty()) {
      return BOTH;
    }
    Set<AfiSafi> both = new HashSet<>(up.sent().get().families());
    both.retainAll(up.received().get().families());
    both.retainAll(BOTH);
    return both;
  }

  /** How UPDATEs of one of its tables are written (RFC 7854 section 4.2, RFC 8671, RFC 9069). */
  SessionForm form(PeerHead head) {
    List<AfiSafi> several =
        switch (head.view()) {
          case IN_BEFORE_POLICY, IN_AFTER_POLICY -> both(up.received(), up.sent());
          case OUT_BEFORE_POLICY, OUT_AFTER_POLICY -> both(up.sent(), up.received());
          case LOCAL -> Stream.concat(tells(up.sent()), tells(up.received())).toList();
        };
    return new SessionForm(head.width(), Set.copyOf(several), Side.MONITORED);
  }

  private static Stream<AfiSafi> tells(Optional<Open> open) {
    return open.stream().flatMap(each -> each.tellsPaths().stream());
  }

  private static List<AfiSafi> both(Optional<Open> telling, Optional<Open> taking) {
    List<AfiSafi> takes = taking.map(Open::takesPaths).orElse(List.of());
    return tells(telling).filter(takes::contains).toList();
  }

  /** Time went on. */
  void tick(Instant now, long micros) {
    tables.values().forEach(table -> complete(table, now, micros));
  }

  private static void complete(Table table, Instant now, long micros) {
    if (table.completion.isDue(now)) {
      table.held.complete(micros);
    }
  }

  /** Nothing is known of it any more. */
  void lost(long micros) {
    tables.values().forEach(table -> table.held.lost(micros));
    tables.clear();
  }

  Stream<PeerStatus> statuses() {
    return tables.values().stream()
        .map(table -> new PeerStatus(table.held.vantage(), since, table.held.size()));
  }

  int routes() {
    return tables.values().stream().mapToInt(table -> table.held.size()).sum();
  }
}
