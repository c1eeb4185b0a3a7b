package tenbin.desks.routes.propose;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;
import tenbin.wire.mrt.MrtHead;
import tenbin.wire.mrt.MrtSink;
import tenbin.wire.mrt.Speaker;

/** Looks at every route of a recording, whatever kind of record it stands in. */
abstract class RouteView implements MrtSink {
  private final Map<Speaker, Integer> vantages = new LinkedHashMap<>();

  /** One route, once for each vantage point that has it. */
  abstract void route(int vantage, Prefix prefix, AsPath path, Instant since);

  /** How many vantage points told anything. */
  int vantages() {
    return vantages.size();
  }

  private int vantage(Speaker from) {
    return vantages.computeIfAbsent(from, any -> vantages.size());
  }

  @Override
  public void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since) {
    route(vantage(from), route.prefix(), attributes.path(), Instant.ofEpochSecond(since));
  }

  @Override
  public void update(MrtHead head, Speaker from, Update update) {
    AsPath path = update.attributes().path();
    for (Reach each : update.announced()) {
      route(vantage(from), each.prefix(), path, head.at());
    }
    for (Attributes.Multi multi : update.attributes().reach()) {
      multi.routes().forEach(each -> route(vantage(from), each.prefix(), path, head.at()));
    }
  }

  @Override
  public void state(MrtHead head, Speaker of, int before, int after) {
    // What is proposed is what was ever seen.
  }

  @Override
  public void other(MrtHead head) {
    // Tells no route.
  }

  @Override
  public void damaged(MrtHead head, int at, String why) {
    // Whoever reads counts it.
  }
}
