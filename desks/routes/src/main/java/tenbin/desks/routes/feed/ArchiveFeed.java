package tenbin.desks.routes.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AttributeMemo;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Multi;
import tenbin.wire.bgp.PathMemo;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;
import tenbin.wire.mrt.MrtHead;
import tenbin.wire.mrt.MrtReader;
import tenbin.wire.mrt.MrtSink;
import tenbin.wire.mrt.Speaker;

/**
 * The recordings of one collector, told as routes: its tables and updates, file by file in the
 * order of time. Unicast routes alone; what the collector itself said is nobody's route. A session
 * that comes up or goes down has lost what it told before. For one thread.
 */
public final class ArchiveFeed implements MrtSink {
  private static final int ESTABLISHED = 6; // RFC 4271 section 8.2.2
  private static final int UNICAST = 1;

  /** Unicast and multicast at once, in recordings of before RFC 4760. */
  private static final int BOTH = 3;

  private static final int INDEX_TABLE = 1; // RFC 6396 section 4.3.1
  private static final long SECOND = 1_000_000;

  /** More speakers than any collector has; beyond, each is made anew. */
  private static final int MOST_SPEAKERS = 10_000;

  private final String name;
  private final RouteSink sink;
  private final Map<Speaker, Vantage> vantages = new HashMap<>();
  private final SeveralPaths several = new SeveralPaths();
  private final AttributeMemo memo = new AttributeMemo(new PathMemo());

  /** Those in the table that is being read. */
  private final Set<Vantage> telling = new LinkedHashSet<>();

  private long tableMicros;
  private long damaged;

  /** The feed of a name, as {@link Vantage#feed} has it. */
  public ArchiveFeed(String name, RouteSink sink) {
    this.name = name;
    this.sink = sink;
  }

  /** Reads one unpacked file to its end. */
  public void read(InputStream in) throws IOException {
    new MrtReader(in, this, memo).read();
    end();
  }

  /** The file ended, and a table in it with it. */
  public void end() {
    if (!telling.isEmpty()) {
      telling.forEach(each -> sink.complete(tableMicros, each));
      telling.clear();
    }
  }

  /** How many records could not be read. */
  public long damaged() {
    return damaged;
  }

  private Vantage vantage(Speaker speaker) {
    Vantage known = vantages.get(speaker);
    if (known != null) {
      return known;
    }
    if (vantages.size() == MOST_SPEAKERS) {
      vantages.clear();
    }
    Vantage made = new Vantage(name, new Asn(speaker.asn()), speaker.address());
    vantages.put(speaker, made);
    return made;
  }

  private static long micros(MrtHead head) {
    return head.seconds() * SECOND + Math.max(0, head.micros());
  }

  @Override
  public void update(MrtHead head, Speaker from, Update update) {
    end();
    if (isCollectors(head)) {
      return;
    }
    Vantage vantage = vantage(from);
    long micros = micros(head);
    Attributes attributes = update.attributes();
    withdrawn(micros, vantage, update.withdrawn());
    List<Multi> unreach = attributes.unreach();
    for (int i = 0; i < unreach.size(); i++) {
      if (isUnicast(unreach.get(i))) {
        withdrawn(micros, vantage, unreach.get(i).routes());
      }
    }
    List<Multi> reach = attributes.reach();
    for (int i = 0; i < reach.size(); i++) {
      if (isUnicast(reach.get(i))) {
        announced(micros, vantage, reach.get(i).routes(), attributes);
      }
    }
    announced(micros, vantage, update.announced(), attributes);
  }

  /** Messages that the collector sent (RFC 6396 section 4.4.3 and 4.4.5, RFC 8050 section 3). */
  private static boolean isCollectors(MrtHead head) {
    return head.type() != MrtHead.BGP
        && switch (head.subtype()) {
          case 6, 7, 10, 11 -> true;
          default -> false;
        };
  }

  private static boolean isUnicast(Multi multi) {
    return multi.safi() == UNICAST || multi.safi() == BOTH;
  }

  private void announced(long micros, Vantage from, List<Reach> routes, Attributes attributes) {
    for (int i = 0; i < routes.size(); i++) { // An iterator a message is a tenth of all garbage.
      several.announced(from, routes.get(i));
      sink.announced(micros, from, routes.get(i).prefix(), attributes);
    }
  }

  private void withdrawn(long micros, Vantage from, List<Reach> routes) {
    for (int i = 0; i < routes.size(); i++) {
      if (several.isLast(from, routes.get(i))) {
        sink.withdrawn(micros, from, routes.get(i).prefix());
      }
    }
  }

  @Override
  public void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since) {
    Vantage vantage = vantage(from);
    tableMicros = micros(head);
    telling.add(vantage);
    several.announced(vantage, route);
    sink.announced(tableMicros, vantage, route.prefix(), attributes);
  }

  @Override
  public void state(MrtHead head, Speaker of, int before, int after) {
    end();
    if ((before == ESTABLISHED) != (after == ESTABLISHED)) {
      Vantage vantage = vantage(of);
      several.lost(vantage);
      sink.lost(micros(head), vantage);
    }
  }

  @Override
  public void other(MrtHead head) {
    if (head.type() == MrtHead.TABLE_DUMP_V2 && head.subtype() == INDEX_TABLE) {
      end();
    }
  }

  @Override
  public void damaged(MrtHead head, int at, String why) {
    damaged++;
  }
}
