package tenbin.desks.routes.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** The ears of all feeds; of a port that several feeds share each word goes to its own. */
final class Ears implements RouteSink {
  private static final String MONITORED = "bmp:";

  private final Map<String, Ear> all = new LinkedHashMap<>();

  Ears(Iterable<FeedLine> lines, RouteSink inner) {
    lines.forEach(each -> all.put(each.name(), new Ear(each, inner)));
  }

  Collection<Ear> all() {
    return all.values();
  }

  Ear of(FeedLine line) {
    return named(line.name());
  }

  /** Of a router's table: "bmp:azu/local" is of the feed "azu". */
  private Ear of(Vantage from) {
    String feed = from.feed();
    String name = feed.startsWith(MONITORED) ? feed.substring(MONITORED.length()) : feed;
    while (!all.containsKey(name) && name.indexOf('/') >= 0) {
      name = name.substring(0, name.lastIndexOf('/'));
    }
    return named(name);
  }

  private Ear named(String name) {
    @Nullable Ear ear = all.get(name);
    if (ear == null) {
      throw new IllegalArgumentException("no such feed: " + name);
    }
    return ear;
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    of(from).announced(micros, from, prefix, attributes);
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    of(from).withdrawn(micros, from, prefix);
  }

  @Override
  public void lost(long micros, Vantage from) {
    of(from).lost(micros, from);
  }

  @Override
  public void complete(long micros, Vantage from) {
    of(from).complete(micros, from);
  }
}
