package tenbin.proof.mrt;

import java.util.List;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Multi;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;
import tenbin.wire.mrt.MrtHead;
import tenbin.wire.mrt.MrtSink;
import tenbin.wire.mrt.Speaker;

/** Adds up what our reader tells. */
final class ElementSum implements MrtSink {
  private long announced;
  private long withdrawn;
  private long entries;
  private long sum;

  Elements elements() {
    return new Elements(announced, withdrawn, entries, sum);
  }

  @Override
  public void update(MrtHead head, Speaker from, Update update) {
    Attributes attributes = update.attributes();
    int path = attributes.path().hashCode();
    announced += all(update.announced(), path);
    withdrawn += all(update.withdrawn(), 0);
    for (Multi multi : attributes.reach()) {
      announced += all(multi.routes(), path);
    }
    for (Multi multi : attributes.unreach()) {
      withdrawn += all(multi.routes(), 0);
    }
  }

  private int all(List<Reach> routes, int path) {
    for (Reach route : routes) {
      add(route.prefix(), path);
    }
    return routes.size();
  }

  private void add(Prefix prefix, int path) {
    sum += Elements.mixed(prefix.first().high(), prefix.first().low(), prefix.bits(), path);
  }

  @Override
  public void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since) {
    entries++;
    add(route.prefix(), attributes.path().hashCode());
  }

  @Override
  public void state(MrtHead head, Speaker of, int before, int after) {
    // Tells no route.
  }

  @Override
  public void other(MrtHead head) {
    // Tells no route.
  }

  @Override
  public void damaged(MrtHead head, int at, String why) {
    // What is missing is missing in the sum.
  }
}
