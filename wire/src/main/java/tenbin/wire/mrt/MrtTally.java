package tenbin.wire.mrt;

import java.io.IOException;
import java.util.function.Consumer;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Multi;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/** Counts what goes by, and tells of each damaged record where it stands and why. */
public final class MrtTally implements MrtSink {
  private final MrtSink inner;
  private final Consumer<String> words;
  private long announced;
  private long withdrawn;
  private long entries;
  private long states;
  private long others;
  private long damaged;

  public MrtTally(MrtSink inner, Consumer<String> words) {
    this.inner = inner;
    this.words = words;
  }

  @Override
  public void update(MrtHead head, Speaker from, Update update) throws IOException {
    Attributes attributes = update.attributes();
    announced += update.announced().size() + routes(attributes.reach());
    withdrawn += update.withdrawn().size() + routes(attributes.unreach());
    inner.update(head, from, update);
  }

  private static long routes(Iterable<Multi> multi) {
    long routes = 0;
    for (Multi each : multi) {
      routes += each.routes().size();
    }
    return routes;
  }

  @Override
  public void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since)
      throws IOException {
    entries++;
    inner.entry(head, from, route, attributes, since);
  }

  @Override
  public void state(MrtHead head, Speaker of, int before, int after) throws IOException {
    states++;
    inner.state(head, of, before, after);
  }

  @Override
  public void other(MrtHead head) throws IOException {
    others++;
    inner.other(head);
  }

  @Override
  public void damaged(MrtHead head, int at, String why) throws IOException {
    damaged++;
    words.accept("record at " + head.offset() + ", octet " + at + ": " + why);
    inner.damaged(head, at, why);
  }

  /** Whether there was anything that could be read. */
  public boolean isAny() {
    return announced + withdrawn + entries + states + others > 0;
  }

  public long damagedRecords() {
    return damaged;
  }

  /** For people: "855,255 announced, 128,231 withdrawn, ...". */
  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "%,d announced, %,d withdrawn, %,d table entries, %,d changes of state, %,d other records,"
            + " %,d damaged",
        announced,
        withdrawn,
        entries,
        states,
        others,
        damaged);
  }
}
