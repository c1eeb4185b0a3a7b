package tenbin.wire.mrt;

import java.io.IOException;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/** Tells two at once. */
record MrtFork(MrtSink one, MrtSink other) implements MrtSink {
  @Override
  public void update(MrtHead head, Speaker from, Update update) throws IOException {
    one.update(head, from, update);
    other.update(head, from, update);
  }

  @Override
  public void entry(MrtHead head, Speaker from, Reach route, Attributes attributes, long since)
      throws IOException {
    one.entry(head, from, route, attributes, since);
    other.entry(head, from, route, attributes, since);
  }

  @Override
  public void state(MrtHead head, Speaker of, int before, int after) throws IOException {
    one.state(head, of, before, after);
    other.state(head, of, before, after);
  }

  @Override
  public void other(MrtHead head) throws IOException {
    one.other(head);
    other.other(head);
  }

  @Override
  public void damaged(MrtHead head, int at, String why) throws IOException {
    one.damaged(head, at, why);
    other.damaged(head, at, why);
  }
}
