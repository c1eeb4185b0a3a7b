package tenbin.desks.routes.rislive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.rislive.RisRows;

/** Tells what messages say as routes of vantage points. One thread at a time. */
public final class RisRoutes implements RisRows {
  /** Ten times the sessions of all collectors. */
  static final int MOST_PEERS = 20_000;

  private final RouteSink sink;
  private final Consumer<Warning> damaged;
  private final Map<Peer, Vantage> vantages = new HashMap<>();
  private long routes;

  public RisRoutes(RouteSink sink, Consumer<Warning> damaged) {
    this.sink = sink;
    this.damaged = damaged;
  }

  /** How many routes were told, those that are gone among them. */
  public long routes() {
    return routes;
  }

  @Override
  public void announced(long micros, Peer from, List<Prefix> prefixes, Attributes attributes) {
    if (isKnown(from)) {
      Vantage vantage = vantage(from);
      routes += prefixes.size();
      prefixes.forEach(prefix -> sink.announced(micros, vantage, prefix, attributes));
    }
  }

  @Override
  public void withdrawn(long micros, Peer from, List<Prefix> prefixes) {
    if (isKnown(from)) {
      Vantage vantage = vantage(from);
      routes += prefixes.size();
      prefixes.forEach(prefix -> sink.withdrawn(micros, vantage, prefix));
    }
  }

  @Override
  public void lost(long micros, Peer from) {
    if (isKnown(from)) {
      sink.lost(micros, vantage(from));
    }
  }

  /** Nothing is known any more of what any of them has. */
  void allLost(long micros) {
    vantages.values().forEach(each -> sink.lost(micros, each));
    vantages.clear();
  }

  @Override
  public void damaged(Warning warning) {
    damaged.accept(warning);
  }

  /** More peers than there can be are a server gone wrong: what they say is left out. */
  private boolean isKnown(Peer peer) {
    boolean fits = vantages.size() < MOST_PEERS || vantages.containsKey(peer);
    if (!fits) {
      damaged(new Warning(Fault.ROW_UNREADABLE, Place.WHOLE, "more than " + MOST_PEERS + " peers"));
    }
    return fits;
  }

  private Vantage vantage(Peer from) {
    return vantages.computeIfAbsent(
        from, peer -> new Vantage(peer.host(), peer.asn(), peer.address()));
  }
}
